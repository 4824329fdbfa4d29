import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AuthorProfile, samePerson, traitsOf } from './same-person.js';

const author = (given: Partial<AuthorProfile>): AuthorProfile => ({
  network: 'x',
  handle: null,
  name: null,
  url: null,
  ...given,
});
const judged = (a: Partial<AuthorProfile>, b: Partial<AuthorProfile>) => {
  const found = samePerson(author(a), author({ network: 'mastodon', ...b }));
  return found && [found.confidence, ...found.reasons.map(({ reason }) => reason)];
};

describe('two authors', () => {
  it('of the same name and handle on two networks are very likely one person', () => {
    expect(
      judged(
        { handle: '@MarieDurand', name: 'Marie Durand' },
        { handle: 'marie.durand@piaille.fr', name: 'Marie DURAND' },
      ),
    ).toEqual(['very_likely', 'same_handle', 'same_name']);
  });

  it('with a telling handle are likely one person, with a short one possibly', () => {
    expect(judged({ handle: 'velotaffeuse75' }, { handle: 'velotaffeuse75@mamot.fr' })).toEqual([
      'likely',
      'same_handle',
    ]);
    expect(judged({ handle: 'jeanne' }, { handle: 'jeanne@mamot.fr' })).toEqual(['possible', 'same_handle']);
  });

  it('of the same name whose own site is the same are very likely one person', () => {
    const site = { name: 'Aïcha Benali', url: 'https://www.benali.example/a-propos' };
    expect(judged(site, { network: 'bluesky', handle: 'benali.example', name: 'Aicha Benali' })).toEqual([
      'very_likely',
      'same_site',
      'same_name',
    ]);
  });

  it.each([
    ['nothing in common', { handle: 'marie_d' }, { handle: 'paul_e' }],
    ['a first name only', { name: 'Marie' }, { name: 'Marie' }],
    ['an office for a handle', { handle: 'contact' }, { handle: 'contact@mamot.fr' }],
    [
      'the site of a company only',
      { url: 'https://acme.example/a' },
      { url: 'https://acme.example/b', network: 'youtube' },
    ],
    ['the site of a network only', { url: 'https://x.com/a' }, { url: 'https://x.com/b', network: 'feed' }],
    [
      'the same handle within one network only',
      { handle: 'marie_durand' },
      { network: 'x', handle: 'marie.durand' },
    ],
  ])('with %s are not proposed', (_, a, b) => {
    expect(judged(a, b)).toBeNull();
  });

  const profile = fc.record({
    network: fc.constantFrom('x', 'mastodon', 'bluesky', 'feed'),
    handle: fc.option(
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('@marie.d', 'marie_d@mamot.fr', 'benali.example', 'contact'),
      ),
    ),
    name: fc.option(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.constantFrom('Marie Durand', 'marie DURAND'),
      ),
    ),
    url: fc.option(fc.oneof(fc.webUrl(), fc.constantFrom('https://benali.example/', 'not an address'))),
  });

  it('are judged alike whichever is named first', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const [one, other] = [samePerson(a, b), samePerson(b, a)];
        expect(one?.confidence).toBe(other?.confidence);
        const sorted = (reasons: readonly unknown[] = []) =>
          reasons.map((reason) => JSON.stringify(reason)).sort();
        expect(sorted(one?.reasons)).toEqual(sorted(other?.reasons));
      }),
    );
  });

  it('are only proposed with a trait in common, so that looking for traits finds every pair', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const found = samePerson(a, b);
        if (!found) return;
        expect(found.reasons.length).toBeGreaterThan(0);
        const looked = traitsOf(a).filter((trait) => !trait.startsWith('same_site '));
        expect(looked.some((trait) => traitsOf(b).includes(trait))).toBe(true);
      }),
    );
  });
});
