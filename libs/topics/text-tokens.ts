import { ALONE, type CharacterClass, characterClass, EMOJI, SEPARATOR, WORD } from './character-class.js';
import { foldText } from './text-fold.js';

/** The words of a text, folded (see `foldText`) and in order: a word's position is its index. */
export interface TextTokens {
  /** Words, emoji, and the words of hashtags and of handles (without their server). */
  words: string[];
  /** Hashtags without `#`. */
  hashtags: string[];
  /** Mentioned handles without the first `@`: `acme`, `acme@mastodon.example`, `acme.bsky.social`. */
  handles: string[];
  /** Hosts of links, without `www.`. Links give no words. */
  hosts: string[];
}

/**
 * Cuts a text into tokens. French elisions are dropped (`l'avion` is `avion`), so is the English possessive (`Acme's`
 * is `acme`); any other apostrophe joins (`aujourd'hui` is `aujourdhui`); hyphens and everything else separate.
 * Linear in the length of the text.
 */
export function tokenizeText(text: string): TextTokens {
  const folded = foldText(text);
  const tokens: TextTokens = { words: [], hashtags: [], handles: [], hosts: [] };
  const end = folded.length;
  let at = 0;
  while (at < end) {
    const code = folded.charCodeAt(at);
    if (code === HASH) {
      readHashtag(folded, at, tokens);
      at += 1;
    } else if (code === AT) {
      at = readHandle(folded, at, tokens);
    } else {
      const kind = classAt(folded, at);
      if (kind === WORD) at = readWord(folded, at, tokens);
      else if (kind === SEPARATOR) at += 1;
      else at = readAlone(folded, at, tokens);
    }
  }
  return tokens;
}

/** Whether a word is one character of a script without spaces, so that a wildcard after it would mean nothing. */
export function standsAlone(word: string): boolean {
  const code = word.codePointAt(0);
  return code !== undefined && characterClass(code) === ALONE;
}

/** The name under which a host is compared: without `www.` before a name that has a dot of its own. */
export function siteOfHost(host: string): string {
  return host.startsWith('www.') && host.indexOf('.', 4) > 0 ? host.slice(4) : host;
}

const APOSTROPHE = 39;
const HASH = 35;
const AT = 64;
const UNDERSCORE = 95;
const DOT = 46;
const HYPHEN = 45;
const AMPERSAND = 38;
const LOWER_S = 115;

const ELISIONS = new Set([
  'l',
  'd',
  'j',
  'm',
  't',
  's',
  'n',
  'c',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
]);
const LONGEST_ELISION = 6;

const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
);

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? ASCII_WORD[code] === 1 : code >= 128 && classAt(text, at) === WORD;
}

function classAt(text: string, at: number): CharacterClass {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_WORD[code] === 1 ? WORD : SEPARATOR;
  return characterClass(text.codePointAt(at) ?? 0);
}

/** Where the run of word characters from `at` ends. */
function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (ASCII_WORD[code] !== 1) break;
      end += 1;
    } else {
      const codePoint = text.codePointAt(end) ?? 0;
      if (characterClass(codePoint) !== WORD) break;
      end += codePoint > 0xffff ? 2 : 1;
    }
  }
  return end;
}

/** Reads one word with its apostrophes, or the link that begins with it; returns where it ends. */
function readWord(text: string, from: number, tokens: TextTokens): number {
  let start = from;
  let joined = '';
  for (;;) {
    const end = endOfWord(text, start);
    const next = text.charCodeAt(end);
    if (next === APOSTROPHE && isWordAt(text, end + 1)) {
      const part = text.slice(start, end);
      if (joined === '' && end - start <= LONGEST_ELISION && ELISIONS.has(part)) {
        start = end + 1;
        continue;
      }
      const possessive = endOfPossessive(text, end);
      if (possessive > end) {
        tokens.words.push(joined + part);
        return possessive;
      }
      joined += part;
      start = end + 1;
      continue;
    }
    const word = text.slice(start, end);
    if (joined === '') {
      if (next === 58 && (word === 'http' || word === 'https') && text.startsWith('://', end)) {
        return readLink(text, end + 3, tokens);
      }
      if (next === DOT && word === 'www' && isWordAt(text, end + 1)) return readLink(text, start, tokens);
    }
    tokens.words.push(joined + word);
    return end;
  }
}

