import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseAnchors } from './query-anchor.js';
import { compileTopicQueries } from './query-index.js';
import { matchTopicQuery, type TopicDocument } from './query-match.js';
import { describeQueryError } from './query-error.js';
import { parseTopicQuery } from './query-parser.js';
import { printTopicQuery } from './query-print.js';
import { tokenizeText } from './text-tokens.js';
import { allOf, anyOf, noneOf, type TopicQuery, type WordsTerm } from './topic-query.js';

/** Few and alike, so that generated texts and queries meet. */
const WORDS = [
  'panne',
  'pannes',
  'panneau',
  'vol',
  'volt',
  'a',
  'de',
  'acme',
  'and',
  'near',
  'été',
  '京',
  '😡',
];

const wordText = fc.constantFrom(...WORDS).map((word) => tokenizeText(word).words[0]!);
const queryWord = fc.oneof(
  wordText.map((text) => ({ text, wild: false })),
  fc.constantFrom('pa', 'pan', 'panne', 'vol', 'acm').map((text) => ({ text, wild: true })),
);
const wordsTerm = fc
  .array(queryWord, { minLength: 1, maxLength: 3 })
  .map((words): WordsTerm => ({ kind: 'words', words }));
const choice = fc.array(wordsTerm, { minLength: 1, maxLength: 2 });
const leaf: fc.Arbitrary<TopicQuery> = fc.oneof(
  { weight: 6, arbitrary: wordsTerm },
  fc.record({ kind: fc.constant('near' as const), left: choice, right: choice, distance: fc.nat(3) }),
  fc.record({
    kind: fc.constant('hashtag' as const),
    tag: fc.constantFrom('panne', 'vol_a'),
    wild: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('author' as const),
    handle: fc.constantFrom('acme', 'acme@m.example', 'jean dupont', "l'equipe"),
    wild: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('language' as const), code: fc.constantFrom('fr', 'en') }),
  fc.record({ kind: fc.constant('network' as const), name: fc.constantFrom('rss', 'x') }),
  fc.record({ kind: fc.constant('site' as const), host: fc.constantFrom('acme.com', 'panne.vol.fr') }),
);
const anyQuery = fc.letrec<{ query: TopicQuery }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('query').map(noneOf),
    fc.array(tie('query'), { minLength: 2, maxLength: 4 }).map(allOf),
    fc.array(tie('query'), { minLength: 2, maxLength: 4 }).map(anyOf),
  ),
})).query;
const acceptedQuery = anyQuery.filter((query) => chooseAnchors(query) !== null);

const fragment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  fc.constantFrom(
    '#panne',
    '#vol_a',
    '@acme',
    '@acme@m.example',
    'https://acme.com/a',
    'acme.com',
    "l'avion",
    '.',
  ),
);
const document: fc.Arbitrary<TopicDocument> = fc.record({
  tokens: fc.array(fragment, { maxLength: 12 }).map((parts) => tokenizeText(parts.join(' '))),
  author: fc.constantFrom('@ACME', 'acme@m.example', 'Jean Dupont', null),
  language: fc.constantFrom('fr', 'en-GB', null),
  network: fc.constantFrom('rss', 'x', 'mastodon'),
});

describe('any string', () => {
  const piece = fc.oneof(
    fc.constantFrom(...'()"«»“-*@#: /'),
    fc.constantFrom(
      'AND',
      'ET',
      'OR',
      'NOT',
      'SAUF',
      'near/3',
      'near/',
      'lang:fr',
      'lang:',
      'author:',
      'x:y',
      'acme.com',
      'http://',
    ),
    fc.constantFrom('panne', 'vol*', "l'avion", 'été', ' ', '  ', '\u00a0'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const source = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(''));

  it('is either a query that prints and reads back as itself, or an error inside the source', () => {
    fc.assert(
      fc.property(source, (text) => {
        const parsed = parseTopicQuery(text);
        if (parsed.ok) {
          expect(parseTopicQuery(printTopicQuery(parsed.query))).toEqual(parsed);
          return;
        }
        const { at, length } = parsed.error;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(at + length).toBeLessThanOrEqual(text.length);
        expect(describeQueryError(parsed.error)).not.toMatch(/undefined/);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '(',
    ')',
    '((a) ',
    '-',
    'NOT ',
    'a ',
    'a OR ',
    '"',
    'a near/3 ',
    '*',
    '@',
    '#',
    "l'",
    'a*',
    '. ',
    'é',
  ])('of any length is answered at once: %j repeated', (part) => {
    const started = performance.now();
    for (const times of [1, 50, 51, 500, 2000, 4000, 100_000]) parseTopicQuery(part.repeat(times));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('any query', () => {
  it('prints as a text that reads back as the same query', () => {
    fc.assert(
      fc.property(acceptedQuery, (query) => {
        expect(parseTopicQuery(printTopicQuery(query))).toEqual({ ok: true, query });
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused as only negations exactly when it has no token to look for', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const parsed = parseTopicQuery(printTopicQuery(query));
        expect(parsed.ok ? 'accepted' : parsed.error.code).toBe(
          chooseAnchors(query) === null ? 'only-negation' : 'accepted',
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is found by the index exactly where it matches by itself', () => {
    let matches = 0;
    fc.assert(
      fc.property(
        fc.array(anyQuery, { maxLength: 12 }),
        fc.array(document, { minLength: 1, maxLength: 6 }),
        (queries, documents) => {
          const entries = queries.map((query, place) => ({ id: `topic-${place}`, query }));
          const index = compileTopicQueries(entries);
          for (const candidate of documents) {
            const expected = entries
              .filter(({ query }) => matchTopicQuery(query, candidate))
              .map(({ id }) => id);
            expect(index.match(candidate)).toEqual(expected);
            matches += expected.length;
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(matches).toBeGreaterThan(1000);
  });
});
