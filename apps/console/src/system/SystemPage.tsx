import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { readHealth, readMetrics, readOpenApi, readSystem } from '#contract/system';
import type { ResponseOf } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { RelativeTime } from '../shared/RelativeTime.js';

const REFRESH_MS = 5000;

/** Figures of the installation, read again and again. */
export function SystemPage() {
  const { t } = useTranslation();
  const reading = useEndpoint(readSystem, {}, { refetchInterval: REFRESH_MS });
  return (
    <PageBody>
      <PageHeader title={t('system.title')} lead={t('system.lead')} />
      {reading.error ? <ErrorState error={reading.error} onRetry={() => void reading.refetch()} /> : null}
      {reading.isPending ? <LoadingState rows={6} /> : null}
      {reading.data ? <Figures system={reading.data} /> : null}
    </PageBody>
  );
}

type System = ResponseOf<typeof readSystem>;

function needsLook({ queue, jobs, outbox }: System): boolean {
  return (queue.oldestSeconds ?? 0) > 60 || queue.failed + jobs.failed + outbox.uncertain + outbox.failed > 0;
}

function Figures({ system }: { system: System }) {
  const { t } = useTranslation();
  const format = useFormat();
  const look = needsLook(system);
  const { jobs, queue, outbox } = system;
  const replies = (state: string, count: number) => (
    <Link component={RouterLink} to={`/replies?state=${state}`}>
      {format.number(count)}
    </Link>
  );
  const rows: [string, ReactNode][] = [
    [t('system.version'), system.version],
    [t('system.startedAt'), <RelativeTime key="started" instant={system.startedAt} focusable />],
    [t('system.database'), system.database.version],
    [t('system.databaseSize'), format.bytes(system.database.bytes)],
    [t('system.queue'), format.number(queue.waiting)],
    [
      t('system.oldest'),
      queue.oldestSeconds === null
        ? '–'
        : t('system.seconds', { seconds: format.number(Math.round(queue.oldestSeconds)) }),
    ],
    [t('system.queueFailed'), format.number(queue.failed)],
    [
      t('system.jobs', { driver: jobs.driver }),
      [
        t('system.waiting', { number: jobs.waiting }),
        t('system.running', { number: jobs.running }),
        t('system.failed', { number: jobs.failed }),
      ].join(' · '),
    ],
    [t('system.outbox'), replies('queued', outbox.queued)],
    [t('system.uncertain'), replies('uncertain', outbox.uncertain)],
    [t('system.failedReplies'), replies('refused', outbox.failed)],
    [t('system.listeners'), format.number(system.live.listeners)],
  ];
  return (
    <>
      <Alert severity={look ? 'warning' : 'success'} role="status" sx={{ mb: 2 }}>
        {t(look ? 'system.look' : 'system.fine')}
      </Alert>
      <Paper variant="outlined" component="dl" sx={{ m: 0, overflow: 'hidden' }}>
        {rows.map(([name, value]) => (
          <Box
            key={name}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
              px: 2,
              py: 1,
              borderBottom: 1,
              borderColor: 'divider',
              typography: 'body2',
            }}
          >
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Paper>
      <Typography variant="h2" sx={{ mt: 3, mb: 1 }}>
        {t('system.interfaces')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, typography: 'body2' }}>
        <Link href={readOpenApi.path}>{t('system.openApi')}</Link>
        <Link href={readHealth.path}>{t('system.health')}</Link>
        <Link href={readMetrics.path}>{t('system.metrics')}</Link>
      </Box>
    </>
  );
}
