import Alert, { type AlertProps } from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { MentionSummary } from '#contract/mentions';
import { listReplies, type Reply, type ReplyState } from '#contract/replies';
import { useEndpoint } from '../api/use-endpoint.js';
import { PersonName } from '../shared/PersonName.js';
import { PostLink } from '../shared/PostLink.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { EditedSince } from './EditedSince.js';
import { ReplyActions } from './ReplyActions.js';
import { ReplyPanel } from './ReplyPanel.js';
import { ReplyProblem } from './ReplyProblem.js';
import { ReplyWaits } from './ReplyWaits.js';
import { useReplyTitle } from './use-reply-title.js';

const SEVERITY: Record<ReplyState, AlertProps['severity']> = {
  awaiting_second: 'warning',
  queued: 'info',
  sending: 'info',
  sent: 'success',
  uncertain: 'warning',
  refused: 'error',
  cancelled: 'info',
};

/** What waits for somebody to look is more than news. */
function severityOf({ state, hold }: Reply): AlertProps['severity'] {
  return hold?.kind === 'edited' ? 'warning' : SEVERITY[state];
}

/** The replies to a mention and what became of them: the latest, and what it corrects. */
export function ReplyStatus({ mention }: { mention: MentionSummary }) {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState<Reply | null>(null);
  const replies = useEndpoint(listReplies, { query: { mentionId: mention.id } });
  const items = replies.data?.items ?? [];
  const shown = items.filter(
    (reply, index) => reply.state === 'sent' || (index === 0 && reply.state !== 'cancelled'),
  );
  if (shown.length === 0) return null;
  return (
    <>
      {[...shown].reverse().map((reply) => (
        <OneReply key={reply.id} reply={reply} onCorrect={() => setCorrecting(reply)} />
      ))}
      {correcting ? (
        <ReplyPanel
          mention={mention}
          corrects={correcting}
          onClose={() => setCorrecting(null)}
          onEscalate={null}
          onAskAnswer={null}
        />
      ) : null}
      {shown.some(({ removal }) => removal?.removedAt) ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('reply.removedStays')}
        </Typography>
      ) : null}
    </>
  );
}

/** One reply in the state it is in, with what can still be done about it. */
export function OneReply({ reply, onCorrect }: { reply: Reply; onCorrect?: () => void }) {
  const { t } = useTranslation();
  const title = useReplyTitle(reply);
  const removed = reply.removal?.removedAt ?? null;
  return (
    <Alert severity={removed ? 'info' : severityOf(reply)} variant="outlined" role="status">
      <AlertTitle>{title}</AlertTitle>
      <Typography
        variant="body2"
        component={removed ? 'del' : 'p'}
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {reply.text}
      </Typography>
      <ReplyWaits reply={reply} />
      <EditedSince reply={reply} />
      {reply.problem ? <ReplyProblem problem={reply.problem} /> : null}
      {reply.removal ? <RemovalNote removal={reply.removal} /> : null}
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
        <PersonName person={reply.by} /> · <RelativeTime instant={reply.sentAt ?? reply.createdAt} /> ·{' '}
        <Link component={RouterLink} to={`/library/${reply.answerId}`}>
          {reply.question} ({t('reply.version', { number: reply.answerVersionNumber })})
        </Link>
        {reply.second?.by ? ` · ${t('reply.secondBy', { name: reply.second.by.name })}` : ''}
        {reply.corrects ? ` · ${t('reply.corrects', { reason: reply.corrects.reason })}` : ''}
        {(reply.externalId ?? reply.url) && !removed ? (
          <>
            {' · '}
            <PostLink network={reply.network} externalId={reply.externalId} url={reply.url} />
          </>
        ) : null}
      </Typography>
      <ReplyActions reply={reply} onCorrect={onCorrect} />
    </Alert>
  );
}

function RemovalNote({ removal }: { removal: NonNullable<Reply['removal']> }) {
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {t(removal.removedAt ? 'reply.removedWhy' : 'reply.removalWhy', {
          name: removal.by.name,
          reason: removal.reason,
        })}
      </Typography>
      {removal.problem ? <ReplyProblem problem={removal.problem} /> : null}
    </>
  );
}
