import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { clearAuthorsOf, drainQueue, type IncomingMention, storePage } from '#mentions';
import type { Actor } from '#platform/http';
import { type SpecWorkspace, specWorkspace } from '../mentions/workspace.fixture.js';
import { ContactsService, nameOnly } from './contacts.service.js';
import { readContacts } from './exchange-csv.js';
import { ContactExchangeService } from './exchange.service.js';
import { findProposals } from './find-proposals.js';
import { ContactHistoryService } from './history.service.js';
import { listSql } from './list-contacts.js';
import { MergeAndEraseService } from './merge-and-erase.service.js';
import { ProposalsService } from './proposals.service.js';

jest.setTimeout(60_000);

let space: SpecWorkspace;
let anna: Actor;
let boss: Actor;
let contacts: ContactsService;
let ends: MergeAndEraseService;
let proposals: ProposalsService;
let history: ContactHistoryService;
let exchange: ContactExchangeService;
let posts = 0;

beforeAll(async () => {
  space = await specWorkspace();
  anna = await space.person('Anna', 'community_manager');
  boss = await space.person('Root', 'administrator');
  contacts = new ContactsService(space.dataSource);
  ends = new MergeAndEraseService(space.dataSource);
  proposals = new ProposalsService(space.dataSource);
  history = new ContactHistoryService(space.dataSource);
  exchange = new ContactExchangeService(space.dataSource);
}, 120_000);
afterAll(() => space?.close());

const query = (sql: string, values: unknown[] = []) => space.dataSource.query(sql, values);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

/** One post by an account; returns the mention and the author. */
async function post(network: string, handle: string | null, given: Partial<IncomingMention> = {}) {
  posts += 1;
  const [outcome] = await storePage(space.dataSource, [
    {
      realm: network === 'training' ? 'training' : 'live',
      network,
      externalId: `contact-post-${posts}`,
      author: { handle, name: given.author?.name ?? null, url: given.author?.url ?? null },
      text: `Where is my bus, post ${posts}?`,
      publishedAt: new Date(Date.UTC(2026, 8, 1, 8, posts)),
      ...(given.text === undefined ? {} : { text: given.text }),
      ...(given.own === undefined ? {} : { own: given.own }),
    },
  ]);
  await drainQueue(space.dataSource);
  if (!outcome || outcome.outcome !== 'stored') throw new Error(JSON.stringify(outcome));
  const [row] = await query('select author_id from mention where id = $1', [outcome.mentionId]);
  return { mentionId: outcome.mentionId, authorId: row.author_id as string };
}
const named = (name: string, authorIds: string[] = [], realm: 'live' | 'training' = 'live') =>
  contacts.create(anna, { ...nameOnly(name), realm, authorIds });
const actions = async (contactId: string) =>
  (
    await query(
      `select action from audit_entry where subject_type = 'contact' and subject_id = $1 order by position`,
      [contactId],
    )
  ).map(({ action }: { action: string }) => action);
async function compareAll() {
  while ((await findProposals(space.dataSource)) > 0);
}
const open = async (authorId: string) => (await proposals.list({ realm: 'live', authorId, limit: 20 })).items;

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

describe('erasing', () => {
  it('takes everything personal away, here and in what was merged, keeps the figures and the fact', async () => {
    const x = await post('x', 'forget_me', { author: { name: 'Forget Me' } });
    const a = await contacts.create(anna, {
      ...nameOnly('Forget Me'),
      email: 'forget@example.org',
      crmSystem: 'crm',
      crmId: 'F-1',
      realm: 'live',
      authorIds: [x.authorId],
    });
    const b = await named('Forget Me Too');
    const merged = await ends.merge(anna, a.id, {
      otherId: b.id,
      version: a.version,
      otherVersion: b.version,
    });
    await compareAll();
    const before = await query('select count(*) from mention');
    const erased = await ends.erase(anna, a.id, { version: merged.version, authors: true });
    expect(erased).toMatchObject({ name: '', email: null, crmId: null, authors: [], absorbed: [] });
    const texts = await query(
      `select row_to_json(t)::text as text from (
         select c.* from contact c where id = any($1::bigint[])) t
       union all select row_to_json(a)::text from author a where id = $2
       union all select row_to_json(m)::text from mention m where author_id = $2
       union all select row_to_json(d)::text from author_day d
       union all select row_to_json(p)::text from contact_proposal p where $2 in (first_author_id, second_author_id)
       union all select row_to_json(e)::text from audit_entry e where subject_type = 'contact'`,
      [[a.id, b.id], x.authorId],
    );
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.map(({ text }: { text: string }) => text).join('\n')).not.toMatch(/forget/i);
    expect(await query('select count(*) from mention')).toEqual(before);
    expect((await actions(a.id)).at(-1)).toBe('contact.erased');
    expect(await codeOf(contacts.change(anna, a.id, erased.version, nameOnly('Back')))).toBe('contact-gone');
    // The same account, should it post again, is a new author.
    expect((await post('x', 'forget_me')).authorId).not.toBe(x.authorId);
  });

  it('of posts by their network clears the author once no post with the name is left', async () => {
    const first = await post('x', 'deleter', { author: { name: 'Del Eter' } });
    const second = await post('x', 'deleter', { author: { name: 'Del Eter' } });
    const { manager } = space.dataSource;
    const erase = (mentionId: string) =>
      query('update mention set author_handle = null, author_name = null, author_url = null where id = $1', [
        mentionId,
      ]);
    await erase(first.mentionId);
    await clearAuthorsOf(manager, [first.mentionId]);
    expect(await query('select name from author where id = $1', [first.authorId])).toEqual([
      { name: 'Del Eter' },
    ]);
    await erase(second.mentionId);
    await clearAuthorsOf(manager, [second.mentionId]);
    expect(await query('select name, handle, url from author where id = $1', [first.authorId])).toEqual([
      { name: null, handle: null, url: null },
    ]);
  });
});

describe('a file', () => {
  it('does exactly what its dry run showed, all of it or nothing', async () => {
    const file = readContacts(
      new TextEncoder().encode(
        'crm_system,crm_id,name,email,accounts\ncsv,1,File One,one@example.org,x:file_one\ncsv,2,File Two,,\ncsv,3,,,',
      ),
    );
    const plan = await exchange.plan('live', file);
    expect(plan.counts).toEqual({ new: 2, changed: 0, same: 0, refused: 1 });
    expect(await query(`select from contact where crm_system = 'csv'`)).toEqual([]);
    expect(await codeOf(exchange.apply(anna, 'live', file, 'f'.repeat(64)))).toBe('contacts-changed');
    await exchange.apply(anna, 'live', file, plan.planHash);
    // The account had not posted before: its first post finds the contact.
    const { mentionId } = await post('x', 'File_One');
    expect((await history.ofMention(mentionId)).contact).toMatchObject({ name: 'File One' });
    const again = await exchange.plan('live', file);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, refused: 1 });
    expect(await codeOf(exchange.apply(anna, 'live', file, again.planHash))).toBe('nothing-to-import');
    const [out] = (await exchange.export(anna, 'live'))
      .split('\r\n')
      .filter((line) => line.includes('File One'));
    expect(out).toContain('csv,1,File One,,,one@example.org,,,x:file_one');
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
