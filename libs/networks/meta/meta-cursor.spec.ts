import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  afterComments,
  afterList,
  afterMissing,
  asMetaCursor,
  commentsSince,
  type MetaCursor,
} from './meta-cursor.js';

const NOW = new Date('2026-11-30T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const thread = (id: string, mark: string, minutes = 5) => ({ id, mark, time: ago(minutes), readable: true });
const LISTS = 2;

/** Everything that a reading asks for, when the posts look like this and each has so many pages of comments. */
function readThrough(start: MetaCursor, marks: Record<string, string>, pages: number) {
  const asked: string[] = [];
  let cursor = start;
  for (let turn = 0; turn < 200; turn++) {
    const place: MetaCursor['reading'] = cursor.reading;
    const list = place?.list ?? 0;
    if (list < LISTS) {
      const threads = list === 0 ? Object.entries(marks).map(([id, mark]) => thread(id, mark)) : [];
      asked.push(`list ${list}`);
      cursor = afterList(cursor, { threads, next: null }, LISTS, NOW);
    } else {
      const due = place!.due[0]!;
      const page = due.after === null ? 1 : Number(due.after);
      asked.push(`${due.id} ${page}`);
      const next = page < pages ? String(page + 1) : null;
      cursor = afterComments(cursor, { times: [ago(page)], next }, LISTS, NOW);
    }
    if (cursor.reading === null) return { asked, cursor };
  }
  throw new Error('the reading has no end');
}

describe('reading a Page', () => {
  it('takes one page of each list and of each thread at first, later all pages of what changed', () => {
    const first = readThrough(asMetaCursor(null), { a: '1', b: '1' }, 3);
    expect(first.asked).toEqual(['list 0', 'list 1', 'a 1', 'b 1']);
    const second = readThrough(first.cursor, { a: '1', b: '2' }, 3);
    expect(second.asked).toEqual(['list 0', 'list 1', 'b 1', 'b 2', 'b 3']);
    expect(readThrough(second.cursor, { a: '1', b: '2' }, 3).asked).toEqual(['list 0', 'list 1']);
  });

  it('asks for comments from a little before the newest that is known', () => {
    const { cursor } = readThrough(asMetaCursor(null), { a: '1' }, 1);
    expect(commentsSince(cursor, 'a')).toEqual(new Date(ago(1).getTime() - 60_000));
    expect(commentsSince(cursor, 'unknown')).toBeNull();
  });

  it('does not let a comment with a time to come hide those after it', () => {
    let cursor = afterList(asMetaCursor(null), { threads: [thread('a', '1')], next: null }, 1, NOW);
    cursor = afterComments(cursor, { times: [ago(-60)], next: null }, 1, NOW);
    expect(cursor.known).toEqual({ a: { mark: '1', newest: NOW.toISOString() } });
  });

  it('reads a list as far back as the window goes, and no further than Meta gives', () => {
    const known: MetaCursor = { known: {}, reading: null, subscribeAt: null };
    const page = { threads: [thread('a', '', 5)], next: 'p2' };
    const inside = afterList(known, page, 1, NOW);
    expect(inside.reading).toMatchObject({ list: 0, after: 'p2' });
    expect(afterList(inside, page, 1, NOW).reading).toMatchObject({ list: 1 });
    const old = { threads: [thread('b', '', 31 * 24 * 60)], next: 'p3' };
    expect(afterList(inside, old, 1, NOW).reading).toMatchObject({ list: 1 });
  });

  it('leaves a thread as it was until its comments are read, and forgets one that is gone', () => {
    const known = { a: { mark: '1', newest: null } };
    const under = afterList(
      { known, reading: null, subscribeAt: null },
      { threads: [thread('a', '2')], next: null },
      1,
      NOW,
    );
    expect(under.reading?.seen).toEqual(known);
    expect(afterMissing(under, 1)).toMatchObject({ known: {}, reading: null });
  });

  it('misses no change, wherever a reading is broken off and begun anew', () => {
    const marks = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 5 }), fc.nat(4), (steps, broken) => {
        let cursor = readThrough(asMetaCursor(null), {}, 1).cursor;
        for (const step of steps) {
          // Some of it is read and then given up, as when Meta forgets the mark of a page.
          let under = afterList(
            cursor,
            { threads: Object.entries(step).map(([id, mark]) => thread(id, mark)), next: null },
            LISTS,
            NOW,
          );
          for (let turn = 0; turn < broken && under.reading?.due.length; turn++) {
            under = afterComments(under, { times: [], next: null }, LISTS, NOW);
          }
          const before = cursor.known ?? {};
          const { asked, cursor: after } = readThrough({ ...cursor, reading: null }, step, 1);
          for (const [id, mark] of Object.entries(step)) {
            expect(asked.includes(`${id} 1`)).toBe(before[id]?.mark !== mark);
          }
          cursor = after;
        }
      }),
    );
  });

  it('begins anew with whatever is no cursor', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        const { known, reading } = asMetaCursor(kept);
        expect([typeof known, typeof reading]).toEqual(['object', 'object']);
      }),
    );
  });
});
