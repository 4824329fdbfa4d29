import Box from '@mui/material/Box';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StakeholderSummary } from '#contract/stakeholders';
import { ATTRIBUTES_OF_CLASS, quadrantOf } from '#rules/stakeholders';
import { percentOf, placeAt, stepFrom } from './map-geometry.js';
import type { useMapMoves } from './use-map-moves.js';

interface PointProps {
  item: StakeholderSummary;
  /** Among those of the same place. */
  number: number;
  place: { power: number; interest: number };
  box: RefObject<HTMLDivElement | null>;
  moves: ReturnType<typeof useMapMoves> | null;
}

/** So far apart stand those of one place, in pixels: each stays large enough to be hit. */
const APART = 28;
/** A pointer that moves less has only pressed. */
const DRAGGED = 4;

/** A stakeholder at its place: to be dragged, moved by the arrow keys, or opened. */
export function MapPoint({ item, number, place, box, moves }: PointProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pressed = useRef<{ x: number; y: number; dragged: boolean } | null>(null);
  const { left, bottom } = percentOf(place);
  const lifted = moves?.isLifted(item) ?? false;
  const open = () => void navigate(`/stakeholders/${item.id}`);
  const attributes = ATTRIBUTES_OF_CLASS[item.salience];
  return (
    <Box
      sx={{
        ...{ position: 'absolute', left: `${left}%`, bottom: `${bottom}%`, width: 24, height: 24 },
        transform: `translate(calc(-50% + ${(number % 2) * APART}px), calc(50% + ${Math.floor(number / 2) * APART}px))`,
        zIndex: lifted ? 2 : 1,
        '&:focus-within': { zIndex: 3 },
      }}
    >
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
      <Box
        component="span"
        aria-hidden="true"
        sx={{
          // No wider than a place on the map, and two lines at most, so that neighbours can be read.
          ...{ position: 'absolute', left: '50%', top: 24, transform: 'translateX(-50%)', width: 76 },
          ...{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
          ...{ textAlign: 'center', pointerEvents: 'none', overflowWrap: 'anywhere' },
          ...{ fontSize: 11, fontWeight: 600, lineHeight: 1.15, color: 'text.primary' },
        }}
      >
        {item.name}
      </Box>
    </Box>
  );
}
