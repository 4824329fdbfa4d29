import type { Emotion, Sentiment } from './assessment.js';

/**
 * The measured models as `assess` uses them: one reading of the text for all. Where they are given and sure enough,
 * their word replaces the lexicon's and the reason says so (`model`).
 */
export interface TextModel {
  read(text: string, language: string): TextJudgement;
}

export interface TextJudgement {
  /** Names the trainings that took part. */
  version: string;
  sentiment: JudgedSentiment;
  /** Null where the models were not trained on the language. */
  tone: JudgedTone | null;
}

export interface JudgedSentiment {
  label: Sentiment;
  /** Calibrated, 0-1. */
  probability: number;
  /** What spoke most for it, as written; heaviest first. */
  words: () => string[];
}

export interface JudgedTone {
  offensive: Judged;
  irony: Judged;
  /** Probabilities, which add up to 1: they tell the emotion of a text that has one. */
  emotions: Record<Emotion, number>;
  emotionWords: (emotion: Emotion) => string[];
}

export interface Judged {
  probability: number;
  /** Whether the probability is beyond the model's own border. */
  holds: boolean;
  words: () => string[];
}

/** Below this probability the lexicon keeps the word. */
export const LEAST_MODEL_PROBABILITY = 0.6;
