import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { LevelDetail } from '#contract/levels';
import { useFormat } from '../i18n/format.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { LEVEL_CODES, levelNumber } from '../theme/levels.js';
import { Trend } from './Trend.js';

/** From this level on an incident is proposed. */
const INCIDENT_LEVEL = 2;

interface StandingProps {
  detail: LevelDetail;
  /** Asks to end a level set by hand; null for those who may not. */
  onRelease: (() => void) | null;
}

/** Where the topic stands now: level, since when, by whom, and where the score is heading. */
export function Standing({ detail, onRelease }: StandingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { standing, manual } = detail;
  if (standing === null) return null;
  const word = (level: number) => t(`vocabulary.level.${LEVEL_CODES[levelNumber(level)]}`);
  return (
    <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <LevelBadge level={standing.level} />
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {t('levels.score', { score: format.number(Math.round(standing.score)) })}
        </Typography>
        <Trend trend={standing.trend} />
        {standing.since === null ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            <RelativeTime instant={standing.since} focusable />
          </Typography>
        )}
      </Box>
      {manual ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2" sx={{ flex: '1 1 240px', overflowWrap: 'anywhere' }}>
            {t('levels.byHandUntil', {
              name: manual.by?.name ?? t('levels.byHandNobody'),
              until: format.dateTime(manual.until),
              reason: manual.reason,
            })}{' '}
            {t('levels.automatic', { level: word(standing.automaticLevel) })}
          </Typography>
          {onRelease ? (
            <Button size="small" variant="outlined" onClick={onRelease}>
              {t('levels.release')}
            </Button>
          ) : null}
        </Box>
      ) : null}
      {standing.level >= INCIDENT_LEVEL ? (
        <Alert severity="warning" variant="outlined">
          {t('levels.event.incident_proposed')}. {t('levels.proposed', { level: word(INCIDENT_LEVEL) })}
        </Alert>
      ) : null}
    </Paper>
  );
}
