import BackIcon from '@mui/icons-material/ArrowBack';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { type ImportRun, listImportRows, readImport, ROW_OUTCOMES } from '#contract/imports';
import { useEndpoint, usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ImportProgress } from './ImportsPage.js';
import { ImportStateChip } from './ImportStateChip.js';
import { ReportTable } from './ReportTable.js';

/** An import: its figures, and what became of each row. */
export function ImportPage() {
  const { t } = useTranslation();
  const { importId = '' } = useParams();
  const reading = useEndpoint(readImport, { params: { importId } });
  return (
    <PageBody>
      <Button component={RouterLink} to="/imports" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('imports.back')}
      </Button>
      {reading.data ? (
        <Import run={reading.data} />
      ) : reading.error ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <LoadingState />
      )}
    </PageBody>
  );
}

function Import({ run }: { run: ImportRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const outcome = ROW_OUTCOMES.find((one) => one === search.get('outcome'));
  const rows = usePages(listImportRows, {
    params: { importId: run.id },
    query: { limit: 100, ...(outcome ? { outcome } : {}) },
  });
  const total = run.stored + run.known + run.refused;
  const facts = [
    t('imports.facts', { mapping: run.mappingName, count: run.lines, lines: format.number(run.lines) }),
    run.by ? t('imports.by', { name: run.by }) : t('imports.fromCommandLine'),
    format.dateTime(run.createdAt),
  ];
  return (
    <>
      <PageHeader
        title={run.fileName}
        lead={facts.join(' · ')}
        actions={<ImportStateChip state={run.state} />}
      />
      {run.state === 'running' || run.state === 'waiting' ? <ImportProgress run={run} /> : null}
      {run.problem ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('imports.problem')} {run.problem}
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, my: 2 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('imports.filter')}
          value={outcome ?? 'all'}
          onChange={(_, chosen: string | null) =>
            setSearch(chosen && chosen !== 'all' ? { outcome: chosen } : {}, { replace: true })
          }
          sx={{ flexWrap: 'wrap' }}
        >
          <ToggleButton value="all">
            {t('imports.all')} · {format.number(total)}
          </ToggleButton>
          {ROW_OUTCOMES.map((one) => (
            <ToggleButton key={one} value={one}>
              {t(`vocabulary.rowOutcome.${one}`)} · {format.number(run[one])}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {run.stored > 0 ? (
          <Button component={RouterLink} to={`/inbox?realm=${run.realm}&importId=${run.id}&state=all`}>
            {t('imports.openMentions')}
          </Button>
        ) : null}
      </Box>
      <KeysetList query={rows} empty={<EmptyState title={t('imports.noRows')} />}>
        {(items) => (
          <>
            <ReportTable rows={items} />
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
              {t('common.shown', { count: items.length })}
            </Typography>
          </>
        )}
      </KeysetList>
    </>
  );
}
