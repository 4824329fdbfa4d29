import { QuerySyntaxError } from './query-error.js';
import { normaliseHandle } from './query-handle.js';
import type { QueryToken } from './query-token.js';
import { foldText } from './text-fold.js';
import { siteOfHost, standsAlone, tokenizeText } from './text-tokens.js';
import { MIN_WILDCARD_LETTERS, type QueryWord, type TopicQuery } from './topic-query.js';

export type TermToken = Extract<QueryToken, { kind: 'bare' | 'phrase' | 'field' }>;

/**
 * What a term of the source looks for.
 * @throws QuerySyntaxError for every fault of a term: see `TopicQueryErrorCode`
 */
export function readTerm(token: TermToken): TopicQuery {
  switch (token.kind) {
    case 'phrase': {
      const words = readWords(token.text, token.at + 1);
      if (words.length === 0) throw new QuerySyntaxError('empty-phrase', token.at, token.length);
      return { kind: 'words', words };
    }
    case 'field':
      return readField(token);
    case 'bare':
      return readBare(token);
  }
}

const FIELDS: Readonly<Record<string, 'language' | 'network' | 'author'>> = {
  lang: 'language',
  langue: 'language',
  language: 'language',
  network: 'network',
  reseau: 'network',
  author: 'author',
  auteur: 'author',
};

const SITE = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const TRAILING_PUNCTUATION = /[,;.:!?…]+$/;
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;
const BEGINS_IN_WORD = /^[\p{L}\p{N}\p{M}]/u;

function readBare(token: QueryToken): TopicQuery {
  const { text, at, length } = token;
  if (text.startsWith('#')) return readHashtag(text.slice(1), at, length);
  if (text.startsWith('@')) return readAuthor(text, at, length, false, '@');
  const folded = foldText(text);
  const link = /^https?:\/\/([^/?#]*)(.*)$/s.exec(folded);
  const host = siteOfHost((link?.[1] ?? folded).replace(TRAILING_PUNCTUATION, ''));
  if (SITE.test(host)) {
    if ((link?.[2] ?? '').length > 1) throw new QuerySyntaxError('link-with-path', at, length, { host });
    return { kind: 'site', host };
  }
  const words = readWords(text, at);
  if (words.length === 0) throw new QuerySyntaxError('no-word', at, length, { text });
  return { kind: 'words', words };
}

function readField(token: Extract<QueryToken, { kind: 'field' }>): TopicQuery {
  const { at, length, text } = token;
  const name = foldText(token.field);
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (field === undefined) {
    throw new QuerySyntaxError('unknown-field', at, token.field.length + 1, { field: token.field });
  }
  const value = foldText(text).trim();
  if (value === '') throw new QuerySyntaxError('field-needs-value', at, length, { field: `${token.field}:` });
  if (field === 'author')
    return readAuthor(text, token.valueAt, text.length, token.quoted, `${token.field}:`);
  const valueLength = at + length - token.valueAt;
  if (field === 'language') {
    if (/^[a-z]{2,3}$/.test(value)) return { kind: 'language', code: value };
    throw new QuerySyntaxError('unknown-language', token.valueAt, valueLength, { value: text });
  }
  if (/^[a-z0-9][a-z0-9._-]*$/.test(value)) return { kind: 'network', name: value };
  throw new QuerySyntaxError('invalid-network', token.valueAt, valueLength, { value: text });
}

function readHashtag(text: string, at: number, length: number): TopicQuery {
  const { stem, wild } = readStar(foldText(text).replace(TRAILING_PUNCTUATION, ''), at, length);
  const [tag] = tokenizeText(`#${stem}`).hashtags;
  if (tag === undefined || tag !== stem) throw new QuerySyntaxError('invalid-hashtag', at, length);
  return { kind: 'hashtag', tag, wild };
}

function readAuthor(text: string, at: number, length: number, quoted: boolean, field: string): TopicQuery {
  const name = normaliseHandle(quoted ? text : text.replace(TRAILING_PUNCTUATION, ''));
  const { stem, wild } = readStar(name, at, length);
  const handle = stem.trim();
  if (handle === '') throw new QuerySyntaxError('field-needs-value', at, length, { field });
  if (!quoted && tokenizeText(`@${handle}`).handles[0] !== handle) {
    throw new QuerySyntaxError('invalid-author', at, length, { value: text });
  }
  return { kind: 'author', handle, wild };
}

/** Takes the final `*` off a hashtag or a handle. */
function readStar(text: string, at: number, length: number): { stem: string; wild: boolean } {
  const star = text.indexOf('*');
  if (star < 0) return { stem: text, wild: false };
  if (star < text.length - 1) throw new QuerySyntaxError('wildcard-misplaced', at, length);
  const stem = text.slice(0, star);
  if ([...stem.trim()].length < MIN_WILDCARD_LETTERS) {
    throw new QuerySyntaxError('wildcard-too-short', at, length, { min: MIN_WILDCARD_LETTERS });
  }
  return { stem, wild: true };
}

/** The words of a term, cut as a text would be, so that both meet; each `*` makes the word before it a beginning. */
function readWords(text: string, at: number): QueryWord[] {
  const words: QueryWord[] = [];
  const pieces = text.split('*');
  let star = at - 1;
  pieces.forEach((piece, index) => {
    for (const word of tokenizeText(piece).words) words.push({ text: word, wild: false });
    star += piece.length + 1;
    const next = pieces[index + 1];
    if (next === undefined) return;
    if (text.length === 1)
      throw new QuerySyntaxError('wildcard-too-short', star, 1, { min: MIN_WILDCARD_LETTERS });
    const last = words.at(-1);
    if (last === undefined || !ENDS_IN_WORD.test(piece) || BEGINS_IN_WORD.test(next)) {
      throw new QuerySyntaxError('wildcard-misplaced', star, 1);
    }
    markWild(last, star);
  });
  return words;
}

function markWild(word: QueryWord, star: number): void {
  if (standsAlone(word.text)) return;
  const letters = [...word.text].length;
  if (letters < MIN_WILDCARD_LETTERS) {
    throw new QuerySyntaxError('wildcard-too-short', star - 1, 2, { min: MIN_WILDCARD_LETTERS });
  }
  word.wild = true;
}
