import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import {
  type AnswerDetail,
  type AnswerVersion,
  decideVersion,
  listAnswers,
  listWaiting,
  readAnswer,
} from '#contract/answers';
import { useChange } from '../api/use-endpoint.js';
import { useSession } from '../session/session.js';
import { useNotify } from '../shared/Notices.js';
import { DecisionForm } from './DecisionForm.js';
import { departmentsToDecide } from './departments-to-decide.js';

interface DecideVersionProps {
  answer: Pick<AnswerDetail, 'id'>;
  version: AnswerVersion;
}

/** Approve or refuse for each department of mine that has not decided. Nobody decides on their own words. */
export function DecideVersion({ answer, version }: DecideVersionProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { person, permissions } = useSession();
  const decide = useChange(decideVersion, {
    touches: [listAnswers, readAnswer, listWaiting],
    onDone: (_, { body }) => notify({ text: t(`answers.decided.${body.decision}`) }),
  });
  const mine = departmentsToDecide(version, person.departmentIds);
  if (!permissions.includes('answers.approve') || mine.length === 0) return null;
  if (version.author.id === person.id) return <Alert severity="info">{t('answers.ownWords')}</Alert>;
  return (
    <DecisionForm
      departmentIds={mine}
      busy={decide.isPending}
      error={decide.error}
      onDecide={(decision, done) =>
        decide.mutate(
          {
            params: { answerId: answer.id, number: version.number },
            body: { ...decision, contentHash: version.contentHash ?? undefined },
          },
          { onSuccess: done },
        )
      }
    />
  );
}
