import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listDeliveries } from '#contract/notifications';
import { DELIVERY_STATES } from '#rules/notifications';
import { usePages } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { DeliveryRow } from './DeliveryRow.js';

/** Every message on its way, sent or failed, with what became of it. */
export function DeliveriesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = DELIVERY_STATES.find((one) => one === search.get('state'));
  const channel = /^\d+$/.exec(search.get('channel') ?? '')?.[0];
  const deliveries = usePages(listDeliveries, {
    query: { limit: 50, ...(state ? { state: [state] } : {}), ...(channel ? { channelId: channel } : {}) },
  });
  const choose = (next: string) => {
    const values = new URLSearchParams(search);
    if (next) values.set('state', next);
    else values.delete('state');
    setSearch(values, { replace: true });
  };
  const filtered = state !== undefined || channel !== undefined;
  return (
    <PageBody>
      <Button component={Link} to="/channels" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('channels.title')}
      </Button>
      <PageHeader title={t('channels.deliveriesTitle')} lead={t('channels.deliveriesLead')} />
      <TextField
        select
        label={t('channels.state')}
        value={state ?? ''}
        sx={{ mb: 2, minWidth: 220 }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => choose(target.value)}
      >
        <MenuItem value="">{t('channels.anyState')}</MenuItem>
        {DELIVERY_STATES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`channels.states.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <KeysetList
        query={deliveries}
        empty={
          <EmptyState
            title={t(filtered ? 'channels.noneFound' : 'channels.nothingSent')}
            action={
              filtered ? (
                <Button onClick={() => setSearch({}, { replace: true })}>{t('channels.showAll')}</Button>
              ) : undefined
            }
          />
        }
      >
        {(items) => (
          <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
            <Box
              component="ul"
              aria-label={t('channels.deliveriesTitle')}
              sx={{ m: 0, p: 0, listStyle: 'none' }}
            >
              {items.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </Box>
          </Paper>
        )}
      </KeysetList>
    </PageBody>
  );
}
