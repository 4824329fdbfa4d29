import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.js';
import { useSecondsLeft } from '../reply/use-seconds-left.js';

/** How long until a time, in red near its end; “overdue” after it. Nothing where no time is set. */
export function CountDown({ instant }: { instant: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = useSecondsLeft(instant);
  if (instant === null) return null;
  return (
    <Box
      component="time"
      dateTime={instant}
      title={format.full(instant)}
      sx={{
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
        color: seconds < 300 ? 'error.main' : 'text.secondary',
        fontWeight: seconds < 300 ? 650 : 400,
      }}
    >
      {seconds > 0 ? t('incidents.inTime', { time: format.clock(seconds) }) : t('incidents.overdue')}
    </Box>
  );
}
