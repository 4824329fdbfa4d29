import AddIcon from '@mui/icons-material/Add';
import RulesIcon from '@mui/icons-material/Rule';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { createStakeholder, listStakeholders } from '#contract/stakeholders';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay, useSession } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useNow } from '../shared/use-now.js';
import { useRealm } from '../shell/realm.js';
import { contactOverdue } from './contact-overdue.js';
import { EMPTY_DRAFT, fieldsOf } from './stakeholder-draft.js';
import { StakeholderDialog } from './StakeholderDialog.js';
import { StakeholderList } from './StakeholderList.js';
import { StakeholderMap } from './StakeholderMap.js';
import { TOUCHED } from './touched.js';

/** Which are shown: all in use, those I am in charge of, those with a contact overdue, those put away. */
const SHOWN = ['inUse', 'mine', 'overdue', 'archived'] as const;

/** Everybody who can weigh on the organisation: a map to move them on, and the same as a list. */
export function StakeholdersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { realm } = useRealm();
  const now = useNow();
  const { person } = useSession();
  const [search, setSearch] = useSearchParams();
  const show = SHOWN.find((one) => one === search.get('show')) ?? 'inUse';
  const archived = show === 'archived';
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
  const items = (reading.data?.items ?? []).filter((item) =>
    show === 'mine'
      ? item.owner?.id === person.id
      : show === 'overdue'
        ? contactOverdue(item.nextContactAt, now)
        : true,
  );
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
        value={show}
        onChange={(_, next: string | null) =>
          next && setSearch(next === 'inUse' ? {} : { show: next }, { replace: true })
        }
        aria-label={t('stakeholders.shown')}
        sx={{ mb: 2, flexWrap: 'wrap', '& .MuiToggleButton-root': { color: 'text.primary' } }}
      >
        {SHOWN.map((one) => (
          <ToggleButton key={one} value={one}>
            {t(`stakeholders.${one === 'overdue' ? 'contactOverdue' : one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={4} height={96} /> : null}
      {reading.data && items.length === 0 ? (
        archived ? (
          <EmptyState title={t('stakeholders.noneArchived')} />
        ) : show === 'mine' ? (
          <EmptyState title={t('stakeholders.noneMine')} />
        ) : show === 'overdue' ? (
          <EmptyState title={t('stakeholders.noneOverdue')} />
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
