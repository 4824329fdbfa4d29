import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StakeholderSummary } from '#contract/stakeholders';
import { ATTRIBUTES_OF_CLASS, quadrantOf } from '#rules/stakeholders';
import { besideBy, percentOf, placeAt, stepFrom } from './map-geometry.js';
import type { useMapMoves } from './use-map-moves.js';

interface PointProps {
  item: StakeholderSummary;
  /** Among those of the same place. */
  number: number;
  place: { power: number; interest: number };
  box: RefObject<HTMLDivElement | null>;
  moves: ReturnType<typeof useMapMoves> | null;
}

/** A pointer that moves less has only pressed. */
const DRAGGED = 4;

/** A stakeholder at its place: to be dragged, moved by the arrow keys, or opened. */
export function MapPoint({ item, number, place, box, moves }: PointProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pressed = useRef<{ x: number; y: number; dragged: boolean } | null>(null);
  const { left, bottom } = percentOf(place);
  const beside = besideBy(number);
  const lifted = moves?.isLifted(item) ?? false;
  const open = () => void navigate(`/stakeholders/${item.id}`);
  const attributes = ATTRIBUTES_OF_CLASS[item.salience];
  return (
    <Box
      sx={{
        ...{ position: 'absolute', left: `${left}%`, bottom: `${bottom}%`, width: 24, height: 24 },
        transform: `translate(calc(-50% + ${beside.x}px), calc(50% + ${beside.y}px))`,
        zIndex: lifted ? 2 : 1,
        '&:focus-within': { zIndex: 3 },
      }}
    >
      <Tooltip title={item.name}>
        <Box
          component="button"
          type="button"
          data-stakeholder={item.id}
          aria-label={t('stakeholders.point', {
            name: item.name,
            ...place,
            field: t(`stakeholders.quadrant.${quadrantOf(place)}`),
          })}
          aria-pressed={moves ? lifted : undefined}
          onPointerDown={(event) => {
            if (!moves || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            pressed.current = { x: event.clientX, y: event.clientY, dragged: false };
          }}
          onPointerMove={(event) => {
            const start = pressed.current;
            if (!start || !moves || !box.current) return;
            start.dragged ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) >= DRAGGED;
            if (start.dragged) {
              const point = { x: event.clientX, y: event.clientY };
              moves.lift(item, placeAt(point, box.current.getBoundingClientRect()));
            }
          }}
          onPointerUp={() => {
            if (pressed.current?.dragged) moves?.keep(item);
          }}
          onPointerCancel={() => {
            pressed.current = null;
            moves?.takeBack(item);
          }}
          onClick={() => {
            const wasDragged = pressed.current?.dragged === true;
            pressed.current = null;
            if (wasDragged) return;
            if (lifted) moves?.keep(item);
            else open();
          }}
          onKeyDown={(event) => {
            const next = moves ? stepFrom(place, event.key) : null;
            if (next) {
              event.preventDefault();
              moves?.lift(item, next);
            } else if (event.key === 'Escape' && lifted) {
              event.preventDefault();
              moves?.takeBack(item);
            }
          }}
          onBlur={() => {
            if (lifted && pressed.current === null) moves?.takeBack(item);
          }}
          sx={{
            ...{ width: 24, height: 24, p: 0, borderRadius: item.kind === 'person' ? '50%' : '4px' },
            ...{ border: 2, borderColor: 'primary.main', font: 'inherit', fontSize: 12, fontWeight: 700 },
            bgcolor: attributes === 3 ? 'primary.main' : 'background.paper',
            color: attributes === 3 ? 'primary.contrastText' : 'text.primary',
            borderStyle: attributes === 0 ? 'dashed' : 'solid',
            cursor: moves ? 'grab' : 'pointer',
            boxShadow: lifted ? 6 : 0,
            '&::before': { content: `"${attributes}"` },
            '&:focus-visible': {
              ...{ outline: '3px solid', outlineColor: 'var(--passerelle-palette-primary-main)' },
              outlineOffset: 2,
            },
          }}
        />
      </Tooltip>
    </Box>
  );
}
