import { describe, expect, it } from '@jest/globals';
import { describeQueryError } from './query-error.js';
import { parseTopicQuery } from './query-parser.js';
import { printTopicQuery } from './query-print.js';

/** The canonical form of what was understood. */
function understood(text: string): string {
  const parsed = parseTopicQuery(text);
  return parsed.ok
    ? printTopicQuery(parsed.query)
    : `${parsed.error.code}: ${describeQueryError(parsed.error)}`;
}

/** The code of the error and the very characters that it points at. */
function refused(text: string): [code: string, pointedAt: string] {
  const parsed = parseTopicQuery(text);
  if (parsed.ok) return ['accepted', printTopicQuery(parsed.query)];
  const { code, at, length } = parsed.error;
  return [code, text.slice(at, at + length)];
}

describe('what a query means', () => {
  it.each([
    ['adjacent terms must all be there', 'panne vol', 'panne AND vol'],
    ['AND binds tighter than OR', 'a b OR c AND d', 'a AND b OR c AND d'],
    ['parentheses group', '(a OR b) c', '(a OR b) AND c'],
    ['NOT binds tighter than AND', 'NOT a b', 'NOT a AND b'],
    [
      'a hyphen before a term is NOT',
      'panne -"vol retour" -(a OR b)',
      'panne AND NOT "vol retour" AND NOT (a OR b)',
    ],
    ['a hyphen inside a term joins a phrase', 'porte-parole', '"porte parole"'],
    ['operators may be French', 'panne ET vol OU grève SAUF météo', 'panne AND vol OR greve AND NOT meteo'],
    [
      'lower-case operators are words',
      'and or not et ou sauf near',
      'and AND or AND not AND et AND ou AND sauf AND near',
    ],
    ['quoted operators are words', '"OU" "AND"', 'ou AND and'],
    ['two negations cancel out', 'NOT NOT a', 'a'],
    ['idle parentheses go', '((a) OR ((b OR c)))', 'a OR b OR c'],
    ['accents and case go', 'ÉTÉ Cœur', 'ete AND coeur'],
    ['elisions go', "l'avion “d’Orly”", 'avion AND orly'],
    ['every quotation mark is one', '« a b » „c d“ "e f" “g h”', '"a b" AND "c d" AND "e f" AND "g h"'],
    ['a wildcard ends a word', 'avio* "en ret* ce"', 'avio* AND "en ret* ce"'],
    ['a wildcard means nothing in scripts without spaces', '東京*', '"東 京"'],
    ['near links two words', 'panne near/5 vol', 'panne near/5 vol'],
    ['near may be in capitals', 'panne NEAR/05 vol', 'panne near/5 vol'],
    ['near binds tighter than NOT', 'vol -panne near/0 "le soir"', 'vol AND NOT panne near/0 "le soir"'],
    ['near takes choices', '(a OR "b c") near/2 (d OR ef*)', '(a OR "b c") near/2 (d OR ef*)'],
    ['fields have aliases', 'langue:FR Réseau:RSS auteur:Acme', 'lang:fr AND network:rss AND @acme'],
    [
      'an author may be a handle of any network',
      '@Help@Mastodon.Example @a.bsky.social, @acm*',
      '@help@mastodon.example AND @a.bsky.social AND @acm*',
    ],
    ['an author may be a name', 'author:"Jean  Dupont"', 'author:"jean dupont"'],
    ['hashtags lose case and accents', '#PanneÉlec, #vol*', '#panneelec AND #vol*'],
    ['a site is a term', 'www.Acme.com https://example.org/', 'acme.com AND example.org'],
    ['punctuation around words is ignored', 'panne, (vol!)', 'panne AND vol'],
    ['networks are open', 'network:any-thing.new', 'network:any-thing.new'],
    ['a language alone is a query', 'lang:fr', 'lang:fr'],
    ['negating a choice with a negation is bounded', 'NOT (NOT a OR b)', 'NOT (NOT a OR b)'],
  ])('%s: %s', (_, text, canonical) => {
    expect(understood(text)).toBe(canonical);
  });

  it('is given as a tree', () => {
    expect(parseTopicQuery('panne near/5 "vol re*" -#pub')).toEqual({
      ok: true,
      query: {
        kind: 'and',
        queries: [
          {
            kind: 'near',
            left: [{ kind: 'words', words: [{ text: 'panne', wild: false }] }],
            right: [
              {
                kind: 'words',
                words: [
                  { text: 'vol', wild: false },
                  { text: 're', wild: true },
                ],
              },
            ],
            distance: 5,
          },
          { kind: 'not', query: { kind: 'hashtag', tag: 'pub', wild: false } },
        ],
      },
    });
  });
});

