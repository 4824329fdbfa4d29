import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.js';
import { LEVEL_CODES, LEVEL_SHAPES, levelColour } from '../theme/levels.js';
import { levelStretches, type TimelinePoint } from './timeline.js';

/** The level over time as a strip: colour and shape, in words for those who do not see it. */
export function LevelStrip({ points }: { points: readonly TimelinePoint[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stretches = levelStretches(points);
  const words = stretches
    .map(({ level, from }) => {
      const start = points[from];
      return start ? `${format.dateTime(start.at)} ${t(`vocabulary.level.${LEVEL_CODES[level]}`)}` : '';
    })
    .join('; ');
  return (
    <Box
      role="img"
      aria-label={`${t('levels.strip')}${t('common.colon')}${words}`}
      sx={{ display: 'flex', ml: '40px', mr: '12px', height: 22, borderRadius: 1, overflow: 'hidden' }}
    >
      {stretches.map(({ level, from, length }) => (
        <Box
          key={from}
          title={t(`vocabulary.level.${LEVEL_CODES[level]}`)}
          sx={{
            flex: length,
            minWidth: 0,
            overflow: 'hidden',
            textAlign: 'center',
            fontSize: '0.75rem',
            lineHeight: '22px',
            color: levelColour(level, 'ink'),
            bgcolor: levelColour(level, 'tint'),
            borderBottom: 3,
            borderColor: levelColour(level, 'solid'),
          }}
        >
          {length > points.length / 50 ? LEVEL_SHAPES[level] : ''}
        </Box>
      ))}
    </Box>
  );
}
