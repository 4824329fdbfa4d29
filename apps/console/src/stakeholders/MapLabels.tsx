import Box from '@mui/material/Box';
import { useMemo } from 'react';
import type { StakeholderSummary } from '#contract/stakeholders';
import { ATTRIBUTES_OF_CLASS, type MapPlace } from '#rules/stakeholders';
import { besideBy, LINE, percentOf } from './map-geometry.js';
import { placeLabels } from './map-labels.js';

export const MAP_HEIGHT = 600;
/** Inside its border. */
const HEIGHT = MAP_HEIGHT - 2;
/** Room for the name of a field in its corner, in pixels. */
const CORNER = { width: 170, height: 26 };

interface MapLabelsProps {
  items: readonly StakeholderSummary[];
  /** Of each among those of its place. */
  numbers: ReadonlyMap<string, number>;
  placeOf: (item: StakeholderSummary) => MapPlace;
  /** Of the map, in pixels; 0 before it is known. */
  width: number;
}

/** The names beside the points, the most salient first: those that find no room are told on hover and in the list. */
export function MapLabels({ items, numbers, placeOf, width }: MapLabelsProps) {
  const order = useMemo(
    () =>
      [...items].sort(
        (a, b) =>
          ATTRIBUTES_OF_CLASS[b.salience] - ATTRIBUTES_OF_CLASS[a.salience] || Number(a.id) - Number(b.id),
      ),
    [items],
  );
  if (width === 0) return null;
  const points = order.map((item) => {
    const { left, bottom } = percentOf(placeOf(item));
    const beside = besideBy(numbers.get(item.id) ?? 0);
    const x = (left / 100) * width + beside.x;
    return { id: item.id, name: item.name, x, y: (1 - bottom / 100) * HEIGHT + beside.y };
  });
  const labels = placeLabels(points, {
    width,
    height: HEIGHT,
    lineX: (LINE / 100) * width,
    lineY: (1 - LINE / 100) * HEIGHT,
    taken: [0, width - CORNER.width].flatMap((left) =>
      [0, HEIGHT - CORNER.height].map((top) => ({ left, top, ...CORNER })),
    ),
  });
  return [...labels].map(([id, { lines, left, top, width: wide, height, align }]) => (
    <Box
      key={id}
      aria-hidden="true"
      sx={{
        ...{ position: 'absolute', pointerEvents: 'none', whiteSpace: 'nowrap', textAlign: align },
        ...{ fontSize: 11, fontWeight: 600, lineHeight: '13px', color: 'text.primary' },
      }}
      style={{ left, top, width: wide, height }}
    >
      {lines.map((line, at) => (
        <div key={at}>{line}</div>
      ))}
    </Box>
  ));
}
