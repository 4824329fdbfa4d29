import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listIncidents } from '#contract/crisis';
import { useEndpoint, usePages } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealm } from '../shell/realm.js';
import { IncidentCard } from './IncidentCard.js';
import { Proposals } from './Proposals.js';

/** What waits for a decision, what is under way, and what is over. */
export function IncidentsPage() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const may = useMay();
  const open = useEndpoint(listIncidents, {
    query: { realm, state: ['declared', 'running', 'closing'], limit: 100 },
  });
  const past = usePages(listIncidents, { query: { realm, state: ['closed'], limit: 20 } });
  return (
    <PageBody>
      <PageHeader
        title={t('incidents.title')}
        lead={t('incidents.lead')}
        actions={
          <>
            <Button component={RouterLink} to="/incidents/actions" variant="outlined">
              {t('incidents.actions')}
            </Button>
            <Button component={RouterLink} to="/incidents/playbooks" variant="outlined">
              {t('incidents.playbooks')}
            </Button>
            {may('incidents.run') ? (
              <Button component={RouterLink} to="/incidents/new" variant="contained" color="error">
                {t('incidents.declare')}
              </Button>
            ) : null}
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Proposals />
        <Box component="section" aria-label={t('incidents.open')} sx={{ display: 'grid', gap: 1.5 }}>
          <Typography variant="h2">{t('incidents.open')}</Typography>
          {open.isPending ? <LoadingState rows={2} height={96} /> : null}
          {open.error && !open.data ? (
            <ErrorState error={open.error} onRetry={() => void open.refetch()} />
          ) : null}
          {open.data?.items.length === 0 ? (
            <EmptyState title={t('incidents.noneOpen')} text={t('incidents.noneOpenText')} />
          ) : null}
          {open.data?.items.map((incident) => (
            <IncidentCard key={incident.id} incident={incident} />
          ))}
        </Box>
        <Box component="section" aria-label={t('incidents.past')} sx={{ display: 'grid', gap: 1.5 }}>
          <Typography variant="h2">{t('incidents.past')}</Typography>
          <KeysetList
            query={past}
            empty={
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('incidents.nonePast')}
              </Typography>
            }
          >
            {(items) => items.map((incident) => <IncidentCard key={incident.id} incident={incident} />)}
          </KeysetList>
        </Box>
      </Box>
    </PageBody>
  );
}
