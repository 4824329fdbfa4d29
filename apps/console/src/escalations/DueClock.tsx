import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { EscalationAsk } from '#contract/escalation';
import { useSecondsLeft } from '../reply/use-seconds-left.js';

/** What the clock of a question counts down to: its next step, the end of the time to decide, or of a pause. */
export function DueClock({ ask }: { ask: EscalationAsk }) {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(ask.nextAt);
  if (ask.nextAt === null) return null;
  const time = seconds > 0 ? clockOf(seconds) : t('escalations.overdue');
  const key = ask.snoozedUntil ? 'snoozedFor' : ask.state === 'acknowledged' ? 'decideBefore' : 'nextStep';
  return (
    <Typography
      component="span"
      variant="caption"
      sx={{
        fontVariantNumeric: 'tabular-nums',
        color: seconds < 120 && !ask.snoozedUntil ? 'error.main' : 'text.secondary',
        fontWeight: seconds < 120 ? 650 : 400,
      }}
    >
      {t(`escalations.${key}`, { time })}
    </Typography>
  );
}

/** `4:05`, `1:02:09`, `3 d 04:00` */
export function clockOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} d ${two(hours)}:${two(minutes)}`;
  if (hours > 0) return `${hours}:${two(minutes)}:${two(seconds % 60)}`;
  return `${minutes}:${two(seconds % 60)}`;
}
