import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { listAuditActions } from '#contract/audit';
import { useEndpoint } from '../api/use-endpoint.js';
import { usePeople } from '../inbox/use-people.js';
import type { AuditFilter } from './audit-filter.js';
import { useAuditWords } from './use-audit-words.js';

interface AuditFiltersProps {
  filter: AuditFilter;
  onFilter: (filter: AuditFilter) => void;
}

export function AuditFilters({ filter, onFilter }: AuditFiltersProps) {
  const { t, i18n } = useTranslation();
  const words = useAuditWords();
  const people = usePeople();
  const actions = useEndpoint(listAuditActions, {}, { staleTime: 60_000 }).data?.actions ?? [];
  const known = actions
    .map((action) => ({ action, words: words.action(action) }))
    .sort((a, b) => a.words.localeCompare(b.words, i18n.language));
  const empty = { select: { displayEmpty: true }, inputLabel: { shrink: true } };
  return (
    <Box
      role="search"
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 2,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: '1.6fr 1.2fr 1fr 1fr' },
      }}
    >
      <TextField
        select
        label={t('audit.filterAction')}
        value={actions.includes(filter.action ?? '') ? filter.action : ''}
        slotProps={empty}
        onChange={({ target }) => onFilter({ ...filter, action: target.value || undefined })}
      >
        <MenuItem value="">{t('audit.anyAction')}</MenuItem>
        {known.map(({ action, words: said }) => (
          <MenuItem key={action} value={action}>
            {said}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('audit.filterPerson')}
        value={people.some(({ id }) => id === filter.actorId) ? filter.actorId : ''}
        slotProps={empty}
        onChange={({ target }) => onFilter({ ...filter, actorId: target.value || undefined })}
      >
        <MenuItem value="">{t('audit.anyPerson')}</MenuItem>
        {people.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {(['from', 'to'] as const).map((field) => (
        <TextField
          key={field}
          type="date"
          label={t(`audit.${field}`)}
          value={filter[field] ?? ''}
          slotProps={{ inputLabel: { shrink: true } }}
          onChange={({ target }) => onFilter({ ...filter, [field]: target.value || undefined })}
        />
      ))}
      {filter.subjectType && filter.subjectId ? (
        <Chip
          sx={{ justifySelf: 'start' }}
          label={t('audit.ofSubject', { subject: words.subject(filter.subjectType, filter.subjectId) })}
          onDelete={() => onFilter({ ...filter, subjectType: undefined, subjectId: undefined })}
        />
      ) : null}
    </Box>
  );
}
