import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { MyInvitation } from '#contract/colleagues';

/** What became of the answer that this person chose. */
export function SentAnswer({ reply }: { reply: NonNullable<MyInvitation['reply']> }) {
  const { t } = useTranslation();
  const failed = reply.state === 'refused' || reply.state === 'cancelled';
  return (
    <Alert severity={failed ? 'warning' : 'success'} role="status">
      <Typography sx={{ fontWeight: 650 }}>{t(`invitations.done.${reply.state}`)}</Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', my: 1 }}>{reply.text}</Typography>
      {failed && reply.problem ? (
        <Typography variant="body2">
          {t('invitations.problem', { detail: reply.problem.detail || reply.problem.code })}
        </Typography>
      ) : null}
      {reply.url ? (
        <Link href={reply.url} target="_blank" rel="noreferrer" color="inherit">
          {t('invitations.seeReply')}
        </Link>
      ) : null}
    </Alert>
  );
}
