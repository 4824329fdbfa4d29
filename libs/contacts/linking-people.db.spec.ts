import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drainQueue, type IncomingMention, storePage } from '#mentions';
import {
  actions,
  anna,
  codeOf,
  compareAll,
  contacts,
  ends,
  named,
  open,
  post,
  proposals,
  query,
  space,
  startContacts,
  stopContacts,
} from './contacts.fixture.js';
import { nameOnly } from './contacts.service.js';

beforeAll(startContacts);
afterAll(stopContacts);

describe('authors', () => {
  it('are one row each, whatever the capitals, renamed by their newest post, and own posts have none', async () => {
    const first = await post('x', '@Zoe_L', { author: { name: 'Zoé' } });
    const second = await post('x', 'zoe_l', { author: { name: 'Zoé L.' } });
    const own = await post('x', 'our_account', { own: true });
    const nobody = await post('feed', null, { author: { name: 'Someone' } });
    expect(second.authorId).toBe(first.authorId);
    expect([own.authorId, nobody.authorId]).toEqual([null, null]);
    expect(await query('select key, name from author where id = $1', [first.authorId])).toEqual([
      { key: 'zoe_l', name: 'Zoé L.' },
    ]);
  });

  it('come out right when many pages bring the same new ones at once', async () => {
    const pages = Array.from({ length: 6 }, (_, page) =>
      Array.from({ length: 20 }, (_, place): IncomingMention => ({
        realm: 'live',
        network: 'x',
        externalId: `at-once-${page}-${place}`,
        author: { handle: `crowd${(place * 7 + page) % 20}`, name: `Crowd ${page % 2}` },
        text: 'all at once',
        publishedAt: new Date(Date.UTC(2026, 8, 2)),
      })),
    );
    await Promise.all(pages.map((page) => storePage(space.dataSource, page)));
    const [{ rows, posts: linked }] = await query(
      `select count(distinct a.id)::int as rows, count(*)::int as posts from mention m join author a on a.id = m.author_id
       where a.key like 'crowd%' and a.key = lower(m.author_handle)`,
    );
    expect([rows, linked]).toEqual([20, 120]);
    await drainQueue(space.dataSource);
  });
});

describe('merging and splitting', () => {
  it('moves every account, loses nothing, and comes apart again without being proposed anew', async () => {
    const [x, masto] = [
      await post('x', 'omar_benali', { author: { name: 'Omar Benali' } }),
      await post('mastodon', 'omar_benali@mamot.fr', { author: { name: 'Omar Benali' } }),
    ];
    const a = await named('Omar', [x.authorId]);
    const b = await contacts.create(anna, {
      ...nameOnly('Omar B.'),
      email: 'omar@example.org',
      crmSystem: 'crm',
      crmId: 'O-1',
      realm: 'live',
      authorIds: [masto.authorId],
    });
    const merge = { otherId: b.id, version: a.version, otherVersion: b.version };
    const outcomes = await Promise.all([
      codeOf(ends.merge(anna, a.id, merge)),
      codeOf(ends.merge(anna, a.id, merge)),
    ]);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    const merged = await contacts.read(anna, a.id);
    expect(merged).toMatchObject({ name: 'Omar', email: 'omar@example.org', crmId: 'O-1' });
    expect(merged.absorbed).toMatchObject([{ id: b.id, name: 'Omar B.', email: 'omar@example.org' }]);
    expect(merged.authors).toHaveLength(2);
    expect(await contacts.read(anna, b.id)).toMatchObject({ mergedInto: a.id });
    expect(await codeOf(contacts.link(anna, b.id, x.authorId))).toBe('contact-gone');

    const made = await contacts.split(anna, a.id, {
      name: 'Other Omar',
      authorIds: [masto.authorId],
      version: merged.version,
    });
    expect(made.authors.map(({ id }) => id)).toEqual([masto.authorId]);
    await contacts.unlink(anna, made.id, masto.authorId);
    await query('update author set to_compare = true where id = any($1)', [[x.authorId, masto.authorId]]);
    await compareAll();
    expect(await open(x.authorId)).toEqual([]);
    expect(await actions(a.id)).toEqual(['contact.created', 'contact.merged', 'contact.split']);
  });
});

describe('proposals', () => {
  const pair = async (name: string) => {
    const handle = name.toLowerCase().replace(' ', '_');
    const x = await post('x', handle, { author: { name } });
    const masto = await post('mastodon', `${handle}@mamot.fr`, { author: { name } });
    await compareAll();
    return { x: x.authorId, masto: masto.authorId };
  };

  it('are found as authors arrive, with reasons, and link nobody by themselves', async () => {
    const { x, masto } = await pair('Nora Petit');
    const [proposal] = await open(x);
    expect(proposal).toMatchObject({
      confidence: 'very_likely',
      reasons: [
        { reason: 'same_handle', value: 'norapetit' },
        { reason: 'same_name', value: 'nora petit' },
      ],
      contact: null,
    });
    expect(await query('select from contact_author where author_id = any($1)', [[x, masto]])).toEqual([]);
  });

  it('make one contact when confirmed, however many confirm', async () => {
    const { x } = await pair('Hugo Leroy');
    const [proposal] = await open(x);
    const outcomes = await Promise.all(
      [1, 2].map(() => codeOf(proposals.decide(anna, proposal!.id, { decision: 'confirm' }))),
    );
    expect(outcomes.sort()).toEqual(['done', 'proposal-decided']);
    const [row] = await query('select contact_id from contact_author where author_id = $1', [x]);
    expect(await contacts.read(anna, row.contact_id)).toMatchObject({
      name: 'Hugo Leroy',
      authors: [{}, {}],
    });
    expect(await open(x)).toEqual([]);
  });

  it('add to the contact that one of them has, and disappear when both have one', async () => {
    const { x, masto } = await pair('Ines Roux');
    const contact = await named('Inès', [x]);
    const [proposal] = await open(masto);
    expect(proposal!.contact).toEqual({ id: contact.id, name: 'Inès' });
    expect(await proposals.decide(anna, proposal!.id, { decision: 'confirm' })).toEqual({
      contactId: contact.id,
    });
    const second = await pair('Jules Faure');
    await named('One', [second.x]);
    const [late] = await open(second.x);
    await named('Two', [second.masto]);
    expect(await open(second.x)).toEqual([]);
    expect(await codeOf(proposals.decide(anna, late!.id, { decision: 'confirm' }))).toBe(
      'authors-in-two-contacts',
    );
  });

  it('stay dismissed when the authors are compared again', async () => {
    const { x, masto } = await pair('Tom Girard');
    const [proposal] = await open(x);
    await proposals.decide(anna, proposal!.id, { decision: 'dismiss' });
    await query('update author set to_compare = true where id = any($1)', [[x, masto]]);
    await compareAll();
    expect(await open(x)).toEqual([]);
  });

  it('are taken back when a change of name makes them groundless', async () => {
    const first = await post('x', 'aa1', { author: { name: 'Common Name' } });
    await post('mastodon', 'bb2@mamot.fr', { author: { name: 'Common Name' } });
    await compareAll();
    expect(await open(first.authorId)).toHaveLength(1);
    await post('x', 'aa1', { author: { name: 'Quite Different' } });
    await compareAll();
    expect(await open(first.authorId)).toEqual([]);
  });
});
