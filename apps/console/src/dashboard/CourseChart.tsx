import { LineChart, lineClasses } from '@mui/x-charts/LineChart';
import { useTranslation } from 'react-i18next';
import type { DashboardView } from '#contract/dashboard';
import { useFormat } from '../i18n/format.js';

export type Course = DashboardView['course'];

const LARGE = { fontSize: 'clamp(1rem, 1.3vw, 1.75rem)' };

export interface CourseChartProps {
  course: Course;
  /** `wall`: as high as what it stands in, in letters that are read from across a room. */
  size?: 'page' | 'wall';
}

/** Mentions over time, the negative ones among them, and what is usual. Lines differ in stroke, not in colour alone. */
export function CourseChart({ course, size = 'page' }: CourseChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = course[0]?.at;
  const second = course[1]?.at;
  const long =
    first !== undefined && second !== undefined && Date.parse(second) - Date.parse(first) >= 6 * 3_600_000;
  const known = course.some(({ usual }) => usual !== null);
  const number = (value: number | null) =>
    value === null ? '–' : format.number(Math.round(value * 10) / 10);
  return (
    <LineChart
      {...(size === 'page' ? { height: 220 } : {})}
      skipAnimation
      // The last label stands half beside its tick.
      margin={{ top: 8, right: size === 'page' ? 28 : 60, bottom: 0, left: 0 }}
      xAxis={[
        {
          data: course.map(({ at }) => new Date(at)),
          scaleType: 'time',
          valueFormatter: (value: Date, context: { location: string }) =>
            context.location === 'tick'
              ? long
                ? format.date(value)
                : format.time(value)
              : format.dateTime(value),
          tickNumber: 5,
          ...(size === 'page' ? { height: 28 } : { height: 56, tickLabelStyle: LARGE }),
        },
      ]}
      yAxis={[{ min: 0, ...(size === 'page' ? { width: 44 } : { width: 96, tickLabelStyle: LARGE }) }]}
      slotProps={size === 'page' ? {} : { legend: { sx: { fontSize: LARGE.fontSize } } }}
      grid={{ horizontal: true }}
      series={[
        {
          id: 'mentions',
          label: t('dashboard.mentions'),
          data: course.map(({ mentions }) => mentions),
          area: true,
          showMark: false,
          curve: 'linear',
          color: 'var(--passerelle-palette-primary-main)',
          valueFormatter: number,
        },
        {
          id: 'negative',
          label: t('dashboard.negative'),
          data: course.map(({ negative }) => negative),
          showMark: false,
          curve: 'linear',
          color: 'var(--passerelle-level-3-solid)',
          valueFormatter: number,
        },
        ...(known
          ? [
              {
                id: 'usual',
                label: t('dashboard.usual'),
                data: course.map(({ usual }) => usual),
                showMark: false,
                curve: 'linear' as const,
                color: 'var(--passerelle-palette-text-secondary)',
                valueFormatter: number,
              },
            ]
          : []),
      ]}
      sx={{
        [`& .${lineClasses.area}`]: { opacity: 0.12 },
        '& [data-series="negative"]': { strokeDasharray: '6 3' },
        '& [data-series="usual"]': { strokeDasharray: '2 3' },
      }}
    />
  );
}
