import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Hall } from '#contract/workshops';
import { phaseClock } from '#rules/workshops';
import { useSecond } from './use-second.js';

interface PhaseClockProps {
  run: NonNullable<Hall['run']>;
  /** How far the server's clock is ahead, ms. */
  ahead: number;
  large?: boolean;
}

/** What is left of the phase, by the server's clock; below zero once its time is over. */
export function PhaseClock({ run, ahead, large = false }: PhaseClockProps) {
  const { t } = useTranslation();
  const clock = phaseClock(run, useSecond() + ahead);
  const left = minutesAndSeconds(clock.leftMs);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1.5 }}>
        <Typography
          component="p"
          role="timer"
          aria-label={t('workshops.room.left', { time: left })}
          sx={{
            m: 0,
            fontVariantNumeric: 'tabular-nums',
            fontWeight: 650,
            fontSize: large ? 'clamp(2.5rem, 6vw, 4rem)' : '2rem',
            lineHeight: 1.1,
            color: clock.over ? 'error.main' : 'text.primary',
          }}
        >
          {left}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {clock.paused
            ? t('workshops.room.paused')
            : clock.over
              ? t('workshops.room.over')
              : t('workshops.room.ofMinutes', { count: run.minutes })}
        </Typography>
      </Box>
      <LinearProgress
        variant="determinate"
        aria-hidden="true"
        value={Math.round(clock.share * 100)}
        color={clock.over ? 'error' : 'primary'}
        sx={{ mt: 1, height: 6, borderRadius: 1 }}
      />
    </Box>
  );
}

/** 12:05, −1:30 */
function minutesAndSeconds(ms: number): string {
  const seconds = ms < 0 ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000);
  const sign = ms < 0 && seconds > 0 ? '−' : '';
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
