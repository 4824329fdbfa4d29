import { ATTRIBUTES_OF_CLASS } from '#rules/stakeholders';
import type { AuthorFacts, KnownStakeholder, Reason } from './assessment.js';
import type { TermMatch } from './compiled-lexicon.js';
import type { LexiconCategory } from './lexicon-entry.js';
import type { Signals } from './signals.js';

/** Each of evidence, wording and author adds 0-10 points. */
export const MOST_PART_POINTS = 10;
/** A picture or a film attached. */
export const MEDIA_POINTS = 5;

/** Points for what the author shows: a photo, a document, an account at first hand. */
export function readEvidence(
  signals: Signals,
  hasMedia: boolean,
  words: (matches: readonly TermMatch[]) => string[],
): Reason[] {
  const reasons = cappedReasons([
    ...(hasMedia ? [{ part: 'evidence', code: 'media', weight: MEDIA_POINTS } as const] : []),
    ...termReason(signals, 'evidence', 'evidence', 'account', words),
  ]);
  return reasons;
}

/** Points for the wording: a threat, a call to boycott, legal vocabulary, an insult. */
export function readWording(signals: Signals, words: (matches: readonly TermMatch[]) => string[]): Reason[] {
  return cappedReasons(
    (['threat', 'boycott', 'legal', 'insult'] as const).flatMap((category) =>
      termReason(signals, category, 'wording', category, words),
    ),
  );
}

/** By how many of power, legitimacy and urgency a stakeholder has. */
const SALIENCE_POINTS = [0, 3, 6, 9] as const;

/**
 * Points for who speaks: 2 for every tenfold of followers above a hundred (1,000 → 2, 10,000 → 4, 1,000,000 → 8),
 * and more for the stakeholders who are heard or who decide: 3 for each attribute of salience, or what their category
 * is worth where that is more.
 */
export function readAuthor(author: AuthorFacts | undefined): Reason[] {
  if (!author) return [];
  const reasons: Reason[] = [];
  const followers = author.followers ?? 0;
  const reach = followers > 0 ? Math.round(2 * (Math.log10(followers) - 2)) : 0;
  if (reach > 0) {
    const weight = Math.min(MOST_PART_POINTS, reach);
    reasons.push({ part: 'author', code: 'reach', weight, params: { followers } });
  }
  const standing = author.kind === undefined ? undefined : STANDING.get(author.kind);
  if (author.stakeholder) reasons.push(ofStakeholder(author.stakeholder, author.kind, standing ?? 0));
  else if (standing !== undefined && author.kind !== undefined) {
    reasons.push({ part: 'author', code: 'standing', weight: standing, params: { kind: author.kind } });
  }
  return cappedReasons(reasons);
}

/** The reason stands even where it is worth nothing: whoever reads the mention learns who speaks. */
function ofStakeholder(
  { id, name, salience }: KnownStakeholder,
  kind: string | undefined,
  standing: number,
): Reason {
  const weight = Math.max(standing, SALIENCE_POINTS[ATTRIBUTES_OF_CLASS[salience]]);
  const params = { stakeholder: name, stakeholderId: id, salience, kind: kind ?? '' };
  return { part: 'author', code: 'stakeholder', weight, params };
}

export function pointsOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + reason.weight, 0);
}

const STANDING = new Map([
  ['authority', 6],
  ['authorities', 6],
  ['regulator', 6],
  ['press', 5],
  ['elected', 5],
  ['elected_official', 5],
  ['elected_officials', 5],
  ['influencer', 4],
  ['influencers', 4],
  ['association', 4],
  ['ngo', 4],
  ['ngos', 4],
  ['union', 3],
  ['unions', 3],
  ['expert', 3],
  ['experts', 3],
  ['employee', 2],
  ['employees', 2],
]);

function termReason(
  signals: Signals,
  category: LexiconCategory,
  part: Reason['part'],
  code: string,
  words: (matches: readonly TermMatch[]) => string[],
): Reason[] {
  const matches = signals.found.get(category);
  if (!matches) return [];
  // The heaviest term sets the points and every further one adds one: ten insults are not ten times one insult.
  const heaviest = Math.max(...matches.map((match) => match.weight));
  const weight = Math.max(0, Math.round(heaviest + matches.length - 1));
  return weight === 0 ? [] : [{ part, code, weight, words: words(matches) }];
}

/** Cuts the weights, in order, so that together they keep within the part's 10 points. */
function cappedReasons(reasons: readonly Reason[]): Reason[] {
  let left = MOST_PART_POINTS;
  return reasons.map((reason) => {
    const weight = Math.min(left, reason.weight);
    left -= weight;
    return { ...reason, weight };
  });
}
