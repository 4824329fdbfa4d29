import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapRecord } from './map-record.js';
import { MappingInvalid, readMapping } from './mapping.js';

const fields = { network: { value: 'x' }, externalId: 'id', text: 'text', publishedAt: 'at' };
const mapping = (more: object = {}) =>
  readMapping(JSON.stringify({ name: 'm', format: 'jsonl', fields, ...more }));
const post = { id: '1', text: 'Bonjour', at: '2026-11-24T09:30:00+01:00' };
const only = (record: unknown, more: object = {}) => mapRecord(mapping(more), record, 'live', '7')[0];

describe('a record of a file', () => {
  it('becomes a mention by its mapping', () => {
    expect(only(post)).toMatchObject({
      ok: true,
      mention: {
        realm: 'live',
        importId: '7',
        network: 'x',
        externalId: '1',
        text: 'Bonjour',
        publishedAt: new Date('2026-11-24T08:30:00Z'),
      },
    });
  });

  it('gives as many mentions as its list holds, with what the record says of all of them', () => {
    const record = { company: 'Lumen', posts: [post, { ...post, id: '2', by: 'agent' }] };
    const items = mapRecord(
      mapping({
        items: 'posts',
        fields: { ...fields, own: { path: 'by', equals: 'agent' }, conversationKey: '$.posts.0.id' },
        extra: { company: '$.company' },
      }),
      record,
      'live',
      '7',
    );
    expect(items).toMatchObject([
      { mention: { externalId: '1', own: false, conversationKey: '1', extra: { company: 'Lumen' } } },
      { mention: { externalId: '2', own: true, conversationKey: '1' } },
    ]);
  });

  it.each([
    ['2026-11-24T09:30:00Z', '2026-11-24T09:30:00.000Z'],
    ['2026-11-24 09:30:00', '2026-11-24T09:30:00.000Z'],
    ['2026-11-24 09:30 +0200', '2026-11-24T07:30:00.000Z'],
    ['2026-11-24', '2026-11-24T00:00:00.000Z'],
  ])('reads the time %s', (at, expected) => {
    const item = only({ ...post, at });
    expect(item?.ok && item.mention.publishedAt.toISOString()).toBe(expected);
  });

  it.each([
    [{ ...post, at: 'yesterday' }, 'at', /^is not a date and time/],
    [{ ...post, at: '2026-13-45T00:00:00Z' }, 'at', /^is not a date and time/],
    [{ ...post, edited: 'later' }, 'edited', /^is not a date and time/],
    [{ ...post, text: ['a'] }, 'text', /^is not a text/],
    [{ ...post, id: 2 ** 60 }, 'id', /write it in quotes/],
  ])('is refused with the place in the file and the reason', (record, field, reason) => {
    const all = { fields: { ...fields, editedAt: 'edited' } };
    expect(only(record, all)).toMatchObject({ ok: false, field, reason: expect.stringMatching(reason) });
  });

  it('says when its author changed it, in the form that the mapping tells', () => {
    const changed = (edited: unknown, source: unknown) => {
      const item = only({ ...post, edited }, { fields: { ...fields, editedAt: source } });
      return item?.ok ? item.mention.editedAt : undefined;
    };
    expect(changed('2026-11-24T10:00:00Z', 'edited')).toEqual(new Date('2026-11-24T10:00:00Z'));
    expect(changed(1_795_000_000, { path: 'edited', time: 'seconds' })).toEqual(new Date(1_795_000_000_000));
    expect(changed('', 'edited')).toBeUndefined();
  });

  it('takes the first place that holds something', () => {
    const source = { 'author.name': ['name', 'author.display', '$.fallback'] };
    const named = (record: object) => {
      const item = only({ ...post, ...record }, { fields: { ...fields, ...source } });
      return item?.ok ? item.mention.author?.name : undefined;
    };
    expect(named({ name: '', author: { display: 'Anna' } })).toBe('Anna');
    expect(named({ fallback: 'B' })).toBe('B');
    expect(named({})).toBeUndefined();
  });

  it('never makes the mapping fail, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything(), (record) => {
        const items = mapRecord(mapping({ items: 'posts' }), record, 'live', '7');
        expect(items.length).toBeGreaterThan(0);
        expect(mapRecord(mapping(), record, 'live', '7')).toHaveLength(1);
      }),
    );
  });
});

describe('a mapping', () => {
  it.each([
    ['{', /is not JSON/],
    [JSON.stringify({ name: 'm', format: 'xml', fields }), /^format/],
    [
      JSON.stringify({ name: 'm', format: 'csv', fields: { ...fields, publishedAt: undefined } }),
      /publishedAt/,
    ],
    [JSON.stringify({ name: 'm', format: 'csv', fields: { ...fields, colour: 'c' } }), /^fields/],
    [JSON.stringify({ name: 'm', format: 'csv', fields, more: 1 }), /more/],
  ])('that is wrong is refused with the part at fault', (text, reason) => {
    expect(() => readMapping(text)).toThrow(MappingInvalid);
    expect(() => readMapping(text)).toThrow(reason);
  });
});
