import type { Candidate, Match } from './matching/index.js';

/**
 * Below this probability that any answer fits, none is suggested. A little less than even: a suggestion too many costs
 * a glance, one held back costs a search.
 */
export const NONE_FITS_BELOW = 0.4;
/** Beside a good suggestion, what is less sure than this share of it only distracts. */
const TAIL = 0.06;
/** When none fits, so many of the nearest can be looked at. */
const NEAREST = 5;

/** What people said of the mention's own suggestions. */
export interface Said {
  /** Answers that somebody said do not fit. */
  refused: ReadonlySet<string>;
  /** Somebody said none fits, and no answer was approved since. */
  noneFits: boolean;
}

/** The candidates worth showing, best first, and whether they are suggested or only the nearest. */
export function chooseSuggestions(match: Match, said: Said): { candidates: Candidate[]; noneFits: boolean } {
  const open = match.candidates.filter(({ answerId }) => !said.refused.has(answerId));
  const refused = match.candidates.filter(({ answerId }) => said.refused.has(answerId));
  const top = open[0]?.confidence ?? 0;
  if (top === 0 || match.fits < NONE_FITS_BELOW || said.noneFits) {
    return { candidates: [...open, ...refused].slice(0, NEAREST), noneFits: true };
  }
  return { candidates: open.filter(({ confidence }) => confidence >= TAIL * top), noneFits: false };
}
