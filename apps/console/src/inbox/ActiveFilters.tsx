import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import { useFilterWords } from './filter-words.js';
import { activeFilters, DEFAULT_FILTER, type InboxFilter, withoutFilter } from './inbox-filter.js';

/** What narrows the list, each to be taken away by itself. */
export function ActiveFilters({
  filter,
  onFilter,
}: {
  filter: InboxFilter;
  onFilter: (filter: InboxFilter) => void;
}) {
  const { t } = useTranslation();
  const words = useFilterWords();
  const active = activeFilters(filter);
  if (active.length === 0) return null;
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 0.5,
        px: 1.5,
        py: 1,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {active.map((chip) => {
        const word = words.value(chip.field, chip.value);
        return (
          <Chip
            key={`${chip.field} ${chip.value}`}
            label={word}
            onClick={() => onFilter(withoutFilter(filter, chip))}
            onDelete={() => onFilter(withoutFilter(filter, chip))}
            aria-label={t('inbox.removeFilter', { filter: word })}
          />
        );
      })}
      <Button
        size="small"
        sx={{ minHeight: 24, py: 0 }}
        onClick={() => onFilter({ ...DEFAULT_FILTER, state: filter.state, sort: filter.sort })}
      >
        {t('inbox.clearFilters')}
      </Button>
    </Box>
  );
}
