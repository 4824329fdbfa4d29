import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.js';

/** Less than this in an hour is no movement. */
const STEADY = 2;

/** Where a score is heading: an arrow, and the words. */
export function Trend({ trend, words = true }: { trend: number; words?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const way = trend > STEADY ? 'up' : trend < -STEADY ? 'down' : 'flat';
  const text = t(`levels.trend.${way}`, { change: format.number(Math.round(Math.abs(trend))) });
  return (
    <Typography
      component="span"
      variant="caption"
      title={text}
      sx={{ color: 'text.secondary', whiteSpace: words ? 'normal' : 'nowrap' }}
    >
      <span aria-hidden="true">{ARROWS[way]} </span>
      {words ? text : <span aria-label={text} role="img" />}
    </Typography>
  );
}

const ARROWS = { up: '↗', down: '↘', flat: '→' } as const;
