import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concerns, cursorFrom, holdsAll, postEvent, wordsOf } from './jetstream-event.js';

const OWN = 'did:plc:lumen';
const commit = (record: unknown, operation = 'create') =>
  JSON.stringify({
    did: 'did:plc:ana',
    time_us: 1_764_000_000_000_000,
    kind: 'commit',
    commit: { operation, collection: 'app.bsky.feed.post', rkey: '3k', record },
  });
const recordOf = (record: unknown) => postEvent(commit(record))!.post!.record;
const ours = { uri: `at://${OWN}/app.bsky.feed.post/1`, cid: 'b' };
const theirs = { uri: 'at://did:plc:other/app.bsky.feed.post/1', cid: 'b' };

describe('an event of the stream', () => {
  it('names the post by its lasting address, also when it is taken back', () => {
    expect(postEvent(commit(undefined, 'delete'))).toMatchObject({
      timeUs: 1_764_000_000_000_000,
      post: { uri: 'at://did:plc:ana/app.bsky.feed.post/3k', deleted: true },
    });
  });

  it('of an account or an identity only says how late it is', () => {
    expect(postEvent(JSON.stringify({ did: OWN, time_us: 7, kind: 'identity', identity: {} }))).toEqual({
      timeUs: 7,
      post: null,
    });
  });

  it('whatever it is, breaks nothing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void postEvent(text)));
    fc.assert(fc.property(fc.jsonValue(), (record) => void concerns(recordOf(record), OWN)));
  });

  it.each([
    [
      { text: '@lumen', facets: [{ features: [{ $type: 'app.bsky.richtext.facet#mention', did: OWN }] }] },
      true,
    ],
    [{ text: 'so it is', reply: { root: ours, parent: theirs } }, true],
    [{ text: 'so it is', reply: { root: theirs, parent: ours } }, true],
    [{ text: 'look', embed: { $type: 'app.bsky.embed.record', record: ours } }, true],
    [{ text: 'look', embed: { $type: 'app.bsky.embed.recordWithMedia', record: { record: ours } } }, true],
    [{ text: 'lumen', reply: { root: theirs, parent: theirs } }, false],
    [{ text: 'lumen', facets: [{ features: [{ uri: 'https://lumen.example' }] }] }, false],
    [{ text: 7, facets: 'none', reply: [], embed: { record: null } }, false],
  ])('%j concerns our account: %s', (record, expected) => {
    expect(concerns(recordOf(record), OWN)).toBe(expected);
  });
});

describe('the words of a search', () => {
  it.each([
    ['Lumen refund', ['lumen', 'refund']],
    ['"train line" lumen', ['train line', 'lumen']],
    ['lumen lang:fr from:ana.example since:2026-01-01 -bus -"night bus"', ['lumen']],
    ['#Lumen', ['#lumen']],
    ['https://lumen.example', ['https://lumen.example']],
    ['from:ana.example', []],
    ['…', []],
  ])('%s are %j', (search, expected) => {
    expect(wordsOf(search)).toEqual(expected);
  });

  it('are looked for in any case, and all of them', () => {
    expect(holdsAll(['lumen', 'train line'], recordOf({ text: 'LUMEN, this Train line!' }))).toBe(true);
    expect(holdsAll(['lumen', 'train line'], recordOf({ text: 'Lumen and its trains' }))).toBe(false);
  });
});

it('a connection goes on a little before what was stored, at most an hour back, and never in the future', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  fc.assert(
    fc.property(fc.nat(9_007_199_254_740_991), (mark) => {
      const cursor = Number(cursorFrom(String(mark), now)) / 1000;
      expect(cursor).toBeLessThanOrEqual(now.getTime() - 5000);
      expect(cursor).toBeGreaterThanOrEqual(now.getTime() - 3_600_000);
      if (mark / 1000 > now.getTime() - 3_590_000) expect(cursor).toBeLessThanOrEqual(mark / 1000 - 4999);
    }),
  );
  expect(cursorFrom(null, now)).toBeNull();
  expect(cursorFrom('yesterday', now)).toBeNull();
});
