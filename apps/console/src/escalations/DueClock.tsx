import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { EscalationAsk } from '#contract/escalation';
import { useFormat } from '../i18n/format.js';
import { useSecondsLeft } from '../reply/use-seconds-left.js';

/** What the clock of a question counts down to: its next step, the end of the time to decide, or of a pause. */
export function DueClock({ ask }: { ask: EscalationAsk }) {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = useSecondsLeft(ask.nextAt);
  if (ask.nextAt === null) return null;
  const time = seconds > 0 ? format.clock(seconds) : t('escalations.overdue');
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
