import type { Reason, Sentiment } from './assessment.js';
import type { TermMatch } from './compiled-lexicon.js';
import type { Signals } from './signals.js';
import { type JudgedSentiment, LEAST_MODEL_PROBABILITY } from './text-model.js';
import type { Token } from './tokens.js';

export interface SentimentReading {
  sentiment: Sentiment;
  /** 0-10, what a negative sentiment adds to the severity. */
  points: number;
  reasons: Reason[];
  /** Calibrated probability, where a model agrees or decided. */
  confidence?: number;
}

export const MOST_SENTIMENT_POINTS = 10;
/** A term right after "très", "so", … weighs half as much again. */
export const INTENSIFIED = 1.5;

/**
 * The sentiment of a text. The lexicon comes first: where its words leave no doubt, it stands. Where it is silent or
 * nearly so, and a measured model is sure enough, the model's word is taken. A model that agrees lends its confidence.
 */
export function readSentiment(
  signals: Signals,
  tokens: readonly Token[],
  harmPoints: number,
  words: (matches: readonly TermMatch[]) => string[],
  judged?: JudgedSentiment,
): SentimentReading {
  const { net, ...reading } = byLexicon(signals, harmPoints, words);
  if (!judged) return reading;
  const agrees = judged.label === reading.sentiment;
  const stands = Math.abs(net) >= CLEAR_NET || judged.probability < LEAST_MODEL_PROBABILITY;
  if (agrees) return { ...reading, confidence: judged.probability };
  if (stands || tokens.length < FEWEST_TOKENS) return reading;
  const points = judged.label === 'negative' ? capped(judged.probability * MOST_MODEL_POINTS) : 0;
  const params = { label: judged.label, probability: rounded(judged.probability) };
  return {
    sentiment: judged.label,
    points,
    confidence: judged.probability,
    reasons: [{ part: 'sentiment', code: 'model', weight: points, params, words: judged.words() }],
  };
}

/** Points of severity that a model alone may give: less than words that can be looked up. */
const MOST_MODEL_POINTS = 6;
/** Praise over blame, or blame over praise, from which the lexicon's words leave no doubt. */
const CLEAR_NET = 5;
/** A model says nothing of a single word. */
const FEWEST_TOKENS = 2;

export function rounded(probability: number): number {
  return Math.round(probability * 100) / 100;
}

/**
 * The sum of the positive terms less the negative ones. Praise denied ("pas satisfait") counts as blame; blame denied
 * ("not bad") counts for nothing; a harm spoken of is blame as well.
 */
function byLexicon(
  signals: Signals,
  harmPoints: number,
  words: (matches: readonly TermMatch[]) => string[],
): SentimentReading & { net: number } {
  const praise = [...(signals.found.get('positive') ?? []), ...(signals.found.get('satisfied') ?? [])];
  const blame = [
    ...(signals.found.get('negative') ?? []),
    ...(signals.found.get('rager') ?? []),
    ...(signals.found.get('insult') ?? []),
    ...signals.negated.filter((match) => match.category === 'positive' || match.category === 'satisfied'),
  ];
  const intensifiers = signals.found.get('intensifier') ?? [];
  const courtesy = praise.filter((match) => match.weight <= COURTESY_WEIGHT);
  const meant = praise.filter((match) => match.weight > COURTESY_WEIGHT);
  const ironic = harmPoints >= IRONY_HARM_POINTS && !signals.found.has('satisfied');
  const good =
    sum(meant, intensifiers) * (ironic ? IRONY_FACTOR : 1) + Math.min(COURTESY_WEIGHT, sum(courtesy, []));
  const bad = sum(blame, intensifiers) + Math.min(MOST_BLAME_OF_HARM, harmPoints / 5);
  const net = good - bad;

  if (net <= -NEUTRAL_BAND) {
    const points = capped(bad - good / 2);
    const reason: Reason = { part: 'sentiment', code: 'negative', weight: points };
    if (blame.length > 0) reason.words = words(blame);
    return { sentiment: 'negative', points, reasons: [reason], net };
  }
  if (net >= NEUTRAL_BAND) {
    const reason: Reason = { part: 'sentiment', code: 'positive', weight: 0, words: words(praise) };
    return { sentiment: 'positive', points: 0, reasons: [reason], net };
  }
  return { sentiment: 'neutral', points: 0, reasons: [], net };
}

/** A single word of courtesy or a single small regret leaves a text neutral. */
const NEUTRAL_BAND = 2.5;
const MOST_BLAME_OF_HARM = 4;
/** Praise beside a real harm and without thanks for it ("bus jamais passé, bravo") is as likely irony. */
const IRONY_HARM_POINTS = 10;
const IRONY_FACTOR = 0.5;
/** "Merci", "please": said before any request, so all of them together count once. */
const COURTESY_WEIGHT = 1;

function sum(matches: readonly TermMatch[], intensifiers: readonly TermMatch[]): number {
  let total = 0;
  for (const match of matches) {
    const intensified = intensifiers.some((word) => word.last < match.first && match.first - word.last <= 1);
    total += match.weight * (intensified ? INTENSIFIED : 1);
  }
  return total;
}

function capped(points: number): number {
  return Math.max(0, Math.min(MOST_SENTIMENT_POINTS, Math.round(points)));
}
