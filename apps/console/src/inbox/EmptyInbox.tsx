import InboxIcon from '@mui/icons-material/Inbox';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { Realm } from '#platform/contract';
import { EmptyState } from '../shared/EmptyState.js';
import { FirstSteps } from './FirstSteps.js';
import { activeFilters, DEFAULT_FILTER, type InboxFilter } from './inbox-filter.js';
import { countOfStates } from './state-counts.js';
import { useStateCounts } from './use-state-counts.js';

interface EmptyInboxProps {
  filter: InboxFilter;
  realm: Realm;
  onFilter: (filter: InboxFilter) => void;
}

/** Why the list is empty: the filters leave nothing, everything is handled, or no mention ever came. */
export function EmptyInbox({ filter, realm, onFilter }: EmptyInboxProps) {
  const { t } = useTranslation();
  const counts = useStateCounts(filter, realm);
  const icon = <InboxIcon fontSize="inherit" />;
  if (activeFilters(filter).length > 0) {
    return (
      <EmptyState
        icon={icon}
        title={t('inbox.nothingFiltered')}
        text={t('inbox.nothingFilteredText')}
        action={
          <Button onClick={() => onFilter({ ...DEFAULT_FILTER, state: filter.state })}>
            {t('inbox.clearFilters')}
          </Button>
        }
      />
    );
  }
  const handled = counts !== undefined && countOfStates(counts, []).count > 0;
  return handled && filter.state.includes('new') ? (
    <EmptyState icon={icon} title={t('inbox.nothingOpen')} text={t('inbox.nothingOpenText')} />
  ) : (
    <Box sx={{ overflowY: 'auto' }}>
      <EmptyState icon={icon} title={t('inbox.nothing')} text={t('inbox.nothingText')} />
      {realm === 'live' && counts !== undefined && !handled ? <FirstSteps /> : null}
    </Box>
  );
}
