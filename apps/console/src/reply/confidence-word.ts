export type ConfidenceWord = 'veryLikely' | 'likely' | 'possible' | 'unlikely';

/** The word for a probability, 0-1, that a suggestion is the right answer. */
export function confidenceWord(confidence: number): ConfidenceWord {
  if (confidence >= 0.8) return 'veryLikely';
  if (confidence >= 0.5) return 'likely';
  return confidence >= 0.2 ? 'possible' : 'unlikely';
}

/** In whole percent; what is not certain is never shown as certain. */
export function confidencePercent(confidence: number): number {
  return Math.min(99, Math.max(1, Math.round(confidence * 100)));
}
