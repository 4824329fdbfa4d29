import { HIGH_FROM, type MapPlace, MOST_OF_AXIS, onMap } from '#rules/stakeholders';

const CELLS = MOST_OF_AXIS + 1;

/** Share of an axis below the line between low and high, in percent. */
export const LINE = (HIGH_FROM / CELLS) * 100;

/** Middle of a place on the map, in percent of its width from the left and of its height from the bottom. */
export function percentOf({ power, interest }: MapPlace): { left: number; bottom: number } {
  return { left: ((interest + 0.5) / CELLS) * 100, bottom: ((power + 0.5) / CELLS) * 100 };
}

/** So far apart stand those of one place, in pixels: each stays large enough to be hit. */
const APART = 28;

/** How far to the right and down from its place the one with this number stands, in pixels. */
export function besideBy(number: number): { x: number; y: number } {
  return { x: (number % 2) * APART, y: Math.floor(number / 2) * APART };
}

/** The place under a point of the screen. */
export function placeAt(
  point: { x: number; y: number },
  box: { left: number; top: number; width: number; height: number },
): MapPlace {
  return onMap({
    interest: ((point.x - box.left) / box.width) * CELLS - 0.5,
    power: (1 - (point.y - box.top) / box.height) * CELLS - 0.5,
  });
}

const STEPS: Readonly<Record<string, MapPlace>> = {
  ArrowUp: { power: 1, interest: 0 },
  ArrowDown: { power: -1, interest: 0 },
  ArrowLeft: { power: 0, interest: -1 },
  ArrowRight: { power: 0, interest: 1 },
};

/** The place that an arrow key leads to; null of any other key. */
export function stepFrom({ power, interest }: MapPlace, key: string): MapPlace | null {
  const step = STEPS[key];
  return step ? onMap({ power: power + step.power, interest: interest + step.interest }) : null;
}

/** Those of one place stand beside each other: the number of each among them, in the order given. */
export function numberAtPlace<T extends { id: string } & MapPlace>(items: readonly T[]): Map<string, number> {
  const seen = new Map<string, number>();
  return new Map(
    items.map(({ id, power, interest }) => {
      const place = `${power} ${interest}`;
      const number = seen.get(place) ?? 0;
      seen.set(place, number + 1);
      return [id, number];
    }),
  );
}
