/** What a character of folded text is to the tokenizer. */
export const SEPARATOR = 0;
/** A letter, digit or mark: words are runs of these. */
export const WORD = 1;
/** A letter of a script written without spaces (Chinese, Japanese, Thai, ...): a word by itself. */
export const ALONE = 2;
/** An emoji: a word by itself. */
export const EMOJI = 3;

export type CharacterClass = typeof SEPARATOR | typeof WORD | typeof ALONE | typeof EMOJI;

/** The class of a code point. Looked up once per code point of the first two planes, then read from a table. */
export function characterClass(codePoint: number): CharacterClass {
  if (codePoint >= TABLE_SIZE) return classify(codePoint);
  const known = table[codePoint];
  if (known !== undefined && known !== UNKNOWN) return known as CharacterClass;
  const found = classify(codePoint);
  table[codePoint] = found;
  return found;
}

const TABLE_SIZE = 0x20000;
const UNKNOWN = 255;
const table = new Uint8Array(TABLE_SIZE).fill(UNKNOWN);

const LETTER = /^[\p{L}\p{N}\p{M}]$/u;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const PICTURE = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u;

function classify(codePoint: number): CharacterClass {
  const character = String.fromCodePoint(codePoint);
  if (LETTER.test(character)) return UNSPACED.test(character) ? ALONE : WORD;
  // © and ® count as pictures in Unicode, but in a text they are punctuation of a brand.
  return codePoint > 0xff && PICTURE.test(character) ? EMOJI : SEPARATOR;
}
