import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type ImportRun, listImports } from '#contract/imports';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { ImportStateChip } from './ImportStateChip.js';
import { UploadForm } from './UploadForm.js';

/** Files that were brought in, and a way to bring in another. */
export function ImportsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const imports = usePages(listImports, { query: { limit: 30 } });
  return (
    <PageBody>
      <PageHeader title={t('imports.title')} lead={t('imports.lead')} />
      {may('imports.write') ? <UploadForm /> : null}
      <KeysetList
        query={imports}
        empty={<EmptyState title={t('imports.none')} text={t('imports.noneText')} />}
      >
        {(items) => (
          <Paper
            variant="outlined"
            component="ul"
            aria-label={t('imports.title')}
            sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
          >
            {items.map((run) => (
              <ImportRow key={run.id} run={run} />
            ))}
          </Paper>
        )}
      </KeysetList>
    </PageBody>
  );
}

function ImportRow({ run }: { run: ImportRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = (['stored', 'known', 'refused'] as const)
    .map((outcome) => `${t(`vocabulary.rowOutcome.${outcome}`)} ${format.number(run[outcome])}`)
    .join(' · ');
  return (
    <Box
      component="li"
      sx={{ px: 2, py: 1.25, display: 'grid', gap: 0.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Link
          component={RouterLink}
          to={`/imports/${run.id}`}
          variant="h3"
          color="inherit"
          underline="hover"
          sx={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}
        >
          {run.fileName}
        </Link>
        <ImportStateChip state={run.state} />
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {figures} · {run.by ? t('imports.by', { name: run.by }) : t('imports.fromCommandLine')} ·{' '}
        <RelativeTime instant={run.createdAt} />
      </Typography>
      {run.state === 'running' || run.state === 'waiting' ? <ImportProgress run={run} /> : null}
    </Box>
  );
}

export function ImportProgress({ run }: { run: ImportRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = run.bytesTotal === 0 ? 0 : run.bytesRead / run.bytesTotal;
  const text = t('imports.progress', { percent: format.percent(share) });
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <LinearProgress variant="determinate" value={share * 100} aria-label={text} />
      <Typography variant="caption">{text}</Typography>
    </Box>
  );
}
