import { FUNCTION_WORDS } from '#rules/answers';
import { type PlacedWord, placedWords } from './message-words.js';

/** A message made ready to be found in texts. */
export interface FindableMessage {
  words: readonly string[];
  /** Stems of the words that carry the message, each once. */
  stems: ReadonlySet<string>;
  negated: boolean;
}

/** A message that a text repeats. */
export interface FoundMessage {
  /** `wording`: word for word. `near`: most of its words, close together, in whatever order and form. */
  kind: 'wording' | 'near';
  /** Share of the words that carry the message which the text has, 0 to 1. */
  share: number;
  /** As they stand in the text, in its order, each once. */
  words: string[];
}

/** A message of fewer words than this is not looked for: “thank you” is nobody's message. */
export const LEAST_WORDS = 3;
/** Fewer words that carry it than this are not enough to know a message by, unless word for word. */
const LEAST_CARRYING = 3;
/** So much of the words that carry a message a near wording has. */
export const LEAST_SHARE = 0.75;
/** So far before a repeated message a negation still turns it round: `it is not true that …`. */
const NEGATION_REACH = 4;
/** Texts are read up to here; what a message is repeated in is hardly longer. */
const MOST_WORDS = 1000;

const NEGATIONS = new Set(
  'ne n pas jamais aucun aucune rien ni not no never cannot nothing nobody don dont doesn doesnt didn didnt isn isnt wasn aren weren wouldn couldn shouldn hasn haven wont cant'.split(
    ' ',
  ),
);

/** Makes a wording ready; null when it is too short to be told from ordinary talk. */
export function findable(wording: string): FindableMessage | null {
  const words = placedWords(wording);
  if (words.length < LEAST_WORDS) return null;
  return {
    words: words.map(({ word }) => word),
    stems: new Set(words.filter(carries).map(({ stem }) => stem)),
    negated: words.some(isNegation),
  };
}

/** The words of a text and where each stem stands in it; made once for all the messages looked for. */
export interface ReadText {
  text: string;
  words: readonly PlacedWord[];
  places: ReadonlyMap<string, readonly number[]>;
}

export function readText(text: string): ReadText {
  const words = placedWords(text).slice(0, MOST_WORDS);
  const places = new Map<string, number[]>();
  words.forEach(({ stem }, place) => {
    const known = places.get(stem);
    if (known) known.push(place);
    else places.set(stem, [place]);
  });
  return { text, words, places };
}

/**
 * Whether a text repeats a message: word for word, or in near wording. Near means that at least three words that carry
 * the message, and three quarters of them all, stand within twice the message's length. Endings, case, accents and the
 * order of words do not count. Where one of the two is negated and the other is not, the text says something else. Irony and
 * quotation are not seen: a person corrects those.
 */
export function findMessage(text: ReadText, message: FindableMessage): FoundMessage | null {
  return wordForWord(text, message) ?? nearWording(text, message);
}

function wordForWord(text: ReadText, { words, negated }: FindableMessage): FoundMessage | null {
  const last = text.words.length - words.length;
  for (let start = 0; start <= last; start += 1) {
    if (!words.every((word, offset) => text.words[start + offset]?.word === word)) continue;
    const end = start + words.length - 1;
    if (!negated && isNegated(text.words, start, end)) continue;
    return { kind: 'wording', share: 1, words: shown(text, range(start, end)) };
  }
  return null;
}

function nearWording(text: ReadText, message: FindableMessage): FoundMessage | null {
  const needed = Math.max(LEAST_CARRYING, Math.ceil(message.stems.size * LEAST_SHARE));
  const present = [...message.stems].filter((stem) => text.places.has(stem));
  if (message.stems.size < LEAST_CARRYING || present.length < needed) return null;
  const places = present.flatMap((stem) => text.places.get(stem) ?? []).sort((a, b) => a - b);
  const span = message.words.length * 2;
  let best: number[] | null = null;
  let bestCount = 0;
  for (let first = 0, next = 0; first < places.length; first += 1) {
    const start = places[first] ?? 0;
    while (next < places.length && (places[next] ?? 0) - start < span) next += 1;
    const window = places.slice(first, next);
    const count = new Set(window.map((place) => text.words[place]?.stem)).size;
    if (count < needed || count <= bestCount) continue;
    if (isNegated(text.words, start, window.at(-1) ?? start) !== message.negated) continue;
    [best, bestCount] = [window, count];
  }
  return best === null
    ? null
    : { kind: 'near', share: bestCount / message.stems.size, words: shown(text, best) };
}

/** A negation inside, or shortly before in the same sentence. */
function isNegated(words: readonly PlacedWord[], start: number, end: number): boolean {
  const sentence = words[start]?.sentence;
  for (let place = Math.max(0, start - NEGATION_REACH); place <= end; place += 1) {
    const word = words[place];
    if (word && isNegation(word) && (place >= start || word.sentence === sentence)) return true;
  }
  return false;
}

function shown({ text, words }: ReadText, places: readonly number[]): string[] {
  return [
    ...new Set(
      places.flatMap((place) => {
        const word = words[place];
        return word ? [text.slice(word.start, word.end)] : [];
      }),
    ),
  ];
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start + 1 }, (_, offset) => start + offset);
}

function isNegation({ word }: PlacedWord): boolean {
  return NEGATIONS.has(word);
}

function carries(word: PlacedWord): boolean {
  return !isNegation(word) && !FUNCTION_WORDS.has(word.word) && word.word.length > 1;
}
