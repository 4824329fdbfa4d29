import Alert, { type AlertProps } from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { countMentions, readMention } from '#contract/mentions';
import { cancelReply, listReplies, readBackReply, type Reply, type ReplyState } from '#contract/replies';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useProblemText } from '../i18n/problem-text.js';
import { useMay } from '../session/session.js';
import { PersonName } from '../shared/PersonName.js';
import { PostLink } from '../shared/PostLink.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { useSecondsLeft } from './use-seconds-left.js';

const SEVERITY: Record<ReplyState, AlertProps['severity']> = {
  queued: 'info',
  sending: 'info',
  sent: 'success',
  uncertain: 'warning',
  failed: 'error',
  cancelled: 'info',
};

/** The reply to a mention and what became of it: leaving, sending, published, uncertain, failed. */
export function ReplyStatus({ mentionId }: { mentionId: string }) {
  const replies = useEndpoint(listReplies, { query: { mentionId } });
  const [latest] = replies.data?.items ?? [];
  if (!latest || latest.state === 'cancelled') return null;
  return <OneReply reply={latest} />;
}

/** One reply in the state it is in, with what can still be done about it. */
export function OneReply({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const may = useMay();
  const touches = [listReplies, readMention, countMentions];
  const callBack = useChange(cancelReply, { touches });
  const readBack = useChange(readBackReply, { touches });
  const seconds = useSecondsLeft(reply.state === 'queued' ? reply.dueAt : null);
  return (
    <Alert
      severity={SEVERITY[reply.state]}
      variant="outlined"
      role="status"
      action={
        may('replies.send') && reply.state === 'queued' && seconds > 0 ? (
          <Button
            color="inherit"
            size="small"
            loading={callBack.isPending}
            onClick={() => callBack.mutate({ params: { replyId: reply.id } })}
          >
            {t('reply.callBack')}
          </Button>
        ) : may('replies.send') && reply.state === 'uncertain' ? (
          <Button
            color="inherit"
            size="small"
            loading={readBack.isPending}
            onClick={() => readBack.mutate({ params: { replyId: reply.id } })}
          >
            {t('reply.readBack')}
          </Button>
        ) : undefined
      }
    >
      <AlertTitle>
        {reply.state === 'queued' && seconds > 0
          ? t('reply.leavingIn', { count: seconds })
          : t(`reply.state.${reply.state}`)}
      </AlertTitle>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {reply.text}
      </Typography>
      {reply.problem ? (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          <ReplyProblem problem={reply.problem} />
        </Typography>
      ) : null}
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
        <PersonName person={reply.by} /> · <RelativeTime instant={reply.sentAt ?? reply.createdAt} /> ·{' '}
        <Link component={RouterLink} to={`/library/${reply.answerId}`}>
          {reply.question} ({t('reply.version', { number: reply.answerVersionNumber })})
        </Link>
        {(reply.externalId ?? reply.url) ? (
          <>
            {' · '}
            <PostLink network={reply.network} externalId={reply.externalId} url={reply.url} />
          </>
        ) : null}
      </Typography>
      <ProblemAlert error={callBack.error ?? readBack.error} sx={{ mt: 1 }} />
    </Alert>
  );
}

/** Why a reply failed or is uncertain: in our words where the code has some, and in the network's. */
function ReplyProblem({ problem }: { problem: NonNullable<Reply['problem']> }) {
  const { t, i18n } = useTranslation();
  const { ofCode } = useProblemText();
  const key = `replies.why.${problem.code}`;
  const known = i18n.exists(key) ? String(t(key as 'replies.title')) : null;
  if (known === null) return ofCode(problem);
  return (
    <>
      {known} {t('reply.networkSaid')} {problem.detail}
    </>
  );
}
