import type { Assessment, AuthorFacts, Reason } from './assessment.js';
import { readAuthorKind } from './author-kind.js';
import { pointsOf, readAuthor } from './circumstances.js';
import { adviceFor } from './intent.js';
import { DEFAULT_LEVEL_THRESHOLDS, levelOf, levelReason, type LevelThresholds } from './level.js';

/**
 * The assessment as it would be had the author been known as they are now; all that was read from the text stays as it
 * was judged, whatever the lexicon says today. The same as judging anew under the same lexicon.
 */
export function reweighAuthor(
  assessment: Assessment,
  author: AuthorFacts,
  text: string,
  thresholds: LevelThresholds = DEFAULT_LEVEL_THRESHOLDS,
): Assessment {
  const blaming = assessment.harm !== 'none' || assessment.sentiment === 'negative';
  const weighs = blaming && assessment.sentiment !== 'positive';
  const kind = readAuthorKind(author, text);
  const ofAuthor = [...(weighs ? readAuthor(author) : []), ...(kind.reason ? [kind.reason] : [])];
  const kept = assessment.reasons.filter(({ part }) => part !== 'author' && part !== 'level');
  const after = kept.findIndex(({ part }) => part === 'tone' || part === 'intent');
  const place = after < 0 ? kept.length : after;
  const reasons: Reason[] = [...kept.slice(0, place), ...ofAuthor, ...kept.slice(place)];
  const severity = pointsOf(reasons);
  const level = levelOf(severity, thresholds);
  return {
    ...assessment,
    severity,
    level,
    reasons: [...reasons, levelReason(severity, level, thresholds)],
    advice: adviceFor(assessment.intent, level),
    authorKind: kind.kind,
  };
}
