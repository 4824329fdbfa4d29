/** One word or pictogram of a text, with its place in the source so that reasons can quote it as written. */
export interface Token {
  /** Lower case, without accents, ligatures opened, stretched letters folded (`nuuuul` → `nul`). */
  norm: string;
  /** Second reading of a stretched word, with the letter doubled (`soooon` → `soon`). */
  alt?: string;
  start: number;
  end: number;
  /** Number of the clause; a phrase or a negation does not reach over punctuation. */
  clause: number;
}

/**
 * Cuts a text once for every rule of classification. Links, addresses and handles are left out; hashtags lose
 * their # and are cut at capitals (`#BoycottMarque` → boycott, marque); French elisions are split (`l'avocat` → l,
 * avocat), English negations are closed (`didn't` → didnt), possessives and shortened verbs dropped (`company's` → company, `I'll` → i).
 */
export function tokenise(text: string, most = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found && tokens.length < most; found = TOKEN.exec(text)) {
    const [whole, skipped, hashtag, word, pictogram] = found;
    if (skipped !== undefined) continue;
    if (word !== undefined) addWord(tokens, word, found.index, clause);
    else if (hashtag !== undefined) addHashtag(tokens, hashtag, found.index, clause);
    else if (pictogram !== undefined) tokens.push(plainToken(whole, whole, found.index, clause));
    else clause += 1;
  }
  return tokens;
}

/** The quoted stretch of the source from one token to another, both included. */
export function quote(text: string, first: Token, last: Token): string {
  return text.slice(first.start, last.end);
}

const TOKEN = new RegExp(
  [
    String.raw`(https?:\/\/\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w[\w.]*|@[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*)`,
    String.raw`#([\p{L}\p{M}\p{N}_]+)`,
    String.raw`([\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*)`,
    String.raw`(\p{Extended_Pictographic})`,
    String.raw`[.!?;:,…\n()"«»“”]+`,
  ].join('|'),
  'gu',
);
const HASHTAG_PIECE = /\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+(?![\p{Ll}])|\p{Lu}+|\p{N}+/gu;
const APOSTROPHE = /['’ʼ]/u;
/** Endings that add no meaning to look for: possessive, and verbs shortened after a pronoun (`I'll` → i). */
const DROPPED = new Set(['s', 'm', 'd', 're', 've', 'll']);
const ELIDED = new Set([
  'l',
  'd',
  'j',
  'm',
  't',
  's',
  'n',
  'c',
  'y',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
  'presqu',
]);

function addWord(tokens: Token[], word: string, at: number, clause: number): void {
  if (!APOSTROPHE.test(word)) {
    tokens.push(wordToken(word, at, clause));
    return;
  }
  const parts = word.split(APOSTROPHE);
  let start = at;
  let held = parts[0] ?? '';
  let end = at + held.length;
  for (const part of parts.slice(1)) {
    if (ELIDED.has(normalise(held))) {
      tokens.push(plainToken(normalise(held), held, start, clause));
      start = end + 1;
      held = part;
    } else if (DROPPED.has(part.toLowerCase())) {
      tokens.push({ ...wordToken(held, start, clause), end });
      start = end + 1;
      held = '';
    } else {
      held += part;
    }
    end += 1 + part.length;
  }
  if (held) tokens.push({ ...wordToken(held, start, clause), end });
}

function addHashtag(tokens: Token[], tag: string, at: number, clause: number): void {
  for (const piece of tag.matchAll(HASHTAG_PIECE)) {
    tokens.push(wordToken(piece[0], at + 1 + piece.index, clause));
  }
}

function wordToken(word: string, start: number, clause: number): Token {
  const norm = normalise(word);
  const token = plainToken(norm, word, start, clause);
  if (STRETCHED.test(norm)) {
    token.norm = norm.replace(STRETCHED_ALL, '$1');
    token.alt = norm.replace(STRETCHED_ALL, '$1$1');
  }
  return token;
}

function plainToken(norm: string, written: string, start: number, clause: number): Token {
  return { norm, start, end: start + written.length, clause };
}

const STRETCHED = /(\p{L})\1{2}/u;
const STRETCHED_ALL = /(\p{L})\1{2,}/gu;
const ASCII = /^[\x00-\x7f]*$/;

function normalise(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');
}
