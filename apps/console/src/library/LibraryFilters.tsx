import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANSWER_KINDS, LIBRARY_SORTS, VERSION_STATES } from '#contract/answers';
import { useLocalised } from '../i18n/localised.js';
import { useDepartments } from '../shared/DepartmentChips.js';
import { useDebounced } from '../shared/use-debounced.js';
import type { LibraryFilter } from './use-library-filter.js';

interface LibraryFiltersProps {
  filter: LibraryFilter;
  onFilter: (filter: LibraryFilter) => void;
}

export function LibraryFilters({ filter, onFilter }: LibraryFiltersProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const departments = useDepartments().data?.items ?? [];
  return (
    <Box
      role="search"
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 2,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
      }}
    >
      <SearchField
        value={filter.search ?? ''}
        label={t('answers.search')}
        onChange={(search) => onFilter({ ...filter, search: search || undefined })}
      />
      <TextField
        select
        label={t('answers.filterState')}
        value={filter.state?.[0] ?? ''}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => {
          const state = VERSION_STATES.find((one) => one === target.value);
          onFilter({ ...filter, state: state ? [state] : undefined });
        }}
      >
        <MenuItem value="">{t('answers.anyState')}</MenuItem>
        {VERSION_STATES.map((state) => (
          <MenuItem key={state} value={state}>
            {t(`vocabulary.versionState.${state}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('answers.filterKind')}
        value={filter.kind ?? ''}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) =>
          onFilter({ ...filter, kind: ANSWER_KINDS.find((one) => one === target.value) })
        }
      >
        <MenuItem value="">{t('answers.anyKind')}</MenuItem>
        {ANSWER_KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`vocabulary.answerKind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('answers.filterDepartment')}
        value={departments.some(({ id }) => id === filter.departmentId) ? filter.departmentId : ''}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => onFilter({ ...filter, departmentId: target.value || undefined })}
      >
        <MenuItem value="">{t('answers.anyDepartment')}</MenuItem>
        {departments.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {say(name)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('library.sort')}
        value={filter.sort ?? ''}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) =>
          onFilter({ ...filter, sort: LIBRARY_SORTS.find((one) => one === target.value) })
        }
      >
        <MenuItem value="">{t(filter.search ? 'library.sorts.relevance' : 'library.sorts.changed')}</MenuItem>
        {LIBRARY_SORTS.filter((sort) => sort !== 'changed' || filter.search).map((sort) => (
          <MenuItem key={sort} value={sort}>
            {t(`library.sorts.${sort}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}

/** Searches once one stops typing; follows the address when that changes by itself. */
function SearchField(props: { value: string; label: string; onChange: (value: string) => void }) {
  const { value, label, onChange } = props;
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  const settled = useDebounced(typed, 250);
  useEffect(() => {
    if (settled === typed && settled.trim() !== value) onChange(settled.trim());
    // Only what was typed starts a search: a new filter elsewhere must not bring an old one back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <TextField
      type="search"
      label={label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      sx={{ gridColumn: '1 / -1' }}
    />
  );
}
