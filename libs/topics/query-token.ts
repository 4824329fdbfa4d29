import { QuerySyntaxError } from './query-error.js';
import { MAX_NEAR_DISTANCE } from './topic-query.js';

/** A piece of the source of a query. `at` and `length` are UTF-16 offsets into it. */
export type QueryToken = { at: number; length: number; text: string } & (
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'operator'; operator: 'and' | 'or' | 'not' }
  | { kind: 'near'; distance: number }
  /** A run of characters without spaces, quotes or parentheses. */
  | { kind: 'bare' }
  /** What stands between quotation marks; `text` is without them and `at` that of the opening one. */
  | { kind: 'phrase' }
  /** `field:value`; `text` is the value, `valueAt` where it begins. */
  | { kind: 'field'; field: string; valueAt: number; quoted: boolean }
);

/**
 * Cuts the source of a query into tokens. Linear in its length.
 * @throws QuerySyntaxError `unclosed-quote`, `near-needs-number`
 */
export function tokenizeQuery(source: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    if (isSpace(character)) {
      at += 1;
      continue;
    }
    const token = readToken(source, at, character);
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  ET: 'and',
  OR: 'or',
  OU: 'or',
  NOT: 'not',
  SAUF: 'not',
};

const CLOSING_QUOTES: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '"“”',
  '”': '"“”',
  '„': '"“”',
  '«': '»',
};

const FIELD = /^(\p{L}[\p{L}_-]*):/u;
/** In capitals, or with its slash: a lower-case `near` alone is a word. */
const NEAR = /^(?:NEAR$|[Nn][Ee][Aa][Rr]\/)/;

function readToken(source: string, at: number, character: string): QueryToken {
  if (character === '(') return { kind: 'open', at, length: 1, text: character };
  if (character === ')') return { kind: 'close', at, length: 1, text: character };
  if (isQuote(character)) {
    const text = readQuoted(source, at);
    return { kind: 'phrase', at, length: text.length + 2, text };
  }
  if (character === '-' && at + 1 < source.length && !isSpace(source.charAt(at + 1))) {
    return { kind: 'operator', operator: 'not', at, length: 1, text: character };
  }
  return readRun(source, at);
}

function readRun(source: string, at: number): QueryToken {
  let end = at;
  while (end < source.length && !isBreak(source.charAt(end))) end += 1;
  const text = source.slice(at, end);
  const operator = Object.hasOwn(OPERATORS, text) ? OPERATORS[text] : undefined;
  if (operator !== undefined) return { kind: 'operator', operator, at, length: text.length, text };
  if (NEAR.test(text)) {
    return { kind: 'near', distance: readDistance(text, at), at, length: text.length, text };
  }
  const field = FIELD.exec(text)?.[1];
  if (field === undefined || /^https?:\/\//i.test(text))
    return { kind: 'bare', at, length: text.length, text };
  const value = text.slice(field.length + 1);
  const valueAt = at + field.length + 1;
  if (value === '' && isQuote(source.charAt(end))) {
    const quoted = readQuoted(source, end);
    return {
      kind: 'field',
      field,
      valueAt,
      quoted: true,
      at,
      length: text.length + quoted.length + 2,
      text: quoted,
    };
  }
  return { kind: 'field', field, valueAt, quoted: false, at, length: text.length, text: value };
}

function readDistance(text: string, at: number): number {
  const digits = /^near\/(\d{1,3})$/i.exec(text)?.[1];
  const distance = Number(digits);
  if (digits === undefined || distance > MAX_NEAR_DISTANCE) {
    throw new QuerySyntaxError('near-needs-number', at, text.length, { max: MAX_NEAR_DISTANCE });
  }
  return distance;
}

function readQuoted(source: string, at: number): string {
  const closing = CLOSING_QUOTES[source.charAt(at)] ?? '"';
  for (let end = at + 1; end < source.length; end += 1) {
    if (closing.includes(source.charAt(end))) return source.slice(at + 1, end);
  }
  throw new QuerySyntaxError('unclosed-quote', at, 1);
}

function isQuote(character: string): boolean {
  return character !== '' && Object.hasOwn(CLOSING_QUOTES, character);
}

function isBreak(character: string): boolean {
  return character === '(' || character === ')' || isSpace(character) || isQuote(character);
}

function isSpace(character: string): boolean {
  return /^\s$/.test(character);
}
