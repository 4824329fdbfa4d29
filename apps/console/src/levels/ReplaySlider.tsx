import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Slider from '@mui/material/Slider';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.js';
import { endOf, type Timeline } from './timeline.js';

interface ReplaySliderProps {
  timeline: Timeline;
  /** The moment looked at; null for now. */
  at: string | null;
  onMove: (at: string | null) => void;
}

/** Goes back through the past: everything below the charts then shows what stood at that moment. */
export function ReplaySlider({ timeline, at, onMove }: ReplaySliderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { points, bucketMinutes } = timeline;
  const ends = points.map((point) => endOf(point, bucketMinutes));
  const last = Math.max(0, points.length - 1);
  const found = at === null ? last : ends.findIndex((end) => end >= at);
  const value = found < 0 ? last : found;
  const said = at === null ? t('levels.now') : t('levels.replayAt', { when: format.dateTime(at) });
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ ml: '40px', mr: '12px' }}>
        <Slider
          size="small"
          min={0}
          max={last}
          value={value}
          disabled={points.length === 0}
          onChange={(_, next) => onMove(next === last ? null : (ends[Number(next)] ?? null))}
          getAriaLabel={() => t('levels.replay')}
          getAriaValueText={() => said}
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }} aria-live="polite">
          {said}
        </Typography>
        {at === null ? (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('levels.replayHint')}
          </Typography>
        ) : (
          <Button size="small" onClick={() => onMove(null)}>
            {t('levels.now')}
          </Button>
        )}
      </Box>
    </Box>
  );
}
