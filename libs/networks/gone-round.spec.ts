import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterTurn, type GoneRound, presentRound } from './gone-round.js';

const NOW = new Date('2026-11-30T08:00:00Z');
const daysBefore = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe('the round over the posts that may be gone', () => {
  it('asks for each post of its days exactly once, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (ages, most) => {
          const posts = ages
            .map((age, id) => ({ publishedAt: daysBefore(age).toISOString(), id: String(id + 1) }))
            .sort((one, other) => key(other).localeCompare(key(one)));
          const asked: string[] = [];
          let round: GoneRound | null = null;
          for (let turns = 0; turns <= posts.length; turns++) {
            const present: GoneRound = presentRound(round, NOW);
            const { from, after } = present;
            const turn = posts
              .filter((post) => post.publishedAt > from && (after === null || key(post) < key(after)))
              .slice(0, most);
            asked.push(...turn.map(({ id }) => id));
            round = afterTurn(present, turn, most);
            if (round.after === null) break;
          }
          const due = posts.filter(({ publishedAt }) => publishedAt > daysBefore(30).toISOString());
          expect(asked).toEqual(due.map(({ id }) => id));
        },
      ),
    );
  });

  it('goes back a week, and once a day further', () => {
    const first = presentRound(null, NOW);
    expect(first).toEqual({ from: daysBefore(30).toISOString(), after: null, wholeAt: NOW.toISOString() });
    const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
    expect(presentRound(first, hours(1)).from).toBe(hours(1 - 7 * 24).toISOString());
    expect(presentRound(first, hours(24)).from).toBe(hours(24 - 30 * 24).toISOString());
    // A clock that was ahead does not keep it from looking back.
    expect(presentRound({ ...first, wholeAt: hours(900).toISOString() }, NOW).from).toBe(first.from);
  });

  it('that is under way goes on as it began', () => {
    const under = { from: daysBefore(30).toISOString(), after: { publishedAt: 'x', id: '1' }, wholeAt: null };
    expect(presentRound(under, NOW)).toBe(under);
  });
});

function key({ publishedAt, id }: { publishedAt: string; id: string }): string {
  return `${publishedAt} ${id.padStart(20, '0')}`;
}
