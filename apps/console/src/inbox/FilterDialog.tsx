import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MENTION_STATES, type MentionState } from '#contract/mentions';
import { dayOf, endOfDay, startOfDay } from './day.js';
import { useFilterWords } from './filter-words.js';
import {
  DEFAULT_FILTER,
  type InboxFilter,
  LIST_FIELDS,
  type ListField,
  REQUEST_FILTERS,
  type RequestFilter,
} from './inbox-filter.js';
import { usePeople } from './use-people.js';

interface FilterDialogProps {
  open: boolean;
  filter: InboxFilter;
  onFilter: (filter: InboxFilter) => void;
  onClose: () => void;
}

/** Every filter of the inbox; each takes effect at once behind the dialog. */
export function FilterDialog({ open, filter, onFilter, onClose }: FilterDialogProps) {
  const { t } = useTranslation();
  const words = useFilterWords();
  const titleId = useId();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('inbox.filters')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Several
            label={t('inbox.field.state')}
            options={MENTION_STATES}
            chosen={filter.state}
            word={(state) => t(`vocabulary.mentionState.${state as MentionState}`)}
            onChoose={(chosen) =>
              onFilter({ ...filter, state: MENTION_STATES.filter((state) => chosen.includes(state)) })
            }
          />
          {LIST_FIELDS.map((field: ListField) => (
            <Several
              key={field}
              label={t(`inbox.field.${field}`)}
              options={words.options(field)}
              chosen={filter[field]}
              word={(value) => words.value(field, value)}
              onChoose={(chosen) => onFilter({ ...filter, [field]: chosen })}
            />
          ))}
          <Assignee value={filter.assignee} onChoose={(assignee) => onFilter({ ...filter, assignee })} />
          <AskedAnswer value={filter.request} onChoose={(request) => onFilter({ ...filter, request })} />
          <Stack direction="row" spacing={2}>
            <Day
              label={t('inbox.field.from')}
              day={dayOf(filter.from)}
              onChoose={(day) => onFilter({ ...filter, from: startOfDay(day) })}
            />
            <Day
              label={t('inbox.field.to')}
              day={dayOf(filter.to)}
              onChoose={(day) => onFilter({ ...filter, to: endOfDay(day) })}
            />
          </Stack>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={() => onFilter({ ...DEFAULT_FILTER, sort: filter.sort })}>
          {t('inbox.clearFilters')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface SeveralProps {
  label: string;
  options: readonly string[];
  chosen: readonly string[];
  word: (value: string) => string;
  onChoose: (chosen: string[]) => void;
}

/** So many are drawn; the others are found by typing. */
const filterOptions = createFilterOptions<string>({ limit: 100 });

function Several({ label, options, chosen, word, onChoose }: SeveralProps) {
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      size="small"
      options={options}
      value={[...chosen]}
      getOptionLabel={word}
      filterOptions={filterOptions}
      onChange={(_, next) => onChoose(next)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

function Assignee({
  value,
  onChoose,
}: {
  value: string | undefined;
  onChoose: (value: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const people = usePeople();
  return (
    <TextField
      select
      label={t('inbox.field.assignee')}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? undefined : event.target.value)}
    >
      <MenuItem value="">{t('inbox.assigneeAny')}</MenuItem>
      <MenuItem value="me">{t('inbox.assigneeMe')}</MenuItem>
      <MenuItem value="none">{t('inbox.assigneeNone')}</MenuItem>
      {people.map((person) => (
        <MenuItem key={person.id} value={person.id}>
          {person.name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function AskedAnswer({
  value,
  onChoose,
}: {
  value: RequestFilter | undefined;
  onChoose: (value: RequestFilter | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('inbox.field.request')}
      value={value ?? ''}
      onChange={(event) => onChoose(REQUEST_FILTERS.find((one) => one === event.target.value))}
    >
      <MenuItem value="">{t('inbox.requestAny')}</MenuItem>
      <MenuItem value="ready">{t('inbox.requestReady')}</MenuItem>
      <MenuItem value="asked">{t('inbox.requestAsked')}</MenuItem>
    </TextField>
  );
}

function Day({ label, day, onChoose }: { label: string; day: string; onChoose: (day: string) => void }) {
  return (
    <TextField
      fullWidth
      type="date"
      label={label}
      value={day}
      onChange={(event) => onChoose(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
