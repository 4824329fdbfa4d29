import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listReviewActions } from '#contract/crisis';
import { useEndpoint } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealm } from '../shell/realm.js';
import { ActionRow } from './ActionRow.js';

type Shown = 'open' | 'settled';

/** What was asked for after incidents: it stays here until it is done. What is overdue comes first. */
export function ActionsPage() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const [state, setState] = useState<Shown>('open');
  const reading = useEndpoint(
    listReviewActions,
    { query: { realm, state } },
    { placeholderData: (before) => before, refetchInterval: 60_000 },
  );
  const items = reading.data?.items ?? [];
  return (
    <PageBody>
      <Link component={RouterLink} to="/incidents" variant="body2">
        {t('incidents.back')}
      </Link>
      <PageHeader title={t('incidents.actionsTitle')} lead={t('incidents.actionsLead')} />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={state}
        onChange={(_, next: Shown | null) => next && setState(next)}
        aria-label={t('incidents.actionsTitle')}
        sx={{ mb: 2 }}
      >
        <ToggleButton value="open">{t('incidents.actionsOpen')}</ToggleButton>
        <ToggleButton value="settled">{t('incidents.actionsSettled')}</ToggleButton>
      </ToggleButtonGroup>
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={3} /> : null}
      {reading.data && items.length === 0 ? (
        state === 'open' ? (
          <EmptyState title={t('incidents.actionsNoneOpen')} text={t('incidents.actionsNoneOpenText')} />
        ) : (
          <EmptyState title={t('incidents.actionsNoneSettled')} />
        )
      ) : null}
      {items.length > 0 ? (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
          {items.map((action) => (
            <ActionRow key={action.id} action={action} withIncident />
          ))}
        </Box>
      ) : null}
    </PageBody>
  );
}
