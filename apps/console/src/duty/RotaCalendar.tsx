import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Duty, listShifts } from '#contract/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { type CalendarView, cellsOf, dayAfter, daysShown, HOURS, monthAfter } from './calendar-cells.js';
import { CalendarGrid } from './CalendarGrid.js';
import { OverrideDialog, type OverrideSpan } from './OverrideDialog.js';
import { OverrideList } from './OverrideList.js';

/** Who is on call when, by week or month; a span that is dragged over asks who stands in. */
export function RotaCalendar({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const [view, setView] = useState<CalendarView>('week');
  const today = new Date().toLocaleDateString('en-CA', { timeZone: duty.timeZone });
  const [around, setAround] = useState(today);
  const [span, setSpan] = useState<OverrideSpan | null>(null);
  const days = daysShown(view, around);
  const [first = around, last = around] = [days[0], days.at(-1)];
  const reading = useEndpoint(
    listShifts,
    { params: { departmentId: duty.departmentId }, query: { from: first, to: dayAfter(last) } },
    { placeholderData: (previous) => previous },
  );
  const shifts = reading.data?.shifts ?? [];
  const step = (direction: 1 | -1) =>
    setAround(view === 'week' ? dayAfter(around, 7 * direction) : monthAfter(around, direction));
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={view}
          aria-label={t('duty.calendar')}
          onChange={(_, next: CalendarView | null) => next && setView(next)}
        >
          <ToggleButton value="week">{t('duty.week')}</ToggleButton>
          <ToggleButton value="month">{t('duty.month')}</ToggleButton>
        </ToggleButtonGroup>
        <Button size="small" onClick={() => step(-1)}>
          {t('duty.previous')}
        </Button>
        <Button size="small" onClick={() => setAround(today)}>
          {t('duty.today')}
        </Button>
        <Button size="small" onClick={() => step(1)}>
          {t('duty.next')}
        </Button>
        {duty.mayChange ? (
          <Button
            size="small"
            variant="outlined"
            onClick={() => {
              const now = new Date();
              now.setMinutes(0, 0, 0);
              setSpan({
                startsAt: now.toISOString(),
                endsAt: new Date(now.getTime() + 8 * 3_600_000).toISOString(),
              });
            }}
          >
            {t('duty.addOverride')}
          </Button>
        ) : null}
      </Box>
      {reading.isPending ? <LoadingState rows={3} height={90} /> : null}
      {reading.error ? <ErrorState error={reading.error} onRetry={() => void reading.refetch()} /> : null}
      {reading.data ? (
        <CalendarGrid
          columns={7}
          hours={HOURS[view]}
          month={view === 'month' ? around.slice(0, 7) : null}
          cells={days.map((day) => cellsOf(view, day, duty.timeZone, shifts))}
          today={today}
          timeZone={duty.timeZone}
          onSpan={duty.mayChange ? setSpan : undefined}
        />
      ) : null}
      {duty.mayChange ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('duty.dragHint')}
        </Typography>
      ) : null}
      <OverrideList duty={duty} shifts={shifts} />
      {span ? <OverrideDialog duty={duty} span={span} onClose={() => setSpan(null)} /> : null}
    </Box>
  );
}
