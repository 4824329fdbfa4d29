import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StakeholderSummary } from '#contract/stakeholders';
import { ATTRIBUTES_OF_CLASS, HIGH_FROM, MOST_OF_AXIS, QUADRANTS, quadrantOf } from '#rules/stakeholders';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { numberAtPlace, percentOf, placeAt, stepFrom } from './map-geometry.js';
import { useMapMoves } from './use-map-moves.js';

interface StakeholderMapProps {
  items: readonly StakeholderSummary[];
  writes: boolean;
}

/** Share of the axis below the line between low and high. */
const LINE = (HIGH_FROM / (MOST_OF_AXIS + 1)) * 100;
const CORNERS = [
  { right: 8, top: 6 },
  { left: 8, top: 6 },
  { right: 8, bottom: 6 },
  { left: 8, bottom: 6 },
];

/** Power upwards, interest to the right. On narrow screens the list below stands for it. */
export function StakeholderMap({ items, writes }: StakeholderMapProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const moves = useMapMoves();
  const numbers = numberAtPlace(items.map((item) => ({ id: item.id, ...moves.placeOf(item) })));
  return (
    <Box sx={{ display: { xs: 'none', md: 'block' } }}>
      <Section heading="h2" title={t('stakeholders.map')}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t(writes ? 'stakeholders.mapHint' : 'stakeholders.mapHintRead')}
        </Typography>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'auto minmax(0, 1fr)',
            alignItems: 'center',
            columnGap: 1,
          }}
        >
          <Typography
            variant="caption"
            aria-hidden="true"
            sx={{ writingMode: 'vertical-rl', rotate: '180deg' }}
          >
            {t('stakeholders.power')} →
          </Typography>
          <Box
            ref={box}
            role="group"
            aria-label={t('stakeholders.map')}
            sx={{
              position: 'relative',
              height: 600,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              bgcolor: 'background.paper',
              overflow: 'hidden',
              touchAction: 'none',
            }}
          >
            <Box
              aria-hidden="true"
              sx={{
                ...{ position: 'absolute', inset: 0, top: 'auto', height: `${LINE}%` },
                ...{ borderTop: 1, borderTopStyle: 'dashed', borderColor: 'text.secondary' },
              }}
            />
            <Box
              aria-hidden="true"
              sx={{
                ...{ position: 'absolute', inset: 0, right: 'auto', width: `${LINE}%` },
                ...{ borderRight: 1, borderRightStyle: 'dashed', borderColor: 'text.secondary' },
              }}
            />
            {QUADRANTS.map((quadrant, at) => (
              <Typography
                key={quadrant}
                variant="caption"
                aria-hidden="true"
                sx={{ position: 'absolute', color: 'text.secondary', fontWeight: 650, ...CORNERS[at] }}
              >
                {t(`stakeholders.quadrant.${quadrant}`)}
              </Typography>
            ))}
            {items.map((item) => (
              <Point
                key={item.id}
                item={item}
                number={numbers.get(item.id) ?? 0}
                box={box}
                moves={writes ? moves : null}
                place={moves.placeOf(item)}
              />
            ))}
          </Box>
          <span />
          <Typography variant="caption" aria-hidden="true" sx={{ textAlign: 'end' }}>
            {t('stakeholders.interest')} →
          </Typography>
        </Box>
        <Typography variant="body2" role="status" sx={{ minHeight: 24, mt: 0.5 }}>
          {moves.said}
        </Typography>
        <ProblemAlert error={moves.error} sx={{ mt: 1 }} />
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {t('stakeholders.mapSource')}
        </Typography>
      </Section>
    </Box>
  );
}

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

function Point({ item, number, place, box, moves }: PointProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pressed = useRef<{ x: number; y: number; dragged: boolean } | null>(null);
  const { left, bottom } = percentOf(place);
  const lifted = moves?.isLifted(item) ?? false;
  const open = () => void navigate(`/stakeholders/${item.id}`);
  const attributes = ATTRIBUTES_OF_CLASS[item.salience];
  return (
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
        ...{ position: 'absolute', left: `${left}%`, bottom: `${bottom}%` },
        ...{ width: 24, height: 24, p: 0, borderRadius: item.kind === 'person' ? '50%' : '4px' },
        transform: `translate(calc(-50% + ${(number % 2) * APART}px), calc(50% + ${Math.floor(number / 2) * APART}px))`,
        ...{ border: 2, borderColor: 'primary.main', font: 'inherit', fontSize: 12, fontWeight: 700 },
        bgcolor: attributes === 3 ? 'primary.main' : 'background.paper',
        color: attributes === 3 ? 'primary.contrastText' : 'text.primary',
        borderStyle: attributes === 0 ? 'dashed' : 'solid',
        cursor: moves ? 'grab' : 'pointer',
        zIndex: lifted ? 2 : 1,
        boxShadow: lifted ? 6 : 0,
        '&:focus-visible': {
          ...{
            outline: '3px solid',
            outlineColor: 'var(--passerelle-palette-primary-main)',
            outlineOffset: 2,
          },
          zIndex: 3,
        },
      }}
    >
      <span aria-hidden="true">{attributes}</span>
      <Box
        component="span"
        aria-hidden="true"
        sx={{
          ...{ position: 'absolute', left: '50%', top: 24, transform: 'translateX(-50%)', maxWidth: 110 },
          ...{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', pointerEvents: 'none' },
          ...{ fontSize: 11, fontWeight: 600, lineHeight: 1.2, color: 'text.primary' },
        }}
      >
        {item.name}
      </Box>
    </Box>
  );
}
