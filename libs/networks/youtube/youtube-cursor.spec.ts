import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  afterAnswers,
  afterThreads,
  asYouTubeCursor,
  type OpenThread,
  passedOver,
} from './youtube-cursor.js';

const NOW = new Date('2026-11-30T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const thread = (id: string, total = 9): OpenThread => ({ id, total, videoId: 'v', page: null });

/** A thread with answers, as YouTube counts them and gives them in pages. */
const threads = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 50 }).map((n) => `Ugx${n}`),
    pages: fc.integer({ min: 1, max: 4 }),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);

describe('reading comments', () => {
  it('reads every page of every open thread once, then goes on with the threads', () => {
    fc.assert(
      fc.property(threads, fc.boolean(), (there, older) => {
        const known = asYouTubeCursor({ walk: { until: ago(1000).toISOString(), newest: null, page: null } });
        const open = there.map(({ id, pages }) => thread(id, pages));
        let step = afterThreads(known, { times: [ago(5)], next: older ? 'older' : null, open }, NOW);
        const read: string[] = [];
        for (let turn = 0; step.cursor.threads.length > 0 && turn < 100; turn++) {
          expect(step.more).toBe(true);
          // As it is kept: nothing may get lost on the way through the database.
          const cursor = asYouTubeCursor(JSON.parse(JSON.stringify(step.cursor)));
          const [first] = cursor.threads;
          const place = first!.page === null ? 1 : Number(first!.page);
          read.push(`${first!.id}-${place}`);
          step = afterAnswers(cursor, place < first!.total ? String(place + 1) : null);
        }
        const wanted = there.flatMap(({ id, pages }) =>
          Array.from({ length: pages }, (_, n) => `${id}-${n + 1}`),
        );
        expect(read).toEqual(wanted);
        expect(step.more).toBe(older);
        expect(step.cursor.walk.page).toBe(older ? 'older' : null);
        // Seen again without new answers, no thread is opened.
        expect(afterThreads(step.cursor, { times: [ago(5)], next: null, open }, NOW).cursor.threads).toEqual(
          [],
        );
      }),
    );
  });

  it('opens a thread again when its answers have become more, or fewer', () => {
    let { cursor } = afterThreads(asYouTubeCursor(null), { times: [], next: null, open: [thread('a')] }, NOW);
    ({ cursor } = afterAnswers(cursor, null));
    for (const total of [10, 8]) {
      const again = afterThreads(cursor, { times: [], next: null, open: [thread('a', total)] }, NOW);
      expect(again).toMatchObject({ more: true, cursor: { threads: [{ id: 'a', total }] } });
    }
  });

  it('passes over a thread that cannot be had, and asks for it again the next time', () => {
    const open = [thread('a'), thread('b')];
    const { cursor } = afterThreads(asYouTubeCursor(null), { times: [], next: null, open }, NOW);
    const passed = passedOver(cursor);
    expect(passed).toMatchObject({ more: true, cursor: { threads: [{ id: 'b' }], counts: {} } });
    const done = afterAnswers(passed.cursor, null);
    expect(afterThreads(done.cursor, { times: [], next: null, open }, NOW).cursor.threads).toEqual([open[0]]);
  });

  it('is not kept on one page for ever by a network that repeats its mark', () => {
    const { cursor } = afterThreads(
      asYouTubeCursor(null),
      { times: [], next: null, open: [thread('a')] },
      NOW,
    );
    const second = afterAnswers(cursor, 'same');
    expect(afterAnswers(second.cursor, 'same')).toMatchObject({ more: false, cursor: { threads: [] } });
  });

  it('remembers only so many threads', () => {
    let cursor = asYouTubeCursor(null);
    for (let n = 0; n < 400; n++) {
      ({ cursor } = afterThreads(cursor, { times: [], next: null, open: [thread(`Ugx${n}`)] }, NOW));
      ({ cursor } = afterAnswers(cursor, null));
    }
    expect(Object.keys(cursor.counts)).toHaveLength(300);
    expect(cursor.counts).toHaveProperty('Ugx399');
  });

  it.each([null, undefined, 7, 'x', [], { walk: 1, threads: 'x', counts: [1] }, { threads: [{}] }])(
    'begins anew where nothing usable is kept: %j',
    (kept) => {
      expect(asYouTubeCursor(kept)).toEqual({
        walk: { until: null, newest: null, page: null },
        threads: [],
        counts: {},
      });
    },
  );
});
