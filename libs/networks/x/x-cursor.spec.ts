import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  afterPage,
  afterSearchPage,
  asXCursor,
  atSearch,
  OVERLAP_MS,
  postIdAt,
  startOf,
  timeOfPost,
  type XCursor,
} from './x-cursor.js';

const NOW = new Date('2026-11-25T12:00:00Z');
const HOUR = 3_600_000;
const idBefore = (ms: number) => postIdAt(NOW.getTime() - ms);
const moments = fc.integer({ min: 0, max: 30 * 24 * HOUR });

describe('the id of a post', () => {
  it('holds the moment at which X gave it', () => {
    // The worked example of en.wikipedia.org/wiki/Snowflake_ID.
    expect(new Date(timeOfPost('1541815603606036480')).toISOString()).toBe('2022-06-28T16:07:40.105Z');
    fc.assert(
      fc.property(moments, (ago) => {
        expect(timeOfPost(idBefore(ago))).toBe(NOW.getTime() - ago);
      }),
    );
  });
});

describe('reading on', () => {
  it('takes one page at first, whatever more there is', () => {
    const step = afterPage(asXCursor(null), { ids: [idBefore(5), idBefore(9)], next: 'more' }, NOW);
    expect(step).toEqual({ cursor: { since: idBefore(5), newest: null, token: null }, more: false });
  });

  it('moves its place only when the last page is read, to the newest of all pages in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(moments, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        (pages) => {
          const since = idBefore(31 * 24 * HOUR);
          let cursor = asXCursor({ since });
          pages.forEach((page, place) => {
            expect(cursor.since).toBe(since);
            const next = place < pages.length - 1 ? `page-${place}` : null;
            const step = afterPage(cursor, { ids: page.map(idBefore), next }, NOW);
            expect(step.more).toBe(next !== null);
            cursor = step.cursor;
          });
          expect(cursor).toEqual({ since: idBefore(Math.min(...pages.flat())), newest: null, token: null });
        },
      ),
    );
  });

  it('ends when X gives the same page for ever', () => {
    const cursor = { since: idBefore(HOUR), newest: null, token: 'same' };
    expect(afterPage(cursor, { ids: [idBefore(5)], next: 'same' }, NOW).more).toBe(false);
  });

  it('is not led into the future by a wrong clock', () => {
    const { cursor } = afterPage(
      asXCursor(null),
      { ids: [postIdAt(NOW.getTime() + 24 * HOUR)], next: null },
      NOW,
    );
    expect(timeOfPost(cursor.since!)).toBeLessThanOrEqual(NOW.getTime() + 1);
  });

  it('never goes back', () => {
    const cursor = asXCursor({ since: idBefore(5) });
    expect(afterPage(cursor, { ids: [idBefore(500)], next: null }, NOW).cursor.since).toBe(idBefore(5));
    expect(afterPage(cursor, { ids: [], next: null }, NOW).cursor.since).toBe(idBefore(5));
  });

  it('begins a little behind what is known, and a search no earlier than X lets it', () => {
    expect(startOf(null, NOW, true)).toEqual({});
    expect(startOf(idBefore(HOUR), NOW, true)).toEqual({ since_id: idBefore(HOUR + OVERLAP_MS) });
    const old = idBefore(9 * 24 * HOUR);
    expect(startOf(old, NOW, false)).toHaveProperty('since_id');
    expect(startOf(old, NOW, true)).toEqual({ start_time: '2026-11-18T13:00:00Z' });
  });

  it('reads nothing from a cursor that is not one', () => {
    for (const kept of [null, {}, { since: 'x', newest: 3, token: '' }]) {
      expect(asXCursor(kept)).toEqual({ since: null, newest: null, token: null });
    }
  });
});

describe('several searches', () => {
  const since = idBefore(31 * 24 * HOUR);

  it('are read to their end, one after the other, before their newest post counts as known', () => {
    const pages = fc.array(fc.array(moments, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(pages, { minLength: 1, maxLength: 4 }), (searches) => {
        let cursor: XCursor = asXCursor({ since });
        const read: string[] = [];
        for (let turn = 0, more = true; more; turn++) {
          expect(cursor.since).toBe(since);
          // Kept between the turns, as a crash would have it.
          const at = atSearch(asXCursor(JSON.parse(JSON.stringify(cursor))), 'these');
          const place = Number(at.token?.slice(5) ?? 0);
          const search = searches[at.search.at]!;
          const ids = search[place]!.map(idBefore);
          read.push(...ids);
          const next = place + 1 < search.length ? `page ${place + 1}` : null;
          ({ cursor, more } = afterSearchPage(at, { ids, next }, { now: NOW, searches: searches.length }));
          expect(turn).toBeLessThan(20);
        }
        const all = searches.flat(2).map(idBefore);
        expect(read).toEqual(all);
        expect(cursor.since).toBe(all.reduce((newest, id) => (BigInt(id) > BigInt(newest) ? id : newest)));
        expect(cursor.search?.at).toBe(0);
      }),
    );
  });

  it('are begun anew when they have changed on the way, from what was known before', () => {
    const under = asXCursor({ since, newest: idBefore(5), token: 'b', search: { at: 2, of: 'those' } });
    expect(atSearch(under, 'those')).toEqual(under);
    expect(atSearch(under, 'others')).toEqual({
      since,
      newest: idBefore(5),
      token: null,
      search: { at: 0, of: 'others' },
    });
  });

  it('take one page each at first', () => {
    const first = atSearch(asXCursor(null), 'these');
    const step = afterSearchPage(first, { ids: [idBefore(5)], next: 'more' }, { now: NOW, searches: 2 });
    expect(step).toMatchObject({ more: true, cursor: { since: null, token: null, search: { at: 1 } } });
    const second = atSearch(step.cursor, 'these');
    const last = afterSearchPage(second, { ids: [idBefore(9)], next: 'more' }, { now: NOW, searches: 2 });
    expect(last).toMatchObject({ more: false, cursor: { since: idBefore(5), search: { at: 0 } } });
  });
});
