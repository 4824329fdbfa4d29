import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../i18n/format.js';
import { useReasonText } from '../inbox/use-reason-text.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { type Change, MOST_LOOKED_AT, type Preview } from './use-lexicon-preview.js';

/** The past mentions that a term would judge otherwise, before and after. */
export function WhatWouldChange({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (preview.state === 'idle') return null;
  const { looked, changed } = preview;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {preview.state === 'running' ? (
        <LinearProgress
          variant="determinate"
          aria-label={t('whatIf.progress')}
          value={Math.min(100, (100 * looked) / MOST_LOOKED_AT)}
        />
      ) : null}
      <ProblemAlert error={preview.error} />
      <Typography role="status" variant="body2" sx={{ fontWeight: 600 }}>
        {t('whatIf.found', { count: changed.length, looked: format.number(looked) })}
      </Typography>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 280, overflowY: 'auto' }}
        tabIndex={changed.length > 0 ? 0 : undefined}
        aria-label={t('whatIf.title')}
      >
        {changed.slice(0, MOST_SHOWN).map((change) => (
          <ChangedMention key={change.mentionId} change={change} />
        ))}
      </Box>
      {changed.length > MOST_SHOWN ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('whatIf.more', { count: changed.length - MOST_SHOWN })}
        </Typography>
      ) : null}
    </Box>
  );
}

const MOST_SHOWN = 100;

function ChangedMention({ change: { mentionId, text, before, after } }: { change: Change }) {
  const { t } = useTranslation();
  const { word } = useReasonText();
  const side = (judged: Change['before']) => (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <LevelBadge level={judged.level} /> {word('harm', judged.harm)} · {word('intent', judged.intent)}
    </Box>
  );
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Link
        component={RouterLink}
        to={`/inbox/${mentionId}`}
        target="_blank"
        variant="body2"
        sx={{ overflowWrap: 'anywhere' }}
      >
        {text}
      </Link>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, typography: 'body2', mt: 0.5 }}
      >
        {side(before)} <span aria-label={t('whatIf.becomes')}>→</span> {side(after)}
      </Box>
    </Box>
  );
}
