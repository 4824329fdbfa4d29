import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Paper from '@mui/material/Paper';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listWorkshopActions } from '#contract/workshops';
import { useEndpoint } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ActionRow } from './ActionRow.js';

/** What workshops left to be done, the action due first at the top. */
export function ActionsPage() {
  const { t } = useTranslation();
  const [mine, setMine] = useState(false);
  const list = useEndpoint(listWorkshopActions, { query: mine ? { mine: 'true' } : {} });
  const items = list.data?.items ?? [];
  return (
    <PageBody>
      <Button component={RouterLink} to="/workshops" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('workshops.back')}
      </Button>
      <PageHeader title={t('workshops.actions.title')} lead={t('workshops.actions.lead')} />
      <FormControlLabel
        control={<Switch checked={mine} onChange={(_, checked) => setMine(checked)} />}
        label={t('workshops.actions.mine')}
        sx={{ mb: 1 }}
      />
      {list.isPending ? <LoadingState rows={3} /> : null}
      {list.error && !list.data ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && items.length === 0 ? (
        <EmptyState title={t('workshops.actions.none')} text={t('workshops.actions.noneText')} />
      ) : null}
      {items.length > 0 ? (
        <Paper variant="outlined" sx={{ px: 2 }}>
          <Box
            component="ul"
            aria-label={t('workshops.actions.title')}
            sx={{ m: 0, p: 0, listStyle: 'none' }}
          >
            {items.map((action) => (
              <ActionRow key={action.id} action={action} workshop={action.workshop} />
            ))}
          </Box>
        </Paper>
      ) : null}
    </PageBody>
  );
}
