import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import {
  callInvitedBack,
  listMyInvitations,
  type MyInvitation,
  readMyInvitation,
} from '#contract/colleagues';
import { useChange } from '../api/use-endpoint.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

interface SentAnswerProps {
  invitationId: string;
  reply: NonNullable<MyInvitation['reply']>;
}

/** What became of the answer that this person chose; it can be called back until it has left. */
export function SentAnswer({ invitationId, reply }: SentAnswerProps) {
  const { t } = useTranslation();
  const callBack = useChange(callInvitedBack, { touches: [readMyInvitation, listMyInvitations] });
  const waits = reply.state === 'queued' || reply.state === 'awaiting_second';
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
      {waits ? (
        <Button
          color="inherit"
          variant="outlined"
          loading={callBack.isPending}
          onClick={() => callBack.mutate({ params: { invitationId } })}
        >
          {t('reply.callBack')}
        </Button>
      ) : null}
      <ProblemAlert error={callBack.error} />
    </Alert>
  );
}
