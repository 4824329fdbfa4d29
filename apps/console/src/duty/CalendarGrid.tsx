import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';
import { type Cell, goesOn } from './calendar-cells.js';
import type { OverrideSpan } from './OverrideDialog.js';

interface CalendarGridProps {
  columns: number;
  hours: readonly number[];
  /** `2026-05`: days of other months are paler. */
  month: string | null;
  /** By day, in order; each with its cells. */
  cells: readonly (readonly Cell[])[];
  today: string;
  timeZone: string;
  onSpan: ((span: OverrideSpan) => void) | undefined;
}

/**
 * Days side by side. Cells are numbered in the order of time, so that a span is two numbers; those of one watch within a
 * day look like one, which says once who has it.
 */
export function CalendarGrid(props: CalendarGridProps) {
  const { columns, hours, month, cells, today, timeZone, onSpan } = props;
  const { t, i18n } = useTranslation();
  const flat = cells.flat();
  const [cursor, setCursor] = useState(0);
  const [anchor, setAnchor] = useState<number | null>(null);
  const [dragging, setDragging] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const [low, high] = anchor === null ? [-1, -1] : [Math.min(anchor, cursor), Math.max(anchor, cursor)];
  const dayName = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const time = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  const finish = () => {
    setDragging(false);
    const [first, last] = [flat[low === -1 ? cursor : low], flat[high === -1 ? cursor : high]];
    setAnchor(null);
    if (first && last && onSpan) onSpan({ startsAt: first.startsAt, endsAt: last.endsAt });
  };
  const focus = (index: number) => {
    setCursor(index);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${index}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const day = hours.length;
    const steps: Record<string, number> =
      day > 1
        ? { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -day, ArrowRight: day }
        : { ArrowUp: -columns, ArrowDown: columns, ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAnchor(event.shiftKey ? (anchor ?? cursor) : null);
      focus(Math.min(flat.length - 1, Math.max(0, cursor + step)));
    } else if ((event.key === 'Enter' || event.key === ' ') && onSpan) {
      event.preventDefault();
      finish();
    } else if (event.key === 'Escape' && anchor !== null) setAnchor(null);
  };
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        ref={grid}
        role="group"
        aria-label={t('duty.calendar')}
        onKeyDown={press}
        onPointerUp={() => dragging && finish()}
        sx={{
          display: 'grid',
          gridTemplateColumns: `repeat(${columns}, minmax(96px, 1fr))`,
          gap: 0.5,
          minWidth: 700,
          userSelect: 'none',
        }}
      >
        {cells.map((day, place) => (
          <Box key={day[0]?.day} sx={{ display: 'grid', gridAutoRows: 'min-content' }}>
            <Typography
              variant="caption"
              sx={{
                fontWeight: day[0]?.day === today ? 700 : 400,
                color: month && !day[0]?.day.startsWith(month) ? 'text.secondary' : 'text.primary',
              }}
            >
              {dayName.format(new Date(`${day[0]?.day}T12:00:00Z`))}
            </Typography>
            {day.map((cell, hour) => {
              const index = place * hours.length + hour;
              const who = cell.shifts.length === 0 ? t('duty.gap') : names(cell);
              const on = goesOn(cell, day[hour - 1]);
              const next = day[hour + 1];
              const ends = next === undefined || !goesOn(next, cell);
              return (
                <Box
                  key={cell.hour}
                  component="button"
                  type="button"
                  data-cell={index}
                  tabIndex={index === cursor ? 0 : -1}
                  aria-pressed={index >= low && index <= high}
                  onFocus={() => setCursor(index)}
                  onPointerDown={() => {
                    if (!onSpan) return;
                    setCursor(index);
                    setAnchor(index);
                    setDragging(true);
                  }}
                  onPointerEnter={() => dragging && setCursor(index)}
                  sx={{
                    position: 'relative',
                    font: 'inherit',
                    fontSize: '0.75rem',
                    textAlign: 'start',
                    minHeight: hours.length > 1 ? 34 : 58,
                    px: 0.75,
                    py: 0.25,
                    border: 1,
                    borderColor: index >= low && index <= high ? 'primary.main' : 'divider',
                    borderStyle: cell.shifts.length === 0 ? 'dashed' : 'solid',
                    borderTopWidth: on ? 0 : 1,
                    borderBottomWidth: ends ? 1 : 0,
                    borderTopLeftRadius: on ? 0 : 2,
                    borderTopRightRadius: on ? 0 : 2,
                    borderBottomLeftRadius: ends ? 2 : 0,
                    borderBottomRightRadius: ends ? 2 : 0,
                    mt: on ? 0 : 0.25,
                    color: on ? 'text.secondary' : 'text.primary',
                    bgcolor:
                      index >= low && index <= high
                        ? 'action.selected'
                        : cell.shifts.some(({ override }) => override !== null)
                          ? 'action.hover'
                          : 'background.paper',
                    fontStyle: cell.shifts.some(({ override }) => override !== null) ? 'italic' : 'normal',
                    overflowWrap: 'anywhere',
                    cursor: onSpan ? 'pointer' : 'default',
                  }}
                >
                  {hours.length > 1 ? `${String(cell.hour).padStart(2, '0')} ` : ''}
                  {on ? null : who}
                  <VisuallyHidden>
                    {' '}
                    {t('duty.cell', { when: time.format(new Date(cell.startsAt)), who })}
                  </VisuallyHidden>
                </Box>
              );
            })}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function names(cell: Cell): string {
  return [...new Set(cell.shifts.map(({ name }) => name))].join(', ');
}
