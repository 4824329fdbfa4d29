import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import {
  judgeMessageHit,
  listCarryingReplies,
  listMessageHits,
  type MessageHit,
  readMessageFigures,
  readMessageOverview,
} from '#contract/messages';
import type { Realm } from '#platform/contract';
import { useChange, usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { highlight } from '../inbox/highlight.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useNetworkName } from '../shared/network-name.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';

interface ListProps {
  messageKey: string;
  message: string;
  realm: Realm;
  from: string;
  /** Exclusive. */
  until?: string;
}

/** The mentions that repeat a message, with the words that were recognised; a person says whether they really do. */
export function MessageHits({ messageKey, message, ...span }: ListProps) {
  const { t } = useTranslation();
  const hits = usePages(listMessageHits, { params: { key: messageKey }, query: { ...span, limit: 20 } });
  const title = t('keyMessages.hits', { message });
  return (
    <Box role="region" aria-label={title}>
      <KeysetList query={hits} empty={<EmptyState title={t('keyMessages.noHits')} />}>
        {(items) => (
          <Rows>
            {items.map((hit) => (
              <HitRow key={hit.mentionId} messageKey={messageKey} hit={hit} />
            ))}
          </Rows>
        )}
      </KeysetList>
    </Box>
  );
}

function HitRow({ messageKey, hit }: { messageKey: string; hit: MessageHit }) {
  const { t } = useTranslation();
  const may = useMay();
  const format = useFormat();
  const networkName = useNetworkName();
  const judge = useChange(judgeMessageHit, {
    touches: [listMessageHits, readMessageFigures, readMessageOverview],
  });
  const say = (verdict: 'yes' | 'no') =>
    judge.mutate({
      params: { key: messageKey, mentionId: hit.mentionId },
      body: { verdict: hit.verdict === verdict ? null : verdict },
    });
  return (
    <Box component="li" sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.25 }}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {hit.author ?? '–'} · {networkName(hit.network)} ·{' '}
        <RelativeTime instant={hit.publishedAt} focusable /> ·{' '}
        {hit.kind === 'wording'
          ? t('keyMessages.hitKind.wording')
          : t('keyMessages.hitKind.near', { share: format.percent(hit.share) })}
        {hit.verdictBy ? ` · ${t('keyMessages.judgedBy', { name: hit.verdictBy })}` : ''}
      </Typography>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {highlight(hit.text, hit.words).map(({ text, marked }, index) =>
          marked ? <mark key={index}>{text}</mark> : text,
        )}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
        {may('mentions.triage') || may('answers.write') ? (
          <>
            <Button
              size="small"
              variant={hit.verdict === 'yes' ? 'contained' : 'outlined'}
              aria-pressed={hit.verdict === 'yes'}
              disabled={judge.isPending}
              onClick={() => say('yes')}
            >
              {t('keyMessages.right')}
            </Button>
            <Button
              size="small"
              variant={hit.verdict === 'no' ? 'contained' : 'outlined'}
              aria-pressed={hit.verdict === 'no'}
              disabled={judge.isPending}
              onClick={() => say('no')}
            >
              {t('keyMessages.wrong')}
            </Button>
          </>
        ) : null}
        <Link component={RouterLink} to={`/inbox/${hit.mentionId}?state=all`} variant="body2">
          {t('keyMessages.openMention')}
        </Link>
      </Box>
      <ProblemAlert error={judge.error} />
    </Box>
  );
}

/** The replies sent that carry a message. */
export function CarryingReplies({ messageKey, message, ...span }: ListProps) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  const replies = usePages(listCarryingReplies, {
    params: { key: messageKey },
    query: { ...span, limit: 20 },
  });
  return (
    <Box role="region" aria-label={t('keyMessages.replies', { message })}>
      <KeysetList query={replies} empty={<EmptyState title={t('keyMessages.noReplies')} />}>
        {(items) => (
          <Rows>
            {items.map((reply) => (
              <Box
                component="li"
                key={reply.replyId}
                sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.25 }}
              >
                <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                  {reply.by} · {networkName(reply.network)} ·{' '}
                  <RelativeTime instant={reply.sentAt} focusable />
                </Typography>
                <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {reply.text}
                </Typography>
                <Link component={RouterLink} to={`/inbox/${reply.mentionId}?state=all`} variant="body2">
                  {t('keyMessages.openMention')}
                </Link>
              </Box>
            ))}
          </Rows>
        )}
      </KeysetList>
    </Box>
  );
}

function Rows({ children }: { children: ReactNode }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
      {children}
    </Box>
  );
}
