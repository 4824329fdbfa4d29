import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextStep, NO_WALK, OVERLAP_MS, type Walk } from './walk.js';

const T0 = Date.parse('2026-11-25T08:00:00Z');
const minute = (number: number) => new Date(T0 + number * 60_000);
const now = minute(1_000_000);

/** Reads a network whose posts stand at these minutes, newest first, in pages of this size. */
function readAll(
  walk: Walk,
  minutes: readonly number[],
  size: number,
  /** In place of this page, counted from 0, the one before comes once more. */
  twice = 0,
): { walk: Walk; seen: number[] } {
  const posts = [...minutes].sort((a, b) => b - a);
  const seen: number[] = [];
  for (let pages = 0; pages < 1000; pages++) {
    const mark = Number(walk.page ?? 0);
    const from = pages > 0 && pages === twice ? mark - size : mark;
    const page = posts.slice(from, from + size);
    seen.push(...page);
    const next = from + size < posts.length ? String(from + size) : null;
    const step = nextStep(walk, { times: page.map(minute), next }, now);
    walk = step.walk;
    if (!step.more) return { walk, seen };
  }
  throw new Error('the walk has no end');
}

describe('a walk from the newest post back to those known', () => {
  it('takes one page at first, and keeps where it stands', () => {
    const { walk, seen } = readAll(NO_WALK, [1, 2, 3, 4, 5], 2);
    expect(seen).toEqual([5, 4]);
    expect(walk).toEqual({ until: minute(5).toISOString(), newest: null, page: null });
  });

  it('sees every post that came since, however many and however late they were shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5000), { minLength: 1, maxLength: 40 }),
        fc.array(fc.nat(5000), { maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        (before, after, size) => {
          const { walk } = readAll(NO_WALK, before, size);
          const known = Math.max(...before) - OVERLAP_MS / 60_000;
          const added = after.filter((one) => one >= known);
          const { seen } = readAll(walk, [...before, ...added], size);
          return added.every((one) => seen.includes(one));
        },
      ),
    );
  });

  it('goes on from its page when it was interrupted, and keeps the newest of the whole walk', () => {
    const first = nextStep(
      { until: minute(0).toISOString(), newest: null, page: null },
      { times: [minute(90), minute(80)], next: 'b' },
      now,
    );
    expect(first).toEqual({
      walk: { until: minute(0).toISOString(), newest: minute(90).toISOString(), page: 'b' },
      more: true,
    });
    const last = nextStep(first.walk, { times: [minute(-30), minute(-40)], next: 'c' }, now);
    expect(last).toEqual({
      walk: { until: minute(90).toISOString(), newest: null, page: null },
      more: false,
    });
  });

  it('is not ended by one post out of order, nor kept up for ever by a page that repeats itself', () => {
    const walk: Walk = { until: minute(0).toISOString(), newest: null, page: 'b' };
    const times = [minute(60), minute(-100), minute(50)];
    expect(nextStep(walk, { times, next: 'c' }, now).more).toBe(true);
    expect(nextStep(walk, { times, next: 'b' }, now).more).toBe(false);
  });

  it('misses nothing when a page comes a second time in place of the next one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(20),
        (count, size, at) => {
          const posts = Array.from({ length: count }, (_, place) => place * 20);
          const { walk: known } = readAll(NO_WALK, [posts[0]!], size);
          const first = readAll(known, posts, size, at);
          const second = readAll(first.walk, posts, size);
          const seen = new Set([...first.seen, ...second.seen]);
          expect(posts.every((one) => seen.has(one))).toBe(true);
          expect(second.walk).toEqual({
            until: minute(posts.at(-1)!).toISOString(),
            newest: null,
            page: null,
          });
        },
      ),
    );
  });

  it('does not begin anew for ever where a network repeats its last page each time', () => {
    const known: Walk = { until: minute(0).toISOString(), newest: null, page: 'b' };
    const page = { times: [minute(60)], next: 'b' };
    const { walk } = nextStep(known, page, now);
    expect(walk).toEqual({ until: minute(0).toISOString(), newest: null, page: null, again: true });
    const further = nextStep(walk, { times: [minute(70)], next: 'b' }, now);
    expect(nextStep(further.walk, page, now)).toEqual({
      walk: { until: minute(70).toISOString(), newest: null, page: null },
      more: false,
    });
  });

  it('does not trust a post from the future: those that come after it are seen all the same', () => {
    const at = minute(100);
    const { walk } = nextStep(
      { ...NO_WALK, until: minute(0).toISOString() },
      { times: [minute(99_999)], next: null },
      at,
    );
    expect(walk.until).toBe(at.toISOString());
  });
});
