import type { ConfidenceNumbers } from './confidence-numbers.js';

/** What is known of a text and a library when its confidence is told. */
export interface Evidence {
  /** Scores of the answers, best first; not empty. */
  scores: readonly number[];
  /** Cosine to the nearest wording of all, and to the nearest wording of the best answer, 0-1. */
  nearest: number;
  nearestOfTop: number;
  /** Share of the weight of its words that the library knows, 0-1. */
  coverage: number;
  /** Sum of the weights of the wordings over the number of answers. */
  wordingsPerAnswer: number;
  answers: number;
}

/** Probability, 0-1, that one of the answers fits: a logistic model of what `Evidence` holds. */
export function fitProbability(evidence: Evidence, numbers: ConfidenceNumbers): number {
  const top = evidence.scores[0] ?? 0;
  const lead = top - (evidence.scores[1] ?? 0);
  const wordings = Math.log(Math.max(1, evidence.wordingsPerAnswer));
  return logistic(
    numbers.constant +
      numbers.top * top +
      numbers.lead * lead +
      numbers.nearest * evidence.nearest +
      numbers.nearestOfTop * evidence.nearestOfTop +
      numbers.coverage * evidence.coverage +
      numbers.wordings * wordings +
      numbers.topByWordings * top * wordings +
      numbers.nearestByWordings * evidence.nearest * wordings +
      numbers.answers * Math.log(Math.max(1, evidence.answers)),
  );
}

/** How the answers share what fits: non-negative, in the order of the scores, sum 1 (softmax). */
export function shares(
  scores: readonly number[],
  wordingsPerAnswer: number,
  numbers: ConfidenceNumbers,
): number[] {
  const sharpness = Math.exp(
    numbers.sharpness + numbers.sharpnessByWordings * Math.log(Math.max(1, wordingsPerAnswer)),
  );
  const top = Math.max(...scores);
  const raw = scores.map((score) => Math.exp(sharpness * (score - top)));
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
