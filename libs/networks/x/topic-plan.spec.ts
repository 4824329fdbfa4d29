import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchTopicQuery, parseTopicQuery, tokenizeText } from '#rules/topics';
import { matchesRule, readRule } from '../../../tests/simulators/x-rule-language.js';
import { mayMatch } from '../following/topic-match.js';
import { planTopics, X_LIMITS } from './topic-plan.js';

const planOf = (query: string, limits: Parameters<typeof planTopics>[1] = X_LIMITS.usual) => {
  const { topics } = planTopics([{ topicId: '1', query }], limits);
  return topics[0]!;
};

describe('the rules of X that follow a topic', () => {
  it.each([
    ['delay', 'delay -is:retweet', []],
    ['delay luggage', 'delay luggage -is:retweet', []],
    ['delay OR luggage', '(delay OR luggage) -is:retweet', []],
    ['(acme OR "acme air") (delay OR strike)', '(acme OR "acme air") (delay OR strike) -is:retweet', []],
    ['a OR b c', '(a OR (b c)) -is:retweet', []],
    ['hôpital', '(hopital OR hôpital) -is:retweet', []],
    ["aujourd'hui", '(aujourdhui OR "aujourd\'hui") -is:retweet', []],
    ["l'avion", 'avion -is:retweet', []],
    ['"Grève générale"', '("greve generale" OR "grève générale") -is:retweet', []],
    ['#Grève', '(#greve OR #grève) -is:retweet', []],
    ['@acme', '(from:acme OR @acme) -is:retweet', []],
    ['@acme.bsky.social OR acme', '("acme bsky social" OR acme) -is:retweet', []],
    ['acme.com', '(url:"acme.com" OR "acme com") -is:retweet', []],
    ['"or" acme', '"or" acme -is:retweet', []],
    ['東京', '"東京" -is:retweet', []],
    ['😡 acme', '😡 acme -is:retweet', []],
    ['acme network:x', 'acme -is:retweet', []],
    ['acme (network:rss OR strike)', 'acme strike -is:retweet', []],
    ['delay near/5 flight', 'delay flight -is:retweet', ['near']],
    ['acme delay*', 'acme -is:retweet', ['beginning']],
    ['"lost luggage acm*"', '"lost luggage" -is:retweet', ['beginning']],
    ['acme lang:fr', 'acme -is:retweet', ['language']],
    ['acme NOT weather', 'acme -is:retweet', ['exclusion']],
    ['acme -@acme', 'acme -from:acme -is:retweet', ['exclusion']],
    ['acme -(@acme OR weather)', 'acme -from:acme -is:retweet', ['exclusion']],
    ['acme NOT network:rss', 'acme -is:retweet', []],
    ['👍🏽 acme', 'acme -is:retweet', ['emoji']],
    ['acme @strik*', 'acme -is:retweet', ['author']],
  ])('are, for %s: %s', (query, rule, widened) => {
    expect(planOf(query)).toEqual({ topicId: '1', rules: [rule], widened, leftOut: null });
  });

  it.each([
    ['acme network:rss', 'not-on-x'],
    ['acme NOT network:x', 'not-on-x'],
    ['author:"Jane Doe"', 'not-on-x'],
    ['delay*', 'too-wide'],
    ['acme OR delay*', 'too-wide'],
    ['network:x lang:fr', 'too-wide'],
  ])('are none for %s: %s', (query, leftOut) => {
    expect(planOf(query)).toMatchObject({ rules: [], leftOut });
  });

  it.each(['panne', '"panne vol"', '#panne', '@acme', 'acme.com', '😡', '(panne OR vol)'])(
    'find a post that says nothing of %s, though it quotes one that does',
    (other) => {
      const quoted = 'panne vol #panne @acme https://acme.com/ acme com 😡';
      const { rules } = planOf(`strike NOT ${other}`);
      expect(rules.some((rule) => matchesRule(rule, { text: 'strike', author: 'ana', quoted }))).toBe(true);
    },
  );

  it('are several where one would be too long, and drop a condition where too many would be needed', () => {
    const words = (letter: string, count: number) =>
      Array.from({ length: count }, (_, number) => `${letter}${number}`).join(' OR ');
    const long = planOf(`acme (${words('delay', 300)})`);
    expect(long.rules.length).toBeGreaterThan(1);
    expect(long.widened).toEqual([]);
    const short = { rule: 60, rules: 1000, search: 60 };
    const dropped = planOf(`acme (${words('a', 60)}) (${words('b', 60)})`, short);
    expect(dropped).toMatchObject({ widened: ['length'], leftOut: null });
    expect(dropped.rules.every((rule) => rule.startsWith('acme'))).toBe(true);
  });

  it('stop at the number that X allows: the first topics are followed, the others told and still searched for', () => {
    const topics = ['acme', 'luggage', 'acme', 'strike'].map((query, at) => ({ topicId: String(at), query }));
    const plan = planTopics(topics, { rule: 1024, rules: 2, search: 512 });
    expect(plan.topics.map(({ leftOut }) => leftOut)).toEqual([null, null, null, 'no-room']);
    expect(plan.rules).toEqual(['acme -is:retweet', 'luggage -is:retweet']);
    expect(plan.searches).toEqual(['(acme OR luggage OR strike) -is:retweet']);
  });
});

