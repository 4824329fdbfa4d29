import type { Locale } from '#platform/contract';
import type { Suggestion } from './contract.js';
import type { Candidate } from './matching/index.js';
import { pickVariant } from './pick-variant.js';
import { isLocale, type MentionToAnswer, type SuggestedVersion } from './suggestion-query.js';

/** A version as it is suggested for a mention; nothing when it has no text for the mention's network. */
export function suggestionView(
  mention: MentionToAnswer,
  version: SuggestedVersion,
  candidate: Candidate,
  wanted: Locale | undefined,
): Suggestion[] {
  const language = wanted ?? (isLocale(mention.language) ? mention.language : null);
  const variant = pickVariant(version.variants, version.placeholders, { network: mention.network, language });
  if (!variant) return [];
  const question = { fr: version.question_fr, en: version.question_en };
  return [
    {
      answerId: version.answerId,
      versionNumber: version.number,
      variantId: variant.id,
      kind: version.kind,
      question: question[variant.language] || question.fr || question.en,
      language: variant.language,
      network: variant.network,
      body: variant.body,
      placeholders: version.placeholders,
      doNotSay: version.doNotSay,
      proofPoints: version.proofPoints,
      strategy: version.strategy,
      sensitivity: version.sensitivity,
      timesUsed: version.timesUsed,
      matchedWords: candidate.words,
      score: Math.round(candidate.score * 10_000) / 10_000,
      confidence: Math.round(candidate.confidence * 10_000) / 10_000,
      refusedBy: mention.corrections.filter(
        ({ verdict, answerId }) => verdict === 'does_not_fit' && answerId === version.answerId,
      ).length,
      otherLanguage: mention.languageKnown && variant.language !== mention.language,
    },
  ];
}
