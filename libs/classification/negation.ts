import type { TermMatch } from './compiled-lexicon.js';
import type { Token } from './tokens.js';

/**
 * Whether a word of negation reaches a term ("personne n'est blessé", "no one was injured", "n'a pas pris feu").
 *
 * The rule is deliberately simple: a negation reaches over the next `NEGATION_REACH` words, auxiliaries and adverbs of
 * degree not counted, and stops at punctuation, at a conjunction ("and", "mais") and at the French "que" of
 * "ne … que". The French "ne" counts as a negation itself, which covers "ne … pas/plus/jamais" around the term.
 * It denies the nearest term only, and what "or", "ou", "ni" hang on it ("no deaths or injuries").
 * Negations inside the term ("ne marche pas") or inside a longer term ("no internet") do not reach out.
 */
export function isNegated(
  match: TermMatch,
  negations: readonly TermMatch[],
  deniable: readonly TermMatch[],
  tokens: readonly Token[],
): boolean {
  return negations.some(
    (negation) => reaches(negation, match, tokens) && !spentOnAnother(negation, match, deniable, tokens),
  );
}

/** In words that carry meaning. */
export const NEGATION_REACH = 3;

function reaches(negation: TermMatch, match: TermMatch, tokens: readonly Token[]): boolean {
  if (negation.last >= match.first || match.first - negation.last > FARTHEST) return false;
  const clause = tokens[negation.last]?.clause;
  let counted = 1;
  for (let at = negation.last + 1; at <= match.first; at += 1) {
    const token = tokens[at];
    if (!token || token.clause !== clause) return false;
    if (at === match.first) break;
    if (STOPS.has(token.norm)) return false;
    if (!WEIGHTLESS.has(token.norm)) counted += 1;
  }
  return counted <= NEGATION_REACH;
}

function spentOnAnother(
  negation: TermMatch,
  match: TermMatch,
  deniable: readonly TermMatch[],
  tokens: readonly Token[],
): boolean {
  return deniable.some((other) => {
    if (other.first <= negation.last || other.last >= match.first) return false;
    for (let at = other.last + 1; at < match.first; at += 1) {
      if (ALTERNATIVE.has(tokens[at]?.norm ?? '')) return false;
    }
    return true;
  });
}

const ALTERNATIVE = new Set(['or', 'nor', 'ou', 'ni']);
/** Tokens of any kind; bounds the walk. */
const FARTHEST = 8;
const STOPS = new Set(
  (
    'et mais car donc que qu parce puis alors depuis ' + 'and but because so since then until after when'
  ).split(' '),
);
const WEIGHTLESS = new Set(
  (
    'a ai as ont est sont ete etait etaient soit d de du des le la les l un une y en tres trop vraiment gravement serieusement du tout plus ' +
    'is are was were be been being has have had the an any of very really seriously badly at all'
  ).split(' '),
);
