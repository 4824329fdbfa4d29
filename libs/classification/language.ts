import { eld } from 'eld/small';
import type { DetectLanguage } from './assessment.js';
import { weightsOf } from './model/load-weights.js';
import { highest, sharedFeatures, shares } from './model/measured-models.js';

/**
 * The language of a text, or `und` and not known: never a guess.
 *
 * First by our own weights, which tell seven languages of short posts from each other and from any other one, and cost a
 * few microseconds; they decide where they are sure and have met some of the words. Anything else is asked of eld, which
 * knows sixty.
 * A text is `und` when too little is left without links, handles, hashtags and pictograms, when eld calls its own
 * answer unreliable, or when the runner-up is too close.
 */
export const detectLanguage: DetectLanguage = (text) => {
  const features = sharedFeatures.read(text);
  if (distinctWords() >= FEWEST_WORDS && features.plainUnits >= FEWEST_LETTERS) {
    const own = ownAnswer(text);
    if (own.language !== OTHER && own.probability >= LEAST_PROBABILITY && own.known >= LEAST_KNOWN) {
      return { language: own.language, known: true };
    }
  }
  return askEld(text);
};

/**
 * The likeliest language even where `detectLanguage` would not say one; for measurements, never for an assessment.
 */
export function guessLanguage(text: string): string {
  const sure = detectLanguage(text);
  if (sure.known) return sure.language;
  const { header } = weightsOf('language');
  const named = shares(weightsOf('language'), text, undefined, MOST_FEATURES).slice(0, -1);
  return header.outputs[highest(named)] ?? 'und';
}

/** No more than `FEWEST_WORDS` are counted: `haha haha` is one word. */
function distinctWords(): number {
  const { plainWords, plainCount } = sharedFeatures;
  for (let at = 1; at < plainCount; at += 1) if (plainWords[at] !== plainWords[0]) return FEWEST_WORDS;
  return Math.min(1, plainCount);
}

function ownAnswer(text: string): { language: string; probability: number; known: number } {
  const table = weightsOf('language');
  const probabilities = shares(table, text, undefined, MOST_FEATURES);
  const best = highest(probabilities);
  const { plainWords, plainCount } = sharedFeatures;
  let known = 0;
  for (let at = 0; at < plainCount; at += 1) if (table.knows(plainWords[at] ?? 0)) known += 1;
  return {
    language: table.header.outputs[best] ?? 'und',
    probability: probabilities[best] ?? 0,
    known: plainCount === 0 ? 0 : known / plainCount,
  };
}

/** Of the beginning of a text; more of them hardly ever change the answer. */
const MOST_FEATURES = 200;
const LEAST_PROBABILITY = 0.9;
/** Share of the plain words that the table has met; below it the text may be in a language that nobody showed it. */
const LEAST_KNOWN = 0.3;
/** The last output of the table: a language that it has no name for. */
const OTHER = 'other';

/** The margin is checked here because in eld 2.1 `isReliable()` compares the best score with a language number. */
function askEld(text: string): { language: string; known: boolean } {
  const words = wordsOf(text);
  const letters = words.replace(/[^\p{L}]+/gu, '');
  const count = words === '' ? 0 : words.split(' ').length;
  const dense = DENSE_SCRIPT.test(letters);
  if (letters.length < (dense ? 3 : FEWEST_LETTERS) || (count < FEWEST_WORDS && !dense)) return UNDETERMINED;

  const result = eld.detect(words);
  if (result.language === '' || !result.isReliable()) return UNDETERMINED;
  const [best = 0, second = 0] = Object.values(result.getScores());
  if (best - second < (count <= SHORT_TEXT_WORDS ? MARGIN_SHORT : MARGIN)) return UNDETERMINED;
  return { language: result.language, known: true };
}

const UNDETERMINED = { language: 'und', known: false } as const;
const FEWEST_WORDS = 2;
const FEWEST_LETTERS = 6;
const SHORT_TEXT_WORDS = 6;
const MARGIN_SHORT = 0.03;
const MARGIN = 0.01;
/** Scripts written without spaces, or where a script alone nearly tells the language. */
const DENSE_SCRIPT = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}]/u;

function wordsOf(text: string): string {
  return text
    .slice(0, 2_000)
    .normalize('NFC')
    .replace(/https?:\/\/\S+|www\.\S+/giu, ' ')
    .replace(/[\w.+-]{1,64}@[\w-]{1,64}\.\w[\w.]*/gu, ' ')
    .replace(/[@#][\p{L}\p{M}\p{N}_]+/gu, ' ')
    .replace(/[^\p{L}\p{M}'’\s-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
