import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedEntries } from './changed-entries.js';

const NOW = new Date('2026-11-25T08:00:00Z');
const page = (entries: readonly (readonly [id: string, text: string])[], updated: [string, Date][] = []) => ({
  mentions: entries.map(([externalId, text]) => ({ externalId, text, publishedAt: NOW })),
  updated: new Map(updated),
});

describe('entries of a feed that change', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })), {
    selector: ([id]) => id,
    maxLength: 20,
  });

  it('are none at the first reading, and none when it is read again', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const first = changedEntries({}, page(list), NOW);
        expect(first.wordings).toEqual([]);
        expect(changedEntries(first.texts, page(list), NOW)).toEqual({ texts: first.texts, wordings: [] });
      }),
    );
  });

  it('are those whose words are others, whatever comes in or goes beside them', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const { texts } = changedEntries({}, page(before), NOW);
        const said = new Map(before);
        const others = after.filter(([id, text]) => {
          const was = said.get(id);
          return was !== undefined && was.replace(/\s+/g, ' ').trim() !== text.replace(/\s+/g, ' ').trim();
        });
        const { wordings } = changedEntries(texts, page(after), NOW);
        expect(wordings.map(({ externalId, text }) => [externalId, text])).toEqual(others);
      }),
    );
  });

  it('are of the time that the entry says, unless it is still to come', () => {
    const { texts } = changedEntries({}, page([['a', 'one']]), NOW);
    const at = (updated: Date) =>
      changedEntries(texts, page([['a', 'two']], [['a', updated]]), NOW).wordings[0];
    const earlier = new Date('2026-11-25T07:00:00Z');
    expect(at(earlier)).toMatchObject({ at: earlier, told: true });
    expect(at(new Date('2030-01-01T00:00:00Z'))).toMatchObject({ at: NOW, told: false });
  });

  it('are counted once where a feed holds an id twice', () => {
    const twice = page([
      ['a', 'one'],
      ['a', 'two'],
    ]);
    const { texts } = changedEntries({}, twice, NOW);
    expect(changedEntries(texts, twice, NOW).wordings).toEqual([]);
  });
});
