import DownloadIcon from '@mui/icons-material/Download';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { exportAudit, listAudit } from '#contract/audit';
import { requestUrl } from '../api/request-url.js';
import { usePages } from '../api/use-endpoint.js';
import { endOfDay, startOfDay } from '../inbox/day.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { printAuditFilter, readAuditFilter } from './audit-filter.js';
import { AuditEntryRow } from './AuditEntryRow.js';
import { AuditFilters } from './AuditFilters.js';
import { VerifyChain } from './VerifyChain.js';

/** The record of decisions: read, filtered, verified, taken away. */
export function AuditPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const filter = readAuditFilter(address);
  const filtered = printAuditFilter(filter).size > 0;
  const query = { ...filter, from: startOfDay(filter.from ?? ''), to: endOfDay(filter.to ?? '') };
  const entries = usePages(listAudit, { query: { ...query, limit: 50 } });
  return (
    <PageBody wide>
      <PageHeader
        title={t('audit.title')}
        lead={t('audit.lead')}
        actions={
          <Button
            component="a"
            href={requestUrl(exportAudit.path, undefined, query)}
            download
            startIcon={<DownloadIcon />}
          >
            {t('audit.export')}
          </Button>
        }
      />
      <VerifyChain />
      <AuditFilters
        filter={filter}
        onFilter={(next) => setAddress(printAuditFilter(next), { replace: true })}
      />
      <KeysetList
        query={entries}
        empty={
          filtered ? (
            <EmptyState
              title={t('audit.noneFound')}
              action={<Button onClick={() => setAddress({}, { replace: true })}>{t('audit.clear')}</Button>}
            />
          ) : (
            <EmptyState title={t('audit.none')} />
          )
        }
      >
        {(items) => (
          <Paper
            variant="outlined"
            component="ol"
            reversed
            aria-label={t('audit.title')}
            sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
          >
            {items.map((entry) => (
              <AuditEntryRow key={entry.position} entry={entry} />
            ))}
          </Paper>
        )}
      </KeysetList>
    </PageBody>
  );
}
