import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { readCrm } from '#contract/crm';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ConnectCrmDialog } from './ConnectCrmDialog.js';
import { Conflicts } from './Conflicts.js';
import { CrmStatus } from './CrmStatus.js';
import { Matches } from './Matches.js';

/** The CRM that contacts are kept in step with: how it goes, and what people have to decide. */
export function CrmPage() {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useEndpoint(readCrm, {});
  const [connecting, setConnecting] = useState(false);
  const connection = reading.data?.connection;
  return (
    <PageBody>
      <Button component={RouterLink} to="/contacts" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('contacts.back')}
      </Button>
      <PageHeader title={t('crm.title')} lead={t('crm.lead')} />
      {connection ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <CrmStatus connection={connection} />
          {may('contacts.personal') ? (
            <>
              <Conflicts />
              <Matches />
            </>
          ) : null}
        </Box>
      ) : reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : reading.data ? (
        <EmptyState
          title={t('crm.none')}
          text={may('sources.write') ? undefined : t('crm.noneText')}
          action={
            may('sources.write') ? (
              <Button variant="contained" onClick={() => setConnecting(true)}>
                {t('crm.connect')}
              </Button>
            ) : undefined
          }
        />
      ) : (
        <LoadingState rows={3} height={96} />
      )}
      {connecting ? <ConnectCrmDialog onClose={() => setConnecting(false)} /> : null}
    </PageBody>
  );
}
