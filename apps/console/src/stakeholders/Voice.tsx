import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { readVoice, type StakeholderSummary, type StakeholderVoice } from '#contract/stakeholders';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';

const WEEKS = 12;

/** What a stakeholder said, week by week and by topic; every figure opens its mentions. */
export function Voice({ stakeholder }: { stakeholder: StakeholderSummary }) {
  const { t } = useTranslation();
  const params = { stakeholderId: stakeholder.id };
  const reading = useEndpoint(readVoice, { params, query: { weeks: WEEKS } });
  const voice = reading.data;
  const silent = voice?.total.every((count) => count === 0) ?? false;
  return (
    <Section heading="h2" title={t('stakeholders.voice')}>
      {reading.isPending ? <LoadingState rows={1} height={200} /> : null}
      {reading.error && !voice ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {silent ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('stakeholders.voiceNone')}
        </Typography>
      ) : null}
      {voice && !silent ? (
        <>
          <Course voice={voice} />
          <Figures voice={voice} stakeholder={stakeholder} />
        </>
      ) : null}
    </Section>
  );
}

const STROKES = ['0', '6 3', '2 3', '8 3 2 3', '1 2', '10 4'];
const COLOURS = [
  'var(--passerelle-palette-primary-main)',
  'var(--passerelle-level-3-solid)',
  'var(--passerelle-level-0-solid)',
  'var(--passerelle-level-4-solid)',
  'var(--passerelle-level-2-solid)',
  'var(--passerelle-palette-text-secondary)',
];

/** Lines differ in stroke, not in colour alone. */
function Course({ voice }: { voice: StakeholderVoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const strokes = Object.fromEntries(
    voice.lines.map((_, at) => [`& [data-series="line${at}"]`, { strokeDasharray: STROKES[at] }]),
  );
  return (
    <LineChart
      height={220}
      skipAnimation
      margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
      xAxis={[
        {
          data: voice.weeks.map((week) => new Date(week)),
          scaleType: 'point',
          valueFormatter: (week: Date) => format.date(week),
          height: 28,
        },
      ]}
      yAxis={[{ width: 44, min: 0 }]}
      grid={{ horizontal: true }}
      series={voice.lines.map(({ topic, mentions }, at) => ({
        id: `line${at}`,
        label: topic?.name ?? t('stakeholders.voiceNoTopic'),
        data: mentions,
        showMark: false,
        curve: 'linear' as const,
        color: COLOURS[at] ?? 'var(--passerelle-palette-text-primary)',
        valueFormatter: (value: number | null) => (value === null ? '–' : format.number(value)),
      }))}
      sx={strokes}
    />
  );
}

interface FiguresProps {
  voice: StakeholderVoice;
  stakeholder: StakeholderSummary;
}

/** The same in figures, the latest week first; weeks in which nothing was said are left out. */
function Figures({ voice, stakeholder }: FiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const weeks = voice.weeks
    .map((from, at) => ({ from, to: voice.weeks[at + 1] ?? voice.until, at }))
    .filter(({ at }) => (voice.total[at] ?? 0) > 0)
    .reverse();
  const cell = (week: { from: string; to: string }, mentions: number, negative: number, topicId?: string) => {
    if (mentions === 0) return '–';
    const search = new URLSearchParams({
      ...{ state: 'all', stakeholderId: stakeholder.id, from: week.from, to: week.to },
      ...(topicId === undefined ? {} : { topicId }),
    });
    return (
      <Link component={RouterLink} to={`/inbox?${search.toString()}`}>
        {t('stakeholders.postsNegative', {
          count: mentions,
          number: format.number(mentions),
          negative: format.number(negative),
        })}
      </Link>
    );
  };
  const named = voice.lines.flatMap(({ topic, mentions, negative }) =>
    topic === null ? [] : [{ topic, mentions, negative }],
  );
  return (
    <Box component="details" sx={{ mt: 1 }}>
      <Box component="summary" sx={{ cursor: 'pointer', typography: 'body2', py: 0.5 }}>
        {t('stakeholders.voiceTable')}
      </Box>
      <Box sx={{ overflow: 'auto' }} tabIndex={0} role="region" aria-label={t('stakeholders.voiceTable')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('stakeholders.week')}</TableCell>
              <TableCell>{t('stakeholders.voiceAll')}</TableCell>
              {named.map(({ topic }) => (
                <TableCell key={topic.id}>{topic.name}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {weeks.map((week) => (
              <TableRow key={week.from}>
                <TableCell component="th" scope="row">
                  {format.date(week.from)}
                </TableCell>
                <TableCell>{cell(week, voice.total[week.at] ?? 0, voice.negative[week.at] ?? 0)}</TableCell>
                {named.map(({ topic, mentions, negative }) => (
                  <TableCell key={topic.id}>
                    {cell(week, mentions[week.at] ?? 0, negative[week.at] ?? 0, topic.id)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}
