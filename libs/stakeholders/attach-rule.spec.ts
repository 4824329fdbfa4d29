import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MatchedAuthor, matchRule, readTerm, RULE_KINDS } from './attach-rule.js';

const author = (given: Partial<MatchedAuthor>): MatchedAuthor => ({
  network: 'x',
  key: 'someone',
  url: null,
  bio: null,
  ...given,
});
const kept = (kind: (typeof RULE_KINDS)[number], given: string) => {
  const read = readTerm(kind, given);
  return 'term' in read ? read.term : read.problem;
};

describe('a list of accounts', () => {
  it('knows an account by network and handle, whatever the capitals and the @', () => {
    const rule = { kind: 'accounts' as const, terms: [kept('accounts', 'X: @Gazette_Mob')] };
    expect(matchRule(rule, author({ key: 'gazette_mob' }))).toEqual({
      by: 'account',
      term: 'x:gazette_mob',
    });
    expect(matchRule(rule, author({ network: 'mastodon', key: 'gazette_mob' }))).toBeNull();
    expect(matchRule(rule, author({ key: 'gazette_mob2' }))).toBeNull();
  });

  it('takes nothing else for an account', () => {
    expect(kept('accounts', 'gazette_mob')).toBe('account-unreadable');
    expect(kept('accounts', 'https://gazette.example')).toBe('account-unreadable');
  });
});

describe('a domain', () => {
  const rule = { kind: 'domain' as const, terms: [kept('domain', 'https://www.Gazette.example/contact')] };

  it('is the site of the profile, of the feed, the handle on Bluesky and the server on Mastodon', () => {
    for (const one of [
      author({ url: 'https://gazette.example/equipe' }),
      author({ network: 'feed', key: 'https://rss.gazette.example/une.xml' }),
      author({ network: 'bluesky', key: 'violaine.gazette.example' }),
      author({ network: 'mastodon', key: 'violaine@social.gazette.example' }),
    ]) {
      expect(matchRule(rule, one)).toEqual({ by: 'domain', term: 'gazette.example' });
    }
  });

  it('is not a site that only ends or begins like it, nor a name within an address', () => {
    for (const url of [
      'https://lagazette.example/',
      'https://gazette.example.evil.test/',
      'https://evil.test/gazette.example',
      'https://gazette.example@evil.test/',
    ]) {
      expect(matchRule(rule, author({ url }))).toBeNull();
    }
  });

  it('of a network, where anybody has a page, is refused', () => {
    expect(kept('domain', 'x.com')).toBe('domain-of-network');
    expect(kept('domain', 'https://mobile.twitter.com/gazette')).toBe('domain-of-network');
    expect(kept('domain', 'not a domain')).toBe('domain-unreadable');
    expect(kept('domain', 'localhost')).toBe('domain-unreadable');
  });
});

describe('words of a description', () => {
  it('stand together as whole words, whatever the accents and the capitals', () => {
    const rule = { kind: 'bio_words' as const, terms: [kept('bio_words', 'Députée  européenne')] };
    expect(matchRule(rule, author({ bio: 'Mère, deputee Européenne, Nantes.' }))?.by).toBe('bio');
    expect(matchRule(rule, author({ bio: 'Députée, européenne' }))).toBeNull();
    expect(matchRule(rule, author({ bio: 'vice-députée européennes' }))).toBeNull();
    expect(matchRule(rule, author({ key: 'deputee europeenne' }))).toBeNull();
    expect(kept('bio_words', ' à ')).toBe('word-too-short');
  });
});

describe('any rule', () => {
  const anyAuthor = fc.record({
    network: fc.constantFrom('x', 'mastodon', 'bluesky', 'feed'),
    key: fc.string({ minLength: 1 }),
    url: fc.option(fc.webUrl(), { nil: null }),
    bio: fc.option(fc.string(), { nil: null }),
  });
  const anyTerm = fc.oneof(fc.string(), fc.domain(), fc.webUrl());
  const rules = fc
    .tuple(fc.constantFrom(...RULE_KINDS), fc.array(anyTerm, { maxLength: 5 }))
    .map(([kind, given]) => ({
      kind,
      terms: given.flatMap((one) => {
        const read = readTerm(kind, one);
        return 'term' in read ? [read.term] : [];
      }),
    }));

  it('gives a term of its own for a reason, and further terms take no author away', () => {
    fc.assert(
      fc.property(rules, anyAuthor, anyTerm, (rule, one, more) => {
        const match = matchRule(rule, one);
        if (match) expect(rule.terms).toContain(match.term);
        const read = readTerm(rule.kind, more);
        if (!match || !('term' in read)) return;
        expect(matchRule({ ...rule, terms: [...rule.terms, read.term] }, one)).toEqual(match);
      }),
    );
  });

  it('keeps a term that was read once as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULE_KINDS), anyTerm, (kind, given) => {
        const read = readTerm(kind, given);
        if ('term' in read) expect(readTerm(kind, read.term)).toEqual(read);
      }),
    );
  });
});
