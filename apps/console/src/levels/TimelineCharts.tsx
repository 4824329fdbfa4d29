import Box from '@mui/material/Box';
import { LineChart } from '@mui/x-charts/LineChart';
import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine';
import { useTranslation } from 'react-i18next';
import type { Timeline } from './timeline.js';
import { useFormat } from '../i18n/format.js';

interface TimelineChartsProps {
  timeline: Timeline;
  /** The moment that is looked at; null for now. */
  at: string | null;
  onPick: (at: string) => void;
}

const MARGIN = { top: 8, right: 12, bottom: 0, left: 0 };

/** Volume with the usual band, and below it score and anomaly. The table beside says the same in figures. */
export function TimelineCharts({ timeline, at, onPick }: TimelineChartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { points, bucketMinutes } = timeline;
  const times = points.map((point) => new Date(point.at));
  const long = bucketMinutes >= 120;
  const axis = {
    data: times,
    scaleType: 'time' as const,
    valueFormatter: (value: Date, context: { location: string }) =>
      context.location === 'tick' ? (long ? format.date(value) : format.time(value)) : format.dateTime(value),
    tickNumber: 5,
    height: 28,
  };
  const bucket =
    bucketMinutes < 120
      ? t('levels.bucketMinutes', { count: bucketMinutes })
      : t('levels.bucketHours', { count: bucketMinutes / 60 });
  const pick = (_: unknown, data: { dataIndex: number } | null) => {
    const point = data === null ? undefined : points[data.dataIndex];
    if (point) onPick(point.at);
  };
  const moment =
    at === null ? null : <ChartsReferenceLine x={new Date(at)} lineStyle={{ strokeDasharray: '4 3' }} />;
  const number = (value: number | null) =>
    value === null ? '–' : format.number(Math.round(value * 10) / 10);
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      <Box component="figure" sx={{ m: 0, minWidth: 0 }}>
        <Box component="figcaption" sx={{ typography: 'caption', color: 'text.secondary' }}>
          {t('levels.volumeChart', { bucket })}
        </Box>
        <LineChart
          height={220}
          skipAnimation
          margin={MARGIN}
          xAxis={[axis]}
          yAxis={[{ width: 40, min: 0 }]}
          grid={{ horizontal: true }}
          onAxisClick={pick}
          series={[
            {
              id: 'mentions',
              label: t('levels.volume'),
              data: points.map(({ mentions }) => mentions),
              area: true,
              showMark: false,
              curve: 'linear',
              color: 'var(--passerelle-palette-primary-main)',
              valueFormatter: number,
            },
            {
              id: 'usual',
              label: t('levels.usual'),
              data: points.map(({ expected }) => expected),
              showMark: false,
              curve: 'linear',
              color: 'var(--passerelle-palette-text-secondary)',
              valueFormatter: number,
            },
            {
              id: 'usualHigh',
              label: t('levels.usualHigh'),
              data: points.map(({ usualHigh }) => usualHigh),
              showMark: false,
              curve: 'linear',
              color: 'var(--passerelle-level-1-solid)',
              valueFormatter: number,
            },
          ]}
          sx={LINES}
        >
          {moment}
        </LineChart>
      </Box>
      <Box component="figure" sx={{ m: 0, minWidth: 0 }}>
        <Box component="figcaption" sx={{ typography: 'caption', color: 'text.secondary' }}>
          {t('levels.scoreChart')}
        </Box>
        <LineChart
          height={170}
          skipAnimation
          margin={MARGIN}
          xAxis={[axis]}
          yAxis={[{ width: 40, min: 0, max: 100 }]}
          grid={{ horizontal: true }}
          onAxisClick={pick}
          series={[
            {
              id: 'score',
              label: t('levels.scoreOf'),
              data: points.map(({ score }) => score),
              showMark: false,
              curve: 'linear',
              color: 'var(--passerelle-level-3-solid)',
              valueFormatter: number,
            },
            {
              id: 'anomaly',
              label: t('levels.anomaly'),
              data: points.map(({ anomaly }) => anomaly * 100),
              showMark: false,
              curve: 'linear',
              color: 'var(--passerelle-level-4-solid)',
              valueFormatter: number,
            },
          ]}
          sx={LINES}
        >
          {moment}
        </LineChart>
      </Box>
    </Box>
  );
}

/** Lines are told apart by their strokes too, not by colour alone. */
const LINES = {
  '& .MuiAreaElement-root, & [data-series="mentions"].MuiLineChart-area': { fillOpacity: 0.25 },
  '& [data-series="usual"]': { strokeDasharray: '6 4' },
  '& [data-series="usualHigh"]': { strokeDasharray: '2 3' },
  '& [data-series="anomaly"]': { strokeDasharray: '3 3' },
} as const;
