import FilterIcon from '@mui/icons-material/FilterList';
import HelpIcon from '@mui/icons-material/KeyboardOutlined';
import SearchIcon from '@mui/icons-material/Search';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activeFilters, type InboxFilter, type Sort, SORTS } from './inbox-filter.js';
import { ViewsMenu } from './ViewsMenu.js';

interface InboxToolbarProps {
  filter: InboxFilter;
  searchField: RefObject<HTMLInputElement | null>;
  onFilter: (filter: InboxFilter) => void;
  onOpenFilters: () => void;
  onHelp: () => void;
}

const TYPING_PAUSE_MS = 350;

/** Search, filters, saved views, order. */
export function InboxToolbar({ filter, searchField, onFilter, onOpenFilters, onHelp }: InboxToolbarProps) {
  const { t } = useTranslation();
  const active = activeFilters(filter).length;
  return (
    <Box sx={{ px: 1.5, pt: 1.5, pb: 0.5, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <SearchField
          key={filter.search ?? ''}
          search={filter.search ?? ''}
          field={searchField}
          onSearch={(search) => onFilter({ ...filter, search })}
        />
        <Tooltip title={t('inbox.filters')}>
          <IconButton
            aria-label={active > 0 ? `${t('inbox.filters')} ${active}` : t('inbox.filters')}
            onClick={onOpenFilters}
          >
            <Badge badgeContent={active > 0 ? active : undefined} color="primary">
              <FilterIcon fontSize="small" />
            </Badge>
          </IconButton>
        </Tooltip>
        <ViewsMenu filter={filter} onPick={onFilter} />
        <Tooltip title={t('inbox.help.title')}>
          <IconButton
            aria-label={t('inbox.help.title')}
            onClick={onHelp}
            sx={{ display: { xs: 'none', md: 'inline-flex' } }}
          >
            <HelpIcon fontSize="small" />
          </IconButton>
        </Tooltip>
        <SortField sort={filter.sort} onSort={(sort) => onFilter({ ...filter, sort })} />
      </Box>
    </Box>
  );
}

interface SearchFieldProps {
  search: string;
  field: RefObject<HTMLInputElement | null>;
  onSearch: (search: string | undefined) => void;
}

function SearchField({ search, field, onSearch }: SearchFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(search);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === search) return undefined;
    const pause = setTimeout(() => onSearch(wanted === '' ? undefined : wanted), TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text, search, onSearch]);
  return (
    <TextField
      type="search"
      placeholder={t('inbox.searchPlaceholder')}
      inputRef={field}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (text === '') field.current?.blur();
        else setText('');
      }}
      sx={{ flex: 1, minWidth: 0 }}
      slotProps={{
        htmlInput: { 'aria-label': t('inbox.searchLabel'), maxLength: 200 },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

function SortField({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      variant="standard"
      value={sort}
      onChange={(event) => {
        const chosen = SORTS.find((one) => one === event.target.value);
        if (chosen) onSort(chosen);
      }}
      slotProps={{
        select: { disableUnderline: true, SelectDisplayProps: { 'aria-label': t('inbox.sortLabel') } },
      }}
      sx={{ flexShrink: 0, '& .MuiSelect-select': { fontSize: '0.8125rem', py: 0.75 } }}
    >
      {SORTS.map((one) => (
        <MenuItem key={one} value={one}>
          {t(`inbox.sort.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
