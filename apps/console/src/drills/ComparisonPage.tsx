import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type DrillSummary, listDrills } from '#contract/drills';
import { MEASURED, OBSERVED } from '#rules/drills';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';

/** The newest ones are compared. */
const READ = 60;
const SHOWN = 8;

/** Scores of the drills that have ended, side by side. */
export function ComparisonPage() {
  const { t } = useTranslation();
  const reading = useEndpoint(listDrills, { query: { limit: READ } });
  const drills = (reading.data?.items ?? [])
    .filter(({ endedAt }) => endedAt !== null)
    .slice(0, SHOWN)
    .reverse();
  return (
    <PageBody wide>
      <Link component={RouterLink} to="/drills" variant="body2">
        {t('drills.back')}
      </Link>
      <PageHeader title={t('drills.compare.title')} lead={t('drills.compare.lead')} />
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={6} height={40} /> : null}
      {reading.data && drills.length === 0 ? (
        <EmptyState title={t('drills.compare.none')} text={t('drills.compare.noneText')} />
      ) : null}
      {drills.length > 0 ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Bars drills={drills} />
          <Scores drills={drills} />
        </Box>
      ) : null}
    </PageBody>
  );
}

/** A bar for each drill; the same figures stand in the table. */
function Bars({ drills }: { drills: readonly DrillSummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section heading="h2" title={t('drills.compare.chart')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {drills.map((drill) => (
          <Box component="li" key={drill.id}>
            <Typography variant="caption" component="p" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {t('drills.compare.bar', {
                title: drill.title,
                date: format.date(drill.endedAt ?? drill.createdAt),
                score: drill.overall === null ? '–' : format.number(drill.overall),
              })}
            </Typography>
            <Box aria-hidden="true" sx={{ height: 10, borderRadius: 1, bgcolor: 'action.hover' }}>
              <Box
                sx={{
                  height: '100%',
                  width: `${drill.overall ?? 0}%`,
                  borderRadius: 1,
                  bgcolor: 'primary.main',
                }}
              />
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function Scores({ drills }: { drills: readonly DrillSummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (score: number | null | undefined) =>
    typeof score === 'number' ? format.number(score) : '–';
  return (
    <Section heading="h2" title={t('drills.compare.table')}>
      <TableContainer tabIndex={0} role="group" aria-label={t('drills.compare.table')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell component="th" scope="col">
                {t('drills.grid.criterion')}
              </TableCell>
              {drills.map((drill) => (
                <TableCell key={drill.id} component="th" scope="col" align="right" sx={{ minWidth: 110 }}>
                  <Link component={RouterLink} to={`/drills/${drill.id}`}>
                    {drill.title}
                  </Link>
                  <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
                    {format.date(drill.endedAt ?? drill.createdAt)} ·{' '}
                    {t('drills.speed', { speed: format.number(drill.speed) })}
                  </Typography>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {[...MEASURED, ...OBSERVED].map((criterion) => (
              <TableRow key={criterion}>
                <TableCell component="th" scope="row">
                  {t(`drills.criterion.${criterion}`)}
                </TableCell>
                {drills.map((drill) => (
                  <TableCell key={drill.id} align="right">
                    {shown(drill.scores.find((one) => one.criterion === criterion)?.score)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
            <TableRow>
              <TableCell component="th" scope="row" sx={{ fontWeight: 700 }}>
                {t('drills.compare.overall')}
              </TableCell>
              {drills.map((drill) => (
                <TableCell key={drill.id} align="right" sx={{ fontWeight: 700 }}>
                  {shown(drill.overall)}
                </TableCell>
              ))}
            </TableRow>
          </TableBody>
        </Table>
      </TableContainer>
    </Section>
  );
}
