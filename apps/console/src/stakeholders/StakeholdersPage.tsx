import AddIcon from '@mui/icons-material/Add';
import RulesIcon from '@mui/icons-material/Rule';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { createStakeholder, listStakeholders } from '#contract/stakeholders';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealm } from '../shell/realm.js';
import { EMPTY_DRAFT, fieldsOf } from './stakeholder-draft.js';
import { StakeholderDialog } from './StakeholderDialog.js';
import { StakeholderList } from './StakeholderList.js';
import { StakeholderMap } from './StakeholderMap.js';
import { TOUCHED } from './touched.js';

/** Everybody who can weigh on the organisation: a map to move them on, and the same as a list. */
export function StakeholdersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { realm } = useRealm();
  const [archived, setArchived] = useState(false);
  const [adding, setAdding] = useState(false);
  const reading = useEndpoint(
    listStakeholders,
    { query: { realm, archived: archived ? 'true' : 'false' } },
    { placeholderData: (before) => before },
  );
  const create = useChange(createStakeholder, {
    touches: TOUCHED,
    onDone: ({ id }) => void navigate(`/stakeholders/${id}`),
  });
  const writes = may('stakeholders.write');
  const items = reading.data?.items ?? [];
  return (
    <PageBody>
      <PageHeader
        title={t('stakeholders.title')}
        lead={t('stakeholders.lead')}
        actions={
          <>
            {writes ? (
              <Button
                variant="contained"
                startIcon={<AddIcon />}
                onClick={() => {
                  create.reset();
                  setAdding(true);
                }}
              >
                {t('stakeholders.add')}
              </Button>
            ) : null}
            <Button component={RouterLink} to="/stakeholders/rules" startIcon={<RulesIcon />}>
              {t('stakeholders.rulesLink')}
            </Button>
          </>
        }
      />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={archived ? 'archived' : 'inUse'}
        onChange={(_, next: string | null) => next && setArchived(next === 'archived')}
        aria-label={t('stakeholders.shown')}
        sx={{ mb: 2, '& .MuiToggleButton-root': { color: 'text.primary' } }}
      >
        <ToggleButton value="inUse">{t('stakeholders.inUse')}</ToggleButton>
        <ToggleButton value="archived">{t('stakeholders.archived')}</ToggleButton>
      </ToggleButtonGroup>
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={4} height={96} /> : null}
      {reading.data && items.length === 0 ? (
        archived ? (
          <EmptyState title={t('stakeholders.noneArchived')} />
        ) : (
          <EmptyState title={t('stakeholders.none')} text={t('stakeholders.noneText')} />
        )
      ) : null}
      {items.length > 0 ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {archived ? null : <StakeholderMap items={items} writes={writes} />}
          <StakeholderList items={items} writes={writes && !archived} />
        </Box>
      ) : null}
      {adding ? (
        <StakeholderDialog
          title={t('stakeholders.add')}
          confirm={t('stakeholders.create')}
          draft={EMPTY_DRAFT}
          placed
          busy={create.isPending}
          error={create.error}
          onSave={(draft) =>
            create.mutate({
              body: { ...fieldsOf(draft), realm, power: draft.power, interest: draft.interest },
            })
          }
          onClose={() => setAdding(false)}
        />
      ) : null}
    </PageBody>
  );
}
