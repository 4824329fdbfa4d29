import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listReactions, listUses } from '#contract/answers';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useNetworkName } from '../shared/network-name.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { useRealm } from '../shell/realm.js';
import { useSentimentName } from './use-sentiment-name.js';
import type { UsageFigure } from './UsageSection.js';

interface ListProps<Of extends UsageFigure['of']> {
  answerId: string;
  figure: Extract<UsageFigure, { of: Of }>;
  onClose: () => void;
}

/** The replies that a figure counts, each with the mention that it answered. */
export function UseList({ answerId, figure: { of: _, ...filter }, onClose }: ListProps<'uses'>) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const format = useFormat();
  const networkName = useNetworkName();
  const uses = usePages(listUses, { params: { answerId }, query: { realm, ...filter, limit: 20 } });
  return (
    <Opened title={t('library.usesOf')} onClose={onClose}>
      <KeysetList query={uses}>
        {(items) => (
          <Rows>
            {items.map((use) => (
              <li key={use.replyId}>
                <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                  {networkName(use.network)} · {format.languageName(use.language)} ·{' '}
                  {t('answers.version', { number: use.versionNumber })} · {use.by.name} ·{' '}
                  <RelativeTime instant={use.sentAt} focusable />
                  {use.reactions > 0 ? ` · ${t('library.reactionCount', { count: use.reactions })}` : ''}
                </Typography>
                <Typography variant="body2" lang={use.language} sx={TEXT}>
                  {use.text}
                </Typography>
                {use.mentionId === null ? (
                  <Link
                    component={RouterLink}
                    to={`/incidents/${use.incidentId}?tab=statements`}
                    variant="body2"
                  >
                    {t('library.speakingOf', { incident: use.incidentTitle })}
                  </Link>
                ) : (
                  <Link component={RouterLink} to={`/inbox/${use.mentionId}?state=all`} variant="body2">
                    {t('library.answering', {
                      author: use.mentionAuthor ?? t('library.someone'),
                      text: shortened(use.mentionText ?? ''),
                    })}
                  </Link>
                )}
              </li>
            ))}
          </Rows>
        )}
      </KeysetList>
    </Opened>
  );
}

/** The mentions that answered a published reply. */
export function ReactionList({ answerId, figure, onClose }: ListProps<'reactions'>) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const sentimentName = useSentimentName();
  const networkName = useNetworkName();
  const reactions = usePages(listReactions, {
    params: { answerId },
    query: { realm, sentiment: figure.sentiment, limit: 20 },
  });
  return (
    <Opened title={t('library.reactionsOf')} onClose={onClose}>
      <KeysetList query={reactions}>
        {(items) => (
          <Rows>
            {items.map((reaction) => (
              <li key={reaction.mentionId}>
                <Typography
                  variant="caption"
                  component="p"
                  sx={{
                    color: 'text.secondary',
                    display: 'flex',
                    flexWrap: 'wrap',
                    gap: 1,
                    alignItems: 'center',
                  }}
                >
                  <Chip variant="outlined" label={sentimentName(reaction.sentiment)} />
                  <span>
                    {reaction.author ?? t('library.someone')} · {networkName(reaction.network)} ·{' '}
                    <RelativeTime instant={reaction.publishedAt} focusable />
                  </span>
                </Typography>
                <Typography variant="body2" sx={TEXT}>
                  {reaction.text}
                </Typography>
                <Link component={RouterLink} to={`/inbox/${reaction.mentionId}?state=all`} variant="body2">
                  {t('library.openMention')}
                </Link>
              </li>
            ))}
          </Rows>
        )}
      </KeysetList>
    </Opened>
  );
}

const TEXT = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

function Opened({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Box role="region" aria-label={title} sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <Button size="small" onClick={onClose}>
          {t('library.closeList')}
        </Button>
      </Box>
      {children}
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

function shortened(text: string): string {
  return text.length > 140 ? `${text.slice(0, 139)}…` : text;
}
