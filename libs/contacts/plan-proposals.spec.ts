import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ComparedAuthor, pairKey, planProposals } from './plan-proposals.js';

const authors = fc
  .array(
    fc.record({
      network: fc.constantFrom('x', 'mastodon', 'bluesky'),
      handle: fc.constantFrom('marie_durand', 'marie.durand', 'paul', null),
      name: fc.constantFrom('Marie Durand', 'Paul Petit', null),
      url: fc.constantFrom('https://durand.example/blog', null),
      contactId: fc.constantFrom('1', '2', null, null, null),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((list) => list.map((one, place): ComparedAuthor => ({ ...one, id: String(place + 7) })));

const everyPair = (list: readonly ComparedAuthor[]) =>
  list.flatMap((a) => list.filter((b) => b !== a).map((b): [string, string] => [a.id, b.id]));

describe('what is proposed', () => {
  it('is never a pair of which both are linked already', () => {
    fc.assert(
      fc.property(authors, (list) => {
        const contacts = new Map(list.map(({ id, contactId }) => [id, contactId]));
        for (const { firstId, secondId } of planProposals(list, everyPair(list), new Set()))
          expect([contacts.get(firstId), contacts.get(secondId)]).toContain(null);
      }),
    );
  });

  it('does not depend on the order of authors and candidates, and names each pair once', () => {
    fc.assert(
      fc.property(authors, (list) => {
        const keys = (pairs: ReturnType<typeof planProposals>) =>
          pairs.map(({ firstId, secondId, confidence }) => `${firstId} ${secondId} ${confidence}`).sort();
        const there = keys(planProposals(list, everyPair(list), new Set()));
        const back = everyPair(list).map(([a, b]): [string, string] => [b, a]);
        expect(keys(planProposals([...list].reverse(), back.reverse(), new Set()))).toEqual(there);
        expect(new Set(there).size).toBe(there.length);
        for (const key of there) expect(Number(key.split(' ')[0])).toBeLessThan(Number(key.split(' ')[1]));
      }),
    );
  });

  it('does not come back once it is decided', () => {
    fc.assert(
      fc.property(authors, fc.nat(), (list, pick) => {
        const first = planProposals(list, everyPair(list), new Set());
        const gone = first[pick % Math.max(first.length, 1)];
        if (!gone) return;
        const decided = new Set([pairKey(gone.secondId, gone.firstId)]);
        expect(planProposals(list, everyPair(list), decided)).toEqual(first.filter((one) => one !== gone));
      }),
    );
  });
});
