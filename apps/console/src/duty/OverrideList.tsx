import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { type Duty, listDuties, listShifts, removeOverride, type ShiftView } from '#contract/escalation';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** Who stands in during the days shown, and the way to take it back. */
export function OverrideList({ duty, shifts }: { duty: Duty; shifts: readonly ShiftView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useChange(removeOverride, { touches: [listShifts, listDuties] });
  const standing = new Map<string, ShiftView>();
  for (const shift of shifts) if (shift.override) standing.set(shift.override.id, shift);
  if (standing.size === 0) return null;
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5, typography: 'body2' }}
    >
      {[...standing].map(([id, shift]) => (
        <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <span>
            {t('duty.standsIn', { name: shift.name })} · {format.dateTime(shift.startsAt)} –{' '}
            {format.dateTime(shift.endsAt)}
            {shift.override?.reason ? ` · ${shift.override.reason}` : ''}
          </span>
          {duty.mayChange ? (
            <Button
              size="small"
              loading={remove.isPending}
              onClick={() => remove.mutate({ params: { departmentId: duty.departmentId, overrideId: id } })}
            >
              {t('duty.removeOverride')}
            </Button>
          ) : null}
        </Box>
      ))}
      <ProblemAlert error={remove.error} />
    </Box>
  );
}
