import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Reply } from '#contract/replies';
import { useProblemText } from '../i18n/problem-text.js';

/** Why a reply was refused or is uncertain, in our words and the network's, and what can be done next. */
export function ReplyProblem({ problem }: { problem: NonNullable<Reply['problem']> }) {
  const { t, i18n } = useTranslation();
  const { ofCode } = useProblemText();
  const say = (key: string) => (i18n.exists(key) ? String(t(key as 'replies.title')) : null);
  const why = say(`replies.why.${problem.code}`);
  const next = say(`replies.next.${problem.code}`);
  return (
    <>
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {why === null ? (
          ofCode(problem)
        ) : (
          <>
            {why}
            {problem.detail
              ? ` ${problem.code === 'second-person-refused' ? '' : `${t('reply.networkSaid')} `}${problem.detail}`
              : ''}
          </>
        )}
      </Typography>
      {next ? (
        <Typography variant="body2" sx={{ mt: 0.5, fontWeight: 600 }}>
          {next}
        </Typography>
      ) : null}
    </>
  );
}