const word = fc.constantFrom('panne', 'vol', 'volt', 'acme', 'or', 'été', 'strike');
const leaf = fc.oneof(
  { weight: 5, arbitrary: word.map((text) => `"${text}"`) },
  fc.tuple(word, word).map(([one, other]) => `"${one} ${other}"`),
  fc.tuple(word, word).map(([one, other]) => `"${one}" near/2 "${other}"`),
  fc.constantFrom(
    '#panne',
    '#vol_a',
    '@acme',
    '@acme@m.example',
    'acme.com',
    'volt*',
    '#pan*',
    '😡',
    'lang:fr',
  ),
  fc.constantFrom('network:x', 'network:rss'),
);
const text = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    leaf.map((one) => `NOT (${one})`),
    tie('query').map((one) => `NOT (${one})`),
    fc.array(tie('query'), { minLength: 2, maxLength: 5 }).map((all) => `(${all.join(' AND ')})`),
    fc.array(tie('query'), { minLength: 2, maxLength: 5 }).map((all) => `(${all.join(' OR ')})`),
  ),
})).query;
const query = fc.oneof(
  text,
  fc.array(text, { minLength: 3, maxLength: 8 }).map((all) => all.join(' OR ')),
);
const fragments = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: word },
    fc.constantFrom('#panne', '#vol_a', '@acme', 'acme.com', 'm.example', '😡', '.', '#panneau'),
  ),
  { maxLength: 10 },
);
const post = fc.record({
  text: fragments.map((parts) => parts.join(' ')),
  // Whatever it quotes: X looks at that, too.
  quoted: fragments.map((parts) => parts.join(' ')),
  author: fc.constantFrom('acme', 'ana'),
  language: fc.constantFrom('fr', 'en', null),
});

describe('for any query', () => {
  const limits = [X_LIMITS.usual, { rule: 90, rules: 40, search: 60 }];

  it('the rules can be read by X, are short enough, and find at least what the topic finds', () => {
    let followed = 0;
    let matched = 0;
    fc.assert(
      fc.property(
        query,
        fc.array(post, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...limits),
        (source, posts, limit) => {
          const parsed = parseTopicQuery(source);
          fc.pre(parsed.ok);
          const { topics, rules, searches } = planTopics([{ topicId: '1', query: source }], limit);
          const [planned] = topics;
          for (const rule of rules) expect(rule.length).toBeLessThanOrEqual(limit.rule);
          for (const search of searches) expect(search.length).toBeLessThanOrEqual(limit.search);
          for (const rule of [...rules, ...searches]) expect(() => readRule(rule)).not.toThrow();
          expect(rules.length === 0).toBe(planned!.leftOut !== null);
          for (const { language, ...seen } of posts) {
            const found = matchTopicQuery(parsed.query, {
              tokens: tokenizeText(seen.text),
              author: `@${seen.author}`,
              language,
              network: 'x',
            });
            if (!found) continue;
            matched++;
            expect(planned!.leftOut).not.toBe('not-on-x');
            expect(
              mayMatch([source], 'x', { text: seen.text, author: { handle: `@${seen.author}` } } as never),
            ).toBe(true);
            if (planned!.leftOut !== null) continue;
            followed++;
            expect(rules.some((rule) => matchesRule(rule, seen))).toBe(true);
            expect(searches.some((rule) => matchesRule(rule, seen))).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(followed).toBeGreaterThan(20);
    expect(matched).toBeGreaterThan(followed);
  });

  it('a post is only taken that the topic can mean, whatever its language turns out to be', () => {
    fc.assert(
      fc.property(query, post, (source, seen) => {
        const parsed = parseTopicQuery(source);
        fc.pre(parsed.ok);
        const found = ['fr', 'en', null].map((language) =>
          matchTopicQuery(parsed.query, {
            tokens: tokenizeText(seen.text),
            author: `@${seen.author}`,
            language,
            network: 'x',
          }),
        );
        const may = mayMatch([source], 'x', {
          text: seen.text,
          author: { handle: `@${seen.author}` },
        } as never);
        if (found.some(Boolean)) expect(may).toBe(true);
        // With one condition on the language at most, the two are the same.
        if ((source.match(/lang:/g) ?? []).length <= 1) expect(may).toBe(found.some(Boolean));
      }),
    );
  });
});
