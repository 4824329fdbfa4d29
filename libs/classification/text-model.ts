import type { Sentiment } from './assessment.js';
import type { Token } from './tokens.js';

/**
 * The place of measured models. Each is optional and a plain function over the tokens that the lexicon saw;
 * where one is given and sure enough, its word replaces the lexicon's and the reason says so (`model`).
 */
export interface TextModel {
  /** Null where the model has nothing to say, for instance for a language it was not trained on. */
  sentiment?: (
    tokens: readonly Token[],
    language: string,
  ) => { label: Sentiment; probability: number } | null;
}

/** Below this probability the lexicon keeps the word. */
export const LEAST_MODEL_PROBABILITY = 0.6;
