import { HARM_BASE, type HarmCategory } from './assessment.js';
import { type TermMatch, type TermNode, matchTerms } from './compiled-lexicon.js';
import type { LexiconCategory } from './lexicon-entry.js';
import { isNegated } from './negation.js';
import type { Token } from './tokens.js';

/** The terms of a text that count, after harmless phrases, overlaps and negations have been taken out. */
export interface Signals {
  found: ReadonlyMap<LexiconCategory, readonly TermMatch[]>;
  /** Harms and praise that the text denies. */
  negated: readonly TermMatch[];
}

export const NO_SIGNALS: Signals = { found: new Map(), negated: [] };

export function isHarm(category: LexiconCategory): category is HarmCategory {
  return category !== 'none' && Object.hasOwn(HARM_BASE, category);
}

export function readSignals(root: TermNode, tokens: readonly Token[]): Signals {
  const matches = matchTerms(root, tokens);
  if (matches.length === 0) return NO_SIGNALS;
  const standing = matches.filter((match) => !matches.some((other) => yieldsTo(match, other)));
  const negations = standing.filter((match) => match.category === 'negation');
  const deniable = negations.length > 0 ? standing.filter((match) => isDeniable(match, matches, tokens)) : [];

  const found = new Map<LexiconCategory, TermMatch[]>();
  const negated: TermMatch[] = [];
  for (const match of standing) {
    if (deniable.includes(match) && isNegated(match, negations, deniable, tokens)) {
      negated.push(match);
      continue;
    }
    const list = found.get(match.category);
    if (list) list.push(match);
    else found.set(match.category, [match]);
  }
  return { found, negated };
}

/**
 * A match gives way to a longer one around it: a harm to a harmless phrase that even only overlaps it ("on fire tv");
 * a negation to any term that already holds it; a harm to a longer harm; praise to a longer term that is none;
 * anything to a longer one of its kind.
 */
function yieldsTo(match: TermMatch, other: TermMatch): boolean {
  if (match === other || other.first > match.last || other.last < match.first) return false;
  const lengths = other.last - other.first - (match.last - match.first);
  if (other.category === 'none' && isHarm(match.category)) return lengths >= 0;
  if (other.first > match.first || other.last < match.last) return false;
  const longer = lengths > 0;
  if (other.category === 'none') return match.category !== 'none' && longer;
  if (!longer) return false;
  if (other.category === 'negation' || other.category === 'intensifier')
    return match.category === other.category;
  if (match.category === 'negation') return true;
  if (isHarm(match.category)) return isHarm(other.category) || isPraise(other.category);
  if (isPraise(match.category)) return !isPraise(other.category) || match.category === other.category;
  if (match.category === 'negative') return other.category === 'negative' || isPraise(other.category);
  return match.category === other.category;
}

function isPraise(category: LexiconCategory): boolean {
  return category === 'positive' || category === 'satisfied';
}

/** A term that holds its own negation ("pas content", "won't work") says what it means already. */
function isDeniable(match: TermMatch, all: readonly TermMatch[], tokens: readonly Token[]): boolean {
  const { category } = match;
  if (!isHarm(category) && !isPraise(category) && !DENIABLE.has(category)) return false;
  // "plus" denies only at the end of "ne … plus" ("ne marche plus"), so it cannot be a negation of its own.
  if (match.last > match.first && tokens[match.last]?.norm === 'plus') return false;
  return !all.some(
    (other) => other.category === 'negation' && other.first >= match.first && other.last <= match.last,
  );
}

const DENIABLE = new Set<LexiconCategory>(['negative', 'insult', 'threat']);
