import { type Emotion, type Sentiment, SENTIMENTS } from '../assessment.js';
import type { Judged, JudgedSentiment, JudgedTone, TextJudgement, TextModel } from '../text-model.js';
import { weightsOf } from './load-weights.js';
import { TextFeatures } from './text-features.js';
import type { WeightTable } from './weight-table.js';

/** One reading of a text serves the language and all judgements of it. */
export const sharedFeatures = new TextFeatures();

/** The models with the shipped weights; read from disk at the first call. */
export function measuredModels(): TextModel {
  return { read: judge };
}

function judge(text: string, language: string): TextJudgement {
  const english = language === 'en';
  return {
    version: english ? englishVersion() : weightsOf('sentiment').header.version,
    sentiment: judgeSentiment(text, language),
    tone: english ? judgeTone(text) : null,
  };
}

/** English has a table of its own; one table serves all other languages and unknown ones. */
export function judgeSentiment(text: string, language: string): JudgedSentiment {
  const english = language === 'en';
  const table = weightsOf(english ? 'sentiment-en' : 'sentiment');
  const spoken = english ? undefined : language;
  const probabilities = shares(table, text, spoken);
  const best = highest(probabilities);
  return {
    label:
      SENTIMENTS.find((label) => label === table.header.outputs[best]) ?? ('neutral' satisfies Sentiment),
    probability: probabilities[best] ?? 0,
    words: () => tell(table, text, best, spoken),
  };
}

function judgeTone(text: string): JudgedTone {
  const table = weightsOf('emotion');
  const probabilities = shares(table, text);
  const of = (emotion: Emotion) => probabilities[table.header.outputs.indexOf(emotion)] ?? 0;
  return {
    offensive: judgeEither(weightsOf('offensive'), text),
    irony: judgeEither(weightsOf('irony'), text),
    emotions: { anger: of('anger'), joy: of('joy'), optimism: of('optimism'), sadness: of('sadness') },
    emotionWords: (emotion) => tell(table, text, table.header.outputs.indexOf(emotion)),
  };
}

/** A yes-or-no model; `holds` at and beyond its border. */
export function judgeEither(table: WeightTable, text: string): Judged {
  const score = table.score(sharedFeatures.read(text))[0] ?? 0;
  const probability = 1 / (1 + Math.exp(-table.header.slope * score));
  return {
    probability,
    holds: probability >= (table.header.threshold ?? 0.5),
    words: () => tell(table, text, 0),
  };
}

/** The probabilities of all outputs of a model of several classes. */
export function shares(table: WeightTable, text: string, language?: string, most?: number): number[] {
  const scores = table.score(readAs(text, language), most);
  let highestScore = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highestScore) highestScore = score;
  const odds: number[] = [];
  let total = 0;
  for (const score of scores) {
    const one = Math.exp(table.header.slope * (score - highestScore));
    odds.push(one);
    total += one;
  }
  for (let at = 0; at < odds.length; at += 1) odds[at] = (odds[at] ?? 0) / total;
  return odds;
}

/** Reads and scores anew where another text was read since. */
function tell(table: WeightTable, text: string, output: number, language?: string): string[] {
  const features = readAs(text, language);
  table.score(features);
  return table.heaviestWords(features, output, text, MOST_WORDS_TOLD);
}

function readAs(text: string, language: string | undefined): TextFeatures {
  const features = sharedFeatures.read(text);
  return language === undefined ? features : features.speak(language);
}

export function highest(values: readonly number[]): number {
  let best = 0;
  values.forEach((value, at) => {
    if (value > (values[best] ?? 0)) best = at;
  });
  return best;
}

export const MOST_WORDS_TOLD = 5;

let versions: string | undefined;
function englishVersion(): string {
  versions ??= (['sentiment-en', 'offensive', 'emotion', 'irony'] as const)
    .map((name) => weightsOf(name).header.version)
    .join(' ');
  return versions;
}
