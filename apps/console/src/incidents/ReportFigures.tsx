import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslation } from 'react-i18next';
import type { ReportData } from '#contract/crisis';
import { useFigureWords } from '../dashboard/use-figure-words.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { LevelBadge } from '../shared/LevelBadge.js';

/** The figures of a report, as they were at its moment. */
export function ReportFigures({ data, dataAt }: { data: ReportData; dataAt: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { words, value } = useFigureWords();
  return (
    <Section heading="h2" title={t('incidents.figures')} action={<LevelBadge level={data.level} />}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('incidents.figuresAsOf', { time: format.dateTime(dataAt) })}
      </Typography>
      <Box
        component="dl"
        sx={{
          ...{ m: 0, display: 'grid', gap: 1 },
          gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
        }}
      >
        {data.figures.map((figure) => (
          <Box key={figure.code} sx={{ minWidth: 0 }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {words(figure.code).name}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
              {value(figure.code, figure.value)}
              {figure.before === null ? null : (
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                  {' '}
                  ({t('incidents.before', { value: value(figure.code, figure.before) })})
                </Typography>
              )}
            </Typography>
          </Box>
        ))}
      </Box>
      {data.course.length > 1 ? <Course course={data.course} /> : null}
    </Section>
  );
}

/** Lines differ in stroke, not in colour alone. */
function Course({ course }: { course: ReportData['course'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const usual = course.some((point) => point.usual !== null);
  return (
    <LineChart
      height={200}
      skipAnimation
      margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
      xAxis={[
        {
          data: course.map(({ at }) => new Date(at)),
          scaleType: 'time',
          valueFormatter: (at: Date, context: { location: string }) =>
            context.location === 'tick' ? format.time(at) : format.dateTime(at),
          tickNumber: 5,
          height: 28,
        },
      ]}
      yAxis={[{ width: 44, min: 0 }]}
      grid={{ horizontal: true }}
      series={[
        {
          id: 'mentions',
          label: t('incidents.mentionsChart'),
          data: course.map(({ mentions }) => mentions),
          area: true,
          showMark: false,
          curve: 'linear',
          color: 'var(--passerelle-palette-primary-main)',
        },
        ...(usual
          ? [
              {
                id: 'usual',
                label: t('incidents.usual'),
                data: course.map((point) => point.usual),
                showMark: false,
                curve: 'linear' as const,
                color: 'var(--passerelle-palette-text-secondary)',
              },
            ]
          : []),
      ]}
      sx={{
        '& .MuiAreaElement-root, & .MuiLineChart-area': { opacity: 0.12 },
        '& [data-series="usual"]': { strokeDasharray: '2 3' },
      }}
    />
  );
}