/** After `'s` at the end of a word; `at` itself when there is none. */
function endOfPossessive(text: string, at: number): number {
  const closes =
    text.charCodeAt(at) === APOSTROPHE &&
    text.charCodeAt(at + 1) === LOWER_S &&
    !isWordAt(text, at + 2) &&
    text.charCodeAt(at + 2) !== APOSTROPHE;
  return closes ? at + 2 : at;
}

/** Keeps the host of a link and skips the rest of it. */
function readLink(text: string, from: number, tokens: TextTokens): number {
  let end = from;
  while (end < text.length && (isWordAt(text, end) || isDotOrHyphen(text, end))) end += 1;
  let last = end;
  while (last > from && isDotOrHyphen(text, last - 1)) last -= 1;
  const host = text.slice(from, last);
  if (host.includes('.')) tokens.hosts.push(siteOfHost(host));
  while (end < text.length && isInsideLink(text, end)) end += 1;
  return end;
}

function isDotOrHyphen(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === DOT || code === HYPHEN;
}

/** A link goes on to a space, a quote, an angle bracket, or a character that only a sentence can hold. */
function isInsideLink(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 128) return isWordAt(text, at) || (code >= 0xdc00 && code <= 0xdfff);
  return code > 32 && code !== 34 && code !== 60 && code !== 62;
}

/** Notes the hashtag at `at`, if there is one; its words are then read as any others. */
function readHashtag(text: string, at: number, tokens: TextTokens): void {
  if (at > 0 && (isTagAt(text, at - 1) || text.charCodeAt(at - 1) === AMPERSAND)) return;
  let end = at + 1;
  while (end < text.length && isTagAt(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  if (end > at + 1) tokens.hashtags.push(text.slice(at + 1, end));
}

function isTagAt(text: string, at: number): boolean {
  if (text.charCodeAt(at) === UNDERSCORE) return true;
  const kind = classAt(text, at);
  return kind === WORD || kind === ALONE;
}

/** Reads the handle at `at` and the words of its first part; returns where it ends, or after the `@` if none is there. */
function readHandle(text: string, at: number, tokens: TextTokens): number {
  const start = at + 1;
  const afterWord = at > 0 && (isWordAt(text, at - 1) || text.charCodeAt(at - 1) === UNDERSCORE);
  if (afterWord || !isHandleAt(text, start)) return start;
  const name = endOfHandleRun(text, start);
  let end = endOfDotted(text, name);
  if (text.charCodeAt(end) === AT && isHandleAt(text, end + 1)) {
    end = endOfDotted(text, endOfHandleRun(text, end + 1));
  }
  tokens.handles.push(text.slice(start, end));
  for (const word of text.slice(start, name).split('_')) if (word !== '') tokens.words.push(word);
  return endOfPossessive(text, end);
}

function endOfDotted(text: string, from: number): number {
  let end = from;
  while (isDotOrHyphen(text, end) && isHandleAt(text, end + 1)) end = endOfHandleRun(text, end + 1);
  return end;
}

function endOfHandleRun(text: string, from: number): number {
  let end = from;
  for (;;) {
    if (text.charCodeAt(end) === UNDERSCORE) end += 1;
    else if (isWordAt(text, end)) end = endOfWord(text, end);
    else return end;
  }
}

function isHandleAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === UNDERSCORE || isWordAt(text, at);
}

/** Reads a character that is a word by itself; two regional indicators are one flag. */
function readAlone(text: string, at: number, tokens: TextTokens): number {
  const width = widthAt(text, at);
  const paired = isRegionalIndicator(text, at) && isRegionalIndicator(text, at + width);
  const end = at + (paired ? width * 2 : width);
  tokens.words.push(text.slice(at, end));
  return end;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isRegionalIndicator(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0x1f1e6 && code <= 0x1f1ff && characterClass(code) === EMOJI;
}
