import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type Duty, listDuties } from '#contract/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { useSession } from '../session/session.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { CalendarFeed } from './CalendarFeed.js';
import { DutyForm } from './DutyForm.js';
import { RotaCalendar } from './RotaCalendar.js';

/** Each department's duty: who is asked now, the calendar of its rota, its settings. */
export function DutyPage() {
  const { t } = useTranslation();
  const name = useDepartmentName();
  const { person } = useSession();
  const [search, setSearch] = useSearchParams();
  const duties = useEndpoint(listDuties, {});
  const items = duties.data?.items ?? [];
  const duty =
    items.find(({ departmentId }) => departmentId === search.get('department')) ??
    items.find(({ departmentId }) => person.departmentIds.includes(departmentId)) ??
    items[0];
  return (
    <PageBody wide>
      <PageHeader
        title={t('duty.dutyTitle')}
        lead={t('duty.dutyLead')}
        actions={
          duty ? (
            <TextField
              select
              size="small"
              label={t('duty.department')}
              value={duty.departmentId}
              onChange={(event) => setSearch({ department: event.target.value }, { replace: true })}
              sx={{ minWidth: 200 }}
            >
              {items.map(({ departmentId }) => (
                <MenuItem key={departmentId} value={departmentId}>
                  {name(departmentId)}
                </MenuItem>
              ))}
            </TextField>
          ) : null
        }
      />
      {duties.isPending ? <LoadingState rows={3} height={140} /> : null}
      {duties.error ? <ErrorState error={duties.error} onRetry={() => void duties.refetch()} /> : null}
      {duties.data && !duty ? <EmptyState title={t('common.none')} /> : null}
      {duty ? (
        <Box key={duty.departmentId} sx={{ display: 'grid', gap: 2 }}>
          <Now duty={duty} />
          <Section heading="h2" title={t('duty.calendar')}>
            <RotaCalendar duty={duty} />
          </Section>
          {duty.mayChange ? (
            <>
              <DutyForm key={duty.version} duty={duty} />
              <CalendarFeed duty={duty} />
            </>
          ) : null}
        </Box>
      ) : null}
    </PageBody>
  );
}

function Now({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  return (
    <Section heading="h2" title={t('duty.nowOnCall')}>
      <Typography>
        {duty.now.length === 0
          ? t('duty.nobody')
          : duty.now
              .map((one) => `${one.name} (${t(`escalations.because.${one.because as 'on_call'}`)})`)
              .join(', ')}
      </Typography>
    </Section>
  );
}
