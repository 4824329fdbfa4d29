import { HARM_BASE, HARM_CATEGORIES, type HarmCategory, type Reason } from './assessment.js';
import type { TermMatch } from './compiled-lexicon.js';
import type { Signals } from './signals.js';

/** What harm a text speaks of, and the points (0-60) of severity it is worth. */
export interface HarmReading {
  category: HarmCategory;
  points: number;
  reasons: Reason[];
}

/** Terms below this share of the base only name a subject ('delivery'): no harm, unless words of blame stand beside. */
export const LEAST_SHARE = 0.4;
export const LEAST_SHARE_BLAMED = 0.2;
/** Hints add up to this share at most; the whole base takes one unmistakable term. */
export const MOST_SHARE_OF_HINTS = 0.8;
/** Of jokes without any evidence half the harm counts: rarely harmless, seldom meant. */
export const JOKE_FACTOR = 0.5;

/**
 * The harm worth most points: base of the category × share. The share is the weight of the heaviest term over 10, or
 * the sum of the terms' weights over 10 up to 0.8, whichever is more; the same word twice counts once. Other harms
 * are named beside it with no weight.
 */
export function readHarm(
  signals: Signals,
  words: (matches: readonly TermMatch[]) => string[],
  spoken: (match: TermMatch) => string,
  joke: boolean,
): HarmReading {
  const blamed =
    BLAME.some((category) => signals.found.has(category)) ||
    signals.negated.some((match) => match.category === 'positive' || match.category === 'satisfied');
  const leastShare = blamed ? LEAST_SHARE_BLAMED : LEAST_SHARE;
  const readings = HARM_CATEGORIES.flatMap((category) => {
    const matches = category === 'none' ? undefined : signals.found.get(category);
    if (!matches) return [];
    const share = shareOf(matches, spoken);
    const points = Math.round(HARM_BASE[category] * share * (joke ? JOKE_FACTOR : 1));
    return share >= leastShare ? [{ category, share, points, matches }] : [];
  });
  readings.sort((one, other) => other.points - one.points);

  const reasons: Reason[] = readings.map((reading, place) => ({
    part: 'harm',
    code: reading.category,
    weight: place === 0 ? reading.points : 0,
    words: words(reading.matches),
    params: {
      base: HARM_BASE[reading.category],
      share: reading.share,
      ...(joke ? { joke: JOKE_FACTOR } : {}),
    },
  }));
  const denied = signals.negated.filter((match) => match.category in HARM_BASE);
  if (denied.length > 0) reasons.push({ part: 'harm', code: 'negated', weight: 0, words: words(denied) });

  const main = readings[0];
  return { category: main?.category ?? 'none', points: main?.points ?? 0, reasons };
}

const BLAME = ['negative', 'insult', 'rager', 'boycott', 'threat'] as const;

function shareOf(matches: readonly TermMatch[], spoken: (match: TermMatch) => string): number {
  const weights = new Map<string, number>();
  for (const match of matches) weights.set(spoken(match), match.weight);
  let sum = 0;
  let heaviest = 0;
  for (const weight of weights.values()) {
    sum += weight;
    heaviest = Math.max(heaviest, weight);
  }
  return Math.max(0, Math.min(1, Math.max(heaviest / 10, Math.min(MOST_SHARE_OF_HINTS, sum / 10))));
}
