import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type Duty, listDuties, readCalendar, renewCalendar } from '#contract/escalation';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** The address by which other calendars follow the rota. */
export function CalendarFeed({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const renew = useChange(renewCalendar, { touches: [listDuties] });
  const token = duty.calendarPath?.split('/').at(-1);
  return (
    <Section heading="h2" title={t('duty.feed')}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <Typography variant="body2">{t('duty.feedHint')}</Typography>
        {token ? (
          <TextField
            size="small"
            label={t('duty.feed')}
            value={`${window.location.origin}${readCalendar.path.replace('{token}', token)}`}
            slotProps={{ htmlInput: { readOnly: true } }}
          />
        ) : null}
        <ProblemAlert error={renew.error} />
        <Button
          variant="outlined"
          loading={renew.isPending}
          onClick={() => renew.mutate({ params: { departmentId: duty.departmentId } })}
          sx={{ justifySelf: 'start' }}
        >
          {t(token ? 'duty.feedRenew' : 'duty.feedMake')}
        </Button>
      </Box>
    </Section>
  );
}
