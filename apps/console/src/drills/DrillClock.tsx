import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillDetail } from '#contract/drills';
import { LONGEST_GAP_MS } from '#rules/drills';
import { Section } from '../inbox/Section.js';
import { useSecond } from '../workshops/use-second.js';
import { scenarioClock } from './scenario-time.js';

/** The time of the scenario, and what comes next. It is followed between two readings, and no further than these allow. */
export function DrillClock({ drill }: { drill: DrillDetail }) {
  const { t } = useTranslation();
  const now = useSecond();
  const { clock } = drill;
  const [read, setRead] = useState({ clock, at: now });
  if (read.clock.readAt !== clock.readAt) setRead({ clock, at: now });
  const since = clock.runs ? Math.min(Math.max(now - read.at, 0), LONGEST_GAP_MS) : 0;
  const elapsed = clock.elapsedMs + since * drill.speed;
  const next = drill.injects.find(({ outcome }) => outcome === null);
  const over = elapsed >= clock.lengthMs;
  return (
    <Section heading="h2" title={t('drills.run.elapsed')}>
      <Typography
        component="p"
        sx={{ fontSize: '2rem', fontVariantNumeric: 'tabular-nums', lineHeight: 1.2 }}
      >
        <span role="timer">{scenarioClock(elapsed)}</span>{' '}
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {t('drills.run.of', { length: scenarioClock(clock.lengthMs) })}
        </Typography>
      </Typography>
      <LinearProgress
        variant="determinate"
        aria-label={t('drills.run.elapsed')}
        value={Math.min(100, (100 * elapsed) / Math.max(1, clock.lengthMs))}
      />
      <Box sx={{ mt: 1 }}>
        {clock.runs ? null : <Typography variant="body2">{t('drills.run.standing')}</Typography>}
        {over ? <Alert severity="info">{t('drills.run.finished')}</Alert> : null}
        {over ? null : (
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {next
              ? t('drills.run.next', {
                  text: `${scenarioClock(next.atSeconds * 1000)} · ${next.author.name}`,
                })
              : t('drills.run.nothingNext')}
          </Typography>
        )}
      </Box>
    </Section>
  );
}
