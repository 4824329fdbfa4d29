import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listNetworks, listSources, type Source } from '#contract/networks';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ChangeSourceDialog } from './ChangeSourceDialog.js';
import { ConnectDialog } from './ConnectDialog.js';
import { Networks } from './Networks.js';
import { SourceRow } from './SourceRow.js';

/** Connected sources and their health; networks and what each can do. */
export function SourcesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useEndpoint(listSources, {}, { refetchInterval: 15_000 });
  const networks = useEndpoint(listNetworks, {}, { staleTime: 300_000 }).data?.items ?? [];
  const connectable = networks.flatMap((one) => (one.connect ? [{ ...one, connect: one.connect }] : []));
  const [connecting, setConnecting] = useState(false);
  const [changing, setChanging] = useState<Source | null>(null);
  const connect = may('sources.write') ? (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setConnecting(true)}>
      {t('sources.new')}
    </Button>
  ) : null;
  const sources = reading.data?.items;
  return (
    <PageBody>
      <PageHeader title={t('sources.title')} lead={t('sources.lead')} actions={connect} />
      {reading.isPending ? <LoadingState rows={3} height={84} /> : null}
      {reading.error && !sources ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {sources?.length === 0 ? (
        <EmptyState title={t('sources.none')} text={t('sources.noneText')} action={connect} />
      ) : null}
      {sources && sources.length > 0 ? (
        <Paper
          variant="outlined"
          component="ul"
          aria-label={t('sources.title')}
          sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
        >
          {sources.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              network={networks.find((one) => one.network === source.network)}
              onChange={() => setChanging(source)}
            />
          ))}
        </Paper>
      ) : null}
      <Box sx={{ mt: 4 }}>
        <Networks />
      </Box>
      {connecting && connectable.length > 0 ? (
        <ConnectDialog networks={connectable} onClose={() => setConnecting(false)} />
      ) : null}
      {changing ? (
        <ChangeSourceDialog
          source={changing}
          form={networks.find((one) => one.network === changing.network)?.connect ?? null}
          onClose={() => setChanging(null)}
        />
      ) : null}
    </PageBody>
  );
}
