import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { draftReport, type IncidentDetail, listReports } from '#contract/crisis';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

/** Situation reports, newest first; the next one is drafted from the data. */
export function ReportsTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const params = { incidentId: incident.id };
  const reading = useEndpoint(listReports, { params });
  const draft = useChange(draftReport, {
    touches: [...TOUCHED, listReports],
    onDone: ({ id }) => void navigate(`/incidents/${incident.id}/reports/${id}`),
  });
  const items = reading.data?.items ?? [];
  const hasDraft = items.some(({ state }) => state === 'draft');
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {may('incidents.take_part') && incident.state !== 'closed' && reading.data && !hasDraft ? (
        <Box>
          <Button variant="contained" loading={draft.isPending} onClick={() => draft.mutate({ params })}>
            {t('incidents.draftReport')}
          </Button>
        </Box>
      ) : null}
      <ProblemAlert error={draft.error} />
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={2} /> : null}
      {reading.data && items.length === 0 ? <Typography>{t('incidents.reportsNone')}</Typography> : null}
      {items.length > 0 ? (
        <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {items.map((report) => (
            <Box
              component="li"
              key={report.id}
              sx={{ px: 2, py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}
            >
              <Link component={RouterLink} to={`/incidents/${incident.id}/reports/${report.id}`}>
                {t('incidents.reportTitle', { number: report.number })}
              </Link>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {report.sentAt
                  ? t('incidents.reportSent', {
                      time: format.dateTime(report.sentAt),
                      count: report.recipients,
                    })
                  : t('incidents.reportDraft')}{' '}
                · {t('incidents.reportVersion', { version: report.version })} ·{' '}
                {t('incidents.figuresAsOf', { time: format.dateTime(report.dataAt) })}
              </Typography>
            </Box>
          ))}
        </Paper>
      ) : null}
    </Box>
  );
}
