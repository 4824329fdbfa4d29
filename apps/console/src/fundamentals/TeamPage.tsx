import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { readTeam } from '#contract/fundamentals';
import { useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { useDepartments } from '../shared/DepartmentChips.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { DepartmentProgress } from './DepartmentProgress.js';
import { inDepartment, NO_DEPARTMENT } from './team-groups.js';
import { TeamTable } from './TeamTable.js';

/** How far the team is, by department and by person. */
export function TeamPage() {
  const { t } = useTranslation();
  const say = useLocalised();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('department') ?? '';
  const reading = useEndpoint(readTeam, {});
  const departments = useDepartments().data?.items ?? [];
  const people = (reading.data?.people ?? []).filter((person) => inDepartment(person, chosen));
  return (
    <PageBody wide>
      <Button component={RouterLink} to="/fundamentals" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('fundamentals.back')}
      </Button>
      <PageHeader title={t('fundamentals.teamTitle')} lead={t('fundamentals.teamLead')} />
      {reading.isPending ? <LoadingState rows={8} height={40} /> : null}
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.data ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <DepartmentProgress people={reading.data.people} departments={departments} />
          <TextField
            select
            size="small"
            label={t('fundamentals.department')}
            value={chosen}
            onChange={({ target }) => setSearch(target.value === '' ? {} : { department: target.value })}
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
            sx={{ justifySelf: 'start', minWidth: 220 }}
          >
            <MenuItem value="">{t('fundamentals.anyDepartment')}</MenuItem>
            {departments.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {say(name)}
              </MenuItem>
            ))}
            <MenuItem value={NO_DEPARTMENT}>{t('fundamentals.noDepartment')}</MenuItem>
          </TextField>
          {people.length === 0 ? (
            <EmptyState title={t('fundamentals.nobody')} />
          ) : (
            <TeamTable people={people} />
          )}
        </Box>
      ) : null}
    </PageBody>
  );
}
