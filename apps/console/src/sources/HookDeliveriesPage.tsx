import BackIcon from '@mui/icons-material/ArrowBack';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { listHookDeliveries, listSources } from '#contract/networks';
import { useEndpoint, usePages } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { HookDeliveryRow } from './HookDeliveryRow.js';
import { deliveryAddress } from './use-source-facts.js';

/** What another system delivered lately, what became of it, and a way to take it once more. */
export function HookDeliveriesPage() {
  const { t } = useTranslation();
  const { sourceId = '' } = useParams();
  const source = useEndpoint(listSources, {}).data?.items.find(({ id }) => id === sourceId);
  const deliveries = usePages(listHookDeliveries, { params: { sourceId }, query: { limit: 30 } });
  return (
    <PageBody>
      <Button component={Link} to="/sources" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('sources.title')}
      </Button>
      <PageHeader
        title={t('sources.deliveriesTitle', { name: source?.name ?? '' })}
        lead={t('sources.deliveriesLead')}
      />
      <KeysetList
        query={deliveries}
        empty={
          <EmptyState
            title={t('sources.noDeliveries')}
            text={
              source ? t('sources.noDeliveriesText', { address: deliveryAddress(source) ?? '' }) : undefined
            }
          />
        }
      >
        {(items) => (
          <Paper
            variant="outlined"
            component="ul"
            aria-label={t('sources.deliveries')}
            sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
          >
            {items.map((delivery) => (
              <HookDeliveryRow key={delivery.id} sourceId={sourceId} delivery={delivery} />
            ))}
          </Paper>
        )}
      </KeysetList>
    </PageBody>
  );
}
