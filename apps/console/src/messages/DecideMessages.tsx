import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import {
  decideMessages,
  listMessageSets,
  listOfferedMessages,
  type MessageSet,
  type MessageVersion,
  readMessageFigures,
  readMessageGaps,
  readMessageSet,
} from '#contract/messages';
import { useChange } from '../api/use-endpoint.js';
import { DecisionForm } from '../library/DecisionForm.js';
import { departmentsToDecide } from '../library/departments-to-decide.js';
import { useSession } from '../session/session.js';
import { useNotify } from '../shared/Notices.js';

/** Approve or refuse for each department of mine that has not decided. Nobody decides on their own words. */
export function DecideMessages({ set, version }: { set: Pick<MessageSet, 'id'>; version: MessageVersion }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { person, permissions } = useSession();
  const decide = useChange(decideMessages, {
    touches: [listMessageSets, readMessageSet, listOfferedMessages, readMessageFigures, readMessageGaps],
    onDone: (_, { body }) => notify({ text: t(`answers.decided.${body.decision}`) }),
  });
  const mine = departmentsToDecide(version, person.departmentIds);
  if (!permissions.includes('answers.approve') || mine.length === 0) return null;
  if (version.author.id === person.id || version.editorIds.includes(person.id)) {
    return <Alert severity="info">{t('answers.ownWords')}</Alert>;
  }
  return (
    <DecisionForm
      departmentIds={mine}
      busy={decide.isPending}
      error={decide.error}
      onDecide={(decision, done) =>
        decide.mutate(
          {
            params: { setId: set.id, number: version.number },
            body: { ...decision, contentHash: version.contentHash ?? undefined },
          },
          { onSuccess: done },
        )
      }
    />
  );
}
