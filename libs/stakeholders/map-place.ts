/**
 * Where a stakeholder stands on the map of power and interest: A. L. Mendelow, "Environmental Scanning: The Impact of
 * the Stakeholder Concept", Proceedings of the Second International Conference on Information Systems, Cambridge,
 * Massachusetts; usually cited with the year 1991.
 */
export const QUADRANTS = ['manage_closely', 'keep_satisfied', 'keep_informed', 'monitor'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Power and interest go from 0 to so much, in whole steps. */
export const MOST_OF_AXIS = 10;
/** From here on an axis counts as high. */
export const HIGH_FROM = 5;

export interface MapPlace {
  /** 0-10. */
  power: number;
  /** 0-10. */
  interest: number;
}

export function quadrantOf({ power, interest }: MapPlace): Quadrant {
  if (power >= HIGH_FROM) return interest >= HIGH_FROM ? 'manage_closely' : 'keep_satisfied';
  return interest >= HIGH_FROM ? 'keep_informed' : 'monitor';
}

/** The nearest place on the map: whole, and between 0 and 10. */
export function onMap({ power, interest }: MapPlace): MapPlace {
  return { power: onAxis(power), interest: onAxis(interest) };
}

function onAxis(value: number): number {
  return Number.isFinite(value) ? Math.min(MOST_OF_AXIS, Math.max(0, Math.round(value))) : 0;
}
