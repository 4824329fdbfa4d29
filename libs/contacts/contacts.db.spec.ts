import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  actions,
  anna,
  boss,
  codeOf,
  contacts,
  ends,
  exchange,
  history,
  named,
  post,
  query,
  startContacts,
  stopContacts,
} from './contacts.fixture.js';
import { nameOnly } from './contacts.service.js';
import { listSql } from './list-contacts.js';

beforeAll(startContacts);
afterAll(stopContacts);

describe('a contact', () => {
  it('holds accounts of several networks, each of which belongs to one contact only, on record', async () => {
    const [x, masto] = [await post('x', 'lea_m'), await post('mastodon', 'lea@mamot.fr')];
    const lea = await named('Léa Martin', [x.authorId]);
    await contacts.link(anna, lea.id, masto.authorId);
    const other = await named('Someone else');
    expect(await codeOf(contacts.link(anna, other.id, x.authorId))).toBe('author-linked');
    expect((await contacts.read(anna, lea.id)).authors.map(({ network }) => network)).toEqual([
      'mastodon',
      'x',
    ]);
    expect(await actions(lea.id)).toEqual(['contact.created', 'contact.author_linked']);
  });

  it('takes an account once when two people link it to two contacts at the same moment', async () => {
    const { authorId } = await post('x', 'wanted');
    const [a, b] = [await named('A'), await named('B')];
    const outcomes = await Promise.all([a, b].map(({ id }) => codeOf(contacts.link(anna, id, authorId))));
    expect(outcomes.sort()).toEqual(['author-linked', 'done']);
  });

  it('never holds an account of the training network unless it is of a drill itself', async () => {
    const drill = await post('training', 'actor');
    const real = await named('Real person');
    expect(await codeOf(contacts.link(anna, real.id, drill.authorId))).toBe('author-of-other-realm');
    const played = await named('Played person', [drill.authorId], 'training');
    expect(await codeOf(ends.merge(anna, real.id, { otherId: played.id, version: 1, otherVersion: 1 }))).toBe(
      'contact-of-other-realm',
    );
    // The database itself refuses, whatever the code does.
    await expect(
      query(
        `insert into contact_author (author_id, realm, contact_id, via) values ($1, 'live', $2, 'hand')`,
        [(await post('training', 'actor2')).authorId, real.id],
      ),
    ).rejects.toThrow('contact_author_author');
  });

  it('refuses a change on what somebody else has changed, and a reference that is taken', async () => {
    const given = { ...nameOnly('Ref'), crmSystem: 'hubspot', crmId: '1' };
    const kept = await contacts.create(anna, { ...given, realm: 'live', authorIds: [] });
    await contacts.change(anna, kept.id, kept.version, { ...given, organisation: 'ACME' });
    expect(await codeOf(contacts.change(anna, kept.id, kept.version, given))).toBe('contact-changed');
    expect(await codeOf(contacts.create(anna, { ...given, realm: 'live', authorIds: [] }))).toBe(
      'crm-reference-taken',
    );
  });

  it('shows e-mail, phone and note only to those who may see them', async () => {
    const fields = { ...nameOnly('Private'), email: 'p@example.org', phone: '+33 1 23', note: 'careful' };
    const { id } = await contacts.create(anna, { ...fields, realm: 'live', authorIds: [] });
    expect(await contacts.read(anna, id)).toMatchObject({ email: 'p@example.org', personal: true });
    expect(await contacts.read(boss, id)).toMatchObject({
      email: null,
      phone: null,
      note: null,
      personal: false,
    });
    expect(await exchange.export(boss, 'live')).not.toContain('p@example.org');
    const [entry] = await query(
      `select * from audit_entry where subject_id = $1 and subject_type = 'contact'`,
      [id],
    );
    expect(JSON.stringify(entry)).not.toMatch(/Private|example\.org|careful/);
  });

  it('tells the channels of a change with ids only, and of a drill nothing', async () => {
    const { id } = await contacts.create(anna, {
      ...nameOnly('Told'),
      email: 'told@example.org',
      crmSystem: 'crm',
      crmId: 'T-1',
      realm: 'live',
      authorIds: [],
    });
    const [notice] = await query(`select kind, params from notice where link = $1`, [`/contacts/${id}`]);
    expect(notice).toEqual({
      kind: 'contact.changed',
      params: {
        contact: id,
        version: 1,
        change: 'created',
        change_fr: 'créé',
        change_en: 'created',
        crmSystem: 'crm',
        crmId: 'T-1',
      },
    });
    const drill = await named('Drill', [], 'training');
    expect(await query(`select from notice where link = $1`, [`/contacts/${drill.id}`])).toEqual([]);
  });
});

describe('the history', () => {
  it('brings all accounts together, newest first, page by page, and is what a mention shows', async () => {
    const made = [];
    for (let n = 0; n < 5; n += 1)
      made.push(await post(n % 2 ? 'x' : 'mastodon', n % 2 ? 'ruth_w' : 'ruth@mamot.fr'));
    const contact = await named('Ruth White', [...new Set(made.map(({ authorId }) => authorId))]);
    await query(
      `insert into decision (mention_id, person_id, action, note, from_state, to_state, version_after)
       values ($1, $2, 'take', 'looking', 'new', 'in_progress', 2)`,
      [made[0]!.mentionId, anna.personId],
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await history.history(contact.id, { limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ kind, mentionId }) => `${kind} ${mentionId}`));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual([
      `decision ${made[0]!.mentionId}`,
      ...[...made].reverse().map(({ mentionId }) => `mention ${mentionId}`),
    ]);
    expect(await history.ofMention(made[4]!.mentionId)).toMatchObject({
      contact: { id: contact.id, name: 'Ruth White' },
      earlier: 4,
      open: 4,
      firstName: 'Ruth',
    });
    const stranger = await post('x', 'stranger');
    expect(await history.ofMention(stranger.mentionId)).toMatchObject({
      contact: null,
      earlier: 0,
      firstName: null,
    });
  });
});

describe('a long list', () => {
  it('is read along its indexes, with and without a search', async () => {
    await query(
      `insert into contact (realm, name, sort_name, search, crm_system, crm_id)
       select 'live', 'Person ' || n, 'person ' || lpad(n::text, 6, '0'), 'person ' || n || ' organisation ' || n % 997,
         'bulk', n::text from generate_series(1, 100000) n`,
    );
    await query('vacuum analyze contact');
    const plan = async (search?: string) => {
      const { sql, values } = listSql({ realm: 'live', limit: 50, ...(search ? { search } : {}) });
      const rows: { 'QUERY PLAN': string }[] = await query(`explain (analyze, buffers) ${sql}`, values);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const all = await plan();
    expect(all).toContain('contact_by_name');
    expect(all).not.toMatch(/Seq Scan on contact\b/);
    const found = await plan('person 77123');
    expect(found).toContain('contact_search');
    expect(found).not.toMatch(/Seq Scan on contact\b/);
    const common = await plan('person');
    expect(common).not.toMatch(/Seq Scan on contact\b/);
    const pages = await contacts.list({ realm: 'live', search: 'organisation 55', limit: 200 });
    expect(pages.items.length).toBe(200);
    const next = await contacts.list({
      realm: 'live',
      search: 'organisation 55',
      limit: 200,
      cursor: pages.next!,
    });
    expect(next.items.some(({ id }) => pages.items.some((one) => one.id === id))).toBe(false);
  });
});
