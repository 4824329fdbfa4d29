import { type MapPlace, QUADRANTS, quadrantOf } from './map-place.js';
import { SALIENCE_CLASSES, type SalienceAttributes, salienceClass, ATTRIBUTES_OF_CLASS } from './salience.js';

/** A stakeholder in an incident: who it is, and what there has been with it. */
export interface ToTell extends MapPlace {
  id: string;
  name: string;
  attributes: SalienceAttributes;
  /** Milliseconds since 1970 of the first time that they were told of the incident; null: not yet. */
  toldAt: number | null;
  /** Posts of theirs on the topic. */
  posts: number;
}

/**
 * Who must be told first: whoever has not been told, by the number of attributes of salience (Mitchell, Agle and Wood),
 * among equals those who have already spoken, then the class, then the field of the map (Mendelow), then power and
 * interest together. Whoever was told stands behind, in the order of telling. The name decides last, so that the order
 * is one.
 */
export function tellFirst<T extends ToTell>(stakeholders: readonly T[]): T[] {
  return [...stakeholders].sort(compare);
}

function compare(a: ToTell, b: ToTell): number {
  if ((a.toldAt === null) !== (b.toldAt === null)) return a.toldAt === null ? -1 : 1;
  if (a.toldAt !== null && b.toldAt !== null && a.toldAt !== b.toldAt) return a.toldAt - b.toldAt;
  const [first, second] = [placeOf(a), placeOf(b)];
  for (const [at, rank] of first.entries()) {
    const difference = rank - (second[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function placeOf(one: ToTell): number[] {
  const salience = salienceClass(one.attributes);
  return [
    -ATTRIBUTES_OF_CLASS[salience],
    one.posts > 0 ? 0 : 1,
    SALIENCE_CLASSES.indexOf(salience),
    QUADRANTS.indexOf(quadrantOf(one)),
    -(one.power + one.interest),
  ];
}
