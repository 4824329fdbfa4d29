import type { Candidate, Match } from './matching/index.js';

/** Matches in two languages as one: of each answer the better, the confidences brought back to at most 1. */
export function mergeMatches(matches: readonly Match[]): Match {
  const best = new Map<string, Candidate>();
  for (const candidate of matches.flatMap(({ candidates }) => candidates)) {
    const known = best.get(candidate.answerId);
    if (!known || known.confidence < candidate.confidence) best.set(candidate.answerId, candidate);
  }
  const candidates = [...best.values()];
  const sum = candidates.reduce((total, { confidence }) => total + confidence, 0);
  const fits = Math.max(0, ...matches.map((match) => match.fits));
  // What fits in both languages is the same answer: the sum may not tell more than the surer of the two.
  const scale = sum > fits && sum > 0 ? fits / sum : 1;
  return {
    fits,
    candidates: candidates
      .map((candidate) => ({ ...candidate, confidence: candidate.confidence * scale }))
      .sort((a, b) => b.confidence - a.confidence || b.score - a.score),
  };
}