describe('what is refused, and where', () => {
  it.each([
    ['', 'empty', ''],
    ['  \n ', 'empty', '  \n '],
    ['AND panne', 'missing-operand', 'AND'],
    ['panne ET', 'missing-operand', 'ET'],
    ['(OU panne)', 'missing-operand', 'OU'],
    ['(panne OR) vol', 'missing-operand', 'OR'],
    ['panne NOT', 'missing-operand', 'NOT'],
    ['panne near/3', 'missing-operand', 'near/3'],
    ['near/3 panne', 'missing-operand', 'near/3'],
    ['a AND OR b', 'unexpected-operator', 'OR'],
    ['a NOT AND b', 'unexpected-operator', 'AND'],
    ['a ()', 'empty-parentheses', '()'],
    ['a (  )', 'empty-parentheses', '(  )'],
    ['a (b OR (c)', 'unbalanced-parenthesis', '('],
    ['(', 'unbalanced-parenthesis', '('],
    ['a) b', 'unbalanced-parenthesis', ')'],
    ['a OR )', 'unbalanced-parenthesis', ')'],
    ['panne "vol retour', 'unclosed-quote', '"'],
    ['panne «vol"', 'unclosed-quote', '«'],
    ['panne "!!"', 'empty-phrase', '"!!"'],
    ['panne & vol', 'no-word', '&'],
    ['panne - vol', 'no-word', '-'],
    ['-panne', 'only-negation', '-'],
    ['NOT a NOT b', 'only-negation', 'NOT'],
    ['vol OR NOT panne', 'only-negation', 'NOT'],
    ['vol OR (SAUF panne -b)', 'only-negation', 'SAUF'],
    ['NOT (NOT a AND b)', 'only-negation', 'NOT'],
    ['a NEAR b', 'near-needs-number', 'NEAR'],
    ['a near/ b', 'near-needs-number', 'near/'],
    ['a near/five b', 'near-needs-number', 'near/five'],
    ['a near/101 b', 'near-needs-number', 'near/101'],
    ['a near/99999999999999999999 b', 'near-needs-number', 'near/99999999999999999999'],
    ['a near/2 #b', 'near-needs-words', '#b'],
    ['x (a AND b) near/2 c', 'near-needs-words', '(a AND b)'],
    ['c near/2 (a OR -b)', 'near-needs-words', '(a OR -b)'],
    ['a near/2 b near/2 c', 'near-chained', 'near/2'],
    ['vol a*', 'wildcard-too-short', 'a*'],
    ['vol *', 'wildcard-too-short', '*'],
    ['covid-1*', 'wildcard-too-short', '1*'],
    ['vol *ion', 'wildcard-misplaced', '*'],
    ['a av*on', 'wildcard-misplaced', '*'],
    ['a*b', 'wildcard-misplaced', '*'],
    ['"en retard"*', 'wildcard-too-short', '*'],
    ['"en avi** x"', 'wildcard-misplaced', '*'],
    ['@a*', 'wildcard-too-short', '@a*'],
    ['lieu:Orly', 'unknown-field', 'lieu:'],
    ['constructor:x', 'unknown-field', 'constructor:'],
    ['lang: fr', 'field-needs-value', 'lang:'],
    ['vol @', 'field-needs-value', '@'],
    ['lang:french', 'unknown-language', 'french'],
    ['lang:"f"', 'unknown-language', '"f"'],
    ['network:a,b', 'invalid-network', 'a,b'],
    ['author:a/b', 'invalid-author', 'a/b'],
    ['#a-b', 'invalid-hashtag', '#a-b'],
    ['#', 'invalid-hashtag', '#'],
    ['vol https://acme.com/vol', 'link-with-path', 'https://acme.com/vol'],
  ])('%j: %s at %j', (text, code, pointedAt) => {
    expect(refused(text)).toEqual([code, pointedAt]);
  });

  it('points after a character that takes two code units', () => {
    expect(parseTopicQuery('😡 AND')).toMatchObject({ error: { at: 3, length: 3 } });
  });

  it('says it in plain English', () => {
    expect(understood('panne AND')).toContain('AND needs something after it.');
    expect(understood('a AND OU b')).toContain('OU cannot follow AND');
    expect(understood('(a')).toContain('never closed');
    expect(understood('lieu:Orly')).toContain('“lieu:” is not known');
    expect(understood('vol a*')).toContain('At least 2 letters');
  });
});

describe('limits', () => {
  const nested = (depth: number) => '('.repeat(depth) + 'a' + ')'.repeat(depth);
  const words = (count: number) => Array.from({ length: count }, () => 'mot').join(' ');

  it.each([
    ['4,000 characters', 'mot' + ' '.repeat(3997), 'mot' + ' '.repeat(3998), 'too-long'],
    ['50 levels of parentheses', nested(50), nested(51), 'too-deep'],
    ['500 terms', words(500), words(501), 'too-many-terms'],
    ['500 words in phrases', `"${words(499)}" b`, `"${words(499)}" b c`, 'too-many-terms'],
  ])('accept %s and no more', (_, within, beyond, code) => {
    expect(parseTopicQuery(within).ok).toBe(true);
    expect(parseTopicQuery(beyond)).toMatchObject({ ok: false, error: { code } });
  });

  it('can be set by the caller', () => {
    expect(parseTopicQuery('a b c', { length: 100, depth: 1, terms: 2 })).toMatchObject({
      error: { code: 'too-many-terms', at: 4, params: { max: 2 } },
    });
  });
});
