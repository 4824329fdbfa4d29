import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import type { MentionFilter, MentionSummary } from '#contract/mentions';
import type { Actor } from '#platform/http';
import { drainQueue } from './drain-queue.js';
import { storePage } from './intake.js';
import { COUNT_CEILING, countStates } from './mention-counts.js';
import { listPage, type ListRequest } from './mention-list.js';
import type { MentionSort } from './mention-order.js';
import { MentionsService } from './mentions.service.js';
import { incoming, specWorkspace, type SpecWorkspace } from './workspace.fixture.js';

let workspace: SpecWorkspace;
let mentions: MentionsService;
let camille: Actor;

const MANY = 50_000;
const STATES = ['new', 'in_progress', 'answered', 'escalated', 'no_reply'];

beforeAll(async () => {
  workspace = await specWorkspace();
  mentions = new MentionsService(workspace.dataSource);
  camille = await workspace.person('Camille', 'community_manager');
  const { dataSource } = workspace;
  for (const month of ['2026-04', '2026-05', '2026-06']) {
    await dataSource.query(`select ensure_mention_partition($1::timestamptz)`, [`${month}-01T00:00:00Z`]);
  }
  // Three months, most of it handled already, as an installation looks after a while.
  await dataSource.query(
    `insert into mention_identity (mention_id, network, external_id, published_at)
     select n, case when n % 10 = 0 then 'training' else 'x' end, 'bulk-' || n,
       timestamptz '2026-06-30T00:00:00Z' - n * interval '150 seconds'
     from generate_series(1, ${MANY}) n`,
  );
  await dataSource.query(
    `insert into mention (id, published_at, realm, network, external_id, author_name, text, state, assignee_id, level, severity,
       language, language_known, assessment, assessed_at, own, search)
     select mention_id, published_at, case when network = 'training' then 'training' else 'live' end, network, external_id,
       'Author ' || mention_id % 500, 'text ' || mention_id || case when mention_id % 401 = 0 then ' remboursement' else '' end,
       case when mention_id % 20 = 1 then 'new' when mention_id % 1000 = 2 then 'in_progress'
         when mention_id % 50 = 3 then 'escalated' when mention_id % 2 = 0 then 'answered' else 'no_reply' end,
       case when mention_id % 1000 = 2 then $1::bigint end,
       case when mention_id % 300 = 1 then 3 when mention_id % 17 = 1 then 2 else mention_id % 2 end, 10, 'fr', true,
       '{"reasons": [{"part": "sentiment", "code": "s", "weight": 2}, {"part": "harm", "code": "h", "weight": 20}]}',
       now(), mention_id % 97 = 0,
       to_tsvector('passerelle_fr', 'Author ' || mention_id % 500 || ' text ' || mention_id
         || case when mention_id % 401 = 0 then ' remboursement' else '' end)
     from mention_identity`,
    [camille.personId],
  );
  await dataSource.query(
    // One's own posts belong to no topic.
    `insert into mention_topic (topic_id, published_at, mention_id)
     select t.id, m.published_at, m.id from mention m cross join lateral (
       select 1 + m.id % 3 as id where m.id % 5 = 1
       union all select 9 where m.id % 2000 = 1 union all select 5 where m.id % 3 = 1
     ) t where not m.own`,
  );
  await dataSource.query(`select setval(pg_get_serial_sequence('mention_identity', 'mention_id'), 1000000)`);
  await dataSource.query(`analyze`);
}, 120_000);
afterAll(() => workspace?.close());

const request = (given: Partial<ListRequest> = {}): ListRequest => ({ sort: 'newest', limit: 50, ...given });

async function all(given: Partial<ListRequest>, pages = 50): Promise<MentionSummary[]> {
  const items: MentionSummary[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const read = await mentions.list(camille, request({ limit: 37, ...given, cursor }));
    items.push(...read.items);
    if (read.next === null) break;
    cursor = read.next;
  }
  return items;
}

describe('the inbox', () => {
  const sorts: [MentionSort, (a: MentionSummary, b: MentionSummary) => number][] = [
    ['newest', (a, b) => b.publishedAt.localeCompare(a.publishedAt) || Number(b.id) - Number(a.id)],
    ['oldest', (a, b) => a.publishedAt.localeCompare(b.publishedAt) || Number(a.id) - Number(b.id)],
    [
      'urgent',
      (a, b) =>
        b.level - a.level || b.publishedAt.localeCompare(a.publishedAt) || Number(b.id) - Number(a.id),
    ],
  ];
  const filters: [string, MentionFilter, string][] = [
    ['nothing', { from: '2026-06-28T00:00:00Z' }, `published_at >= '2026-06-28'`],
    ['one state', { realm: 'live', state: ['in_progress'] }, `realm = 'live' and state = 'in_progress'`],
    [
      'several states of both realms',
      { state: ['in_progress', 'escalated'], level: [1, 3], to: '2026-06-20T00:00:00Z' },
      `state in ('in_progress', 'escalated') and level in (1, 3) and published_at < '2026-06-20'`,
    ],
    [
      'a topic',
      { realm: 'live', topicId: ['9'] },
      `realm = 'live' and exists (select from mention_topic t where t.mention_id = mention.id and topic_id = 9)`,
    ],
    [
      'several topics, each mention once',
      { state: ['new'], topicId: ['1', '9'], from: '2026-06-20T00:00:00Z' },
      `state = 'new' and published_at >= '2026-06-20'
        and exists (select from mention_topic t where t.mention_id = mention.id and topic_id in (1, 9))`,
    ],
    [
      'a common topic',
      { realm: 'live', state: ['new', 'in_progress'], topicId: ['5'] },
      `realm = 'live' and state in ('new', 'in_progress') and id % 3 = 1`,
    ],
    ['what is mine', { assignee: 'me' }, `assignee_id is not null`],
    [
      'what is nobody’s',
      { assignee: 'none', state: ['in_progress'] },
      `assignee_id is null and state = 'in_progress'`,
    ],
    [
      'those whose answer is ready',
      { realm: 'live', request: 'ready' },
      `exists (select from answer_request_mention r where r.mention_id = mention.id and r.request_state = 'ready')`,
    ],
    [
      'levels',
      { realm: 'live', level: [2, 3], state: ['new'] },
      `realm = 'live' and state = 'new' and level in (2, 3)`,
    ],
    [
      'a topic and levels',
      { realm: 'live', topicId: ['1', '5'], level: [2, 3] },
      `realm = 'live' and level in (2, 3) and exists (
        select from mention_topic t where t.mention_id = mention.id and topic_id in (1, 5))`,
    ],
    ['a search', { search: 'rembours', realm: 'live' }, `realm = 'live' and text like '%remboursement%'`],
    [
      'a search for what nearly all say',
      { search: 'text', realm: 'live', from: '2026-06-28T00:00:00Z' },
      `realm = 'live' and published_at >= '2026-06-28'`,
    ],
    [
      'a search within states and levels',
      { search: 'rembours', state: ['answered', 'no_reply'], level: [0, 1] },
      `state in ('answered', 'no_reply') and level in (0, 1) and text like '%remboursement%'`,
    ],
    [
      'a search within a time',
      { search: 'rembours', from: '2026-05-01T10:20:30Z', to: '2026-06-02T03:04:05Z' },
      `text like '%remboursement%' and published_at >= '2026-05-01T10:20:30Z' and published_at < '2026-06-02T03:04:05Z'`,
    ],
    [
      'a search within topics',
      { search: 'rembours', topicId: ['5', '9'] },
      `text like '%remboursement%' and exists (
        select from mention_topic t where t.mention_id = mention.id and topic_id in (5, 9))`,
    ],
    [
      'a search for a rare word and the beginning of a frequent one',
      { search: 'remboursement te', realm: 'live' },
      `realm = 'live' and text like '%remboursement%'`,
    ],
    [
      'a search for a rare word and a letter that is no word in French',
      { search: 'remboursement d', state: ['answered', 'no_reply'] },
      `state in ('answered', 'no_reply') and text like '%remboursement%'`,
    ],
    [
      'a search for what is a word in one language only, and a beginning',
      { search: 'le rembours', topicId: ['5', '9'] },
      `text like '%remboursement%' and exists (
        select from mention_topic t where t.mention_id = mention.id and topic_id in (5, 9))`,
    ],
    ['a search for what nobody said', { search: 'zeppelin' }, 'false'],
  ];
  /** Filters that nothing of this workspace passes. */
  const NONE_EXPECTED = new Set([
    'what is nobody’s',
    'those whose answer is ready',
    'a search for what nobody said',
  ]);
  for (const [sort, order] of sorts) {
    it.each(filters)(
      `gives each mention once, ${sort} first, under a filter by %s`,
      async (_, filter, where) => {
        const expected: { id: string }[] = await workspace.dataSource.query(
          `select id from mention where assessed_at is not null and not own and ${where}`,
        );
        expect(expected.length).toBeGreaterThan(NONE_EXPECTED.has(_) ? -1 : 5);
        const items = await all({ ...filter, sort });
        expect(items.map(({ id }) => id).sort()).toEqual(
          items.length < expected.length
            ? `${items.length} of ${expected.length}`
            : expected.map(({ id }) => id).sort(),
        );
        expect(items).toEqual([...items].sort(order));
      },
    );
  }

  it.each(filters.filter(([, { search, topicId }]) => search ?? topicId))(
    'counts the states under a filter by %s',
    async (_, { state: __, ...filter }, where) => {
      const counts = await mentions.count(camille, filter);
      const states = where.replace(/state in \([^)]*\) and |state = '\w+'\s+and /, '');
      const expected: { state: string; mentions: number }[] = await workspace.dataSource.query(
        `select state, least(count(*), $1)::integer as mentions from mention
         where assessed_at is not null and not own and ${states} group by 1`,
        [counts.ceiling],
      );
      const seen = Object.entries(counts.byState).filter(([, count]) => count > 0);
      expect(Object.fromEntries(seen)).toEqual(
        Object.fromEntries(expected.map(({ state, mentions }) => [state, mentions])),
      );
      expect(counts.partial).toEqual([]);
    },
  );

  it('shows the reason that weighed most, the topics and who has the mention', async () => {
    const { items } = await mentions.list(camille, request({ state: ['in_progress'], limit: 1 }));
    expect(items[0]).toMatchObject({
      mainReason: { part: 'harm', weight: 20 },
      assignee: { id: camille.personId, name: 'Camille' },
      topicIds: expect.any(Array),
    });
  });

  it.each([
    'nonsense',
    Buffer.from('["newest",1]').toString('base64url'),
    Buffer.from('["urgent",9,"2026-01-01T00:00:00.000000Z","1"]').toString('base64url'),
  ])('refuses the cursor %s', async (cursor) => {
    for (const sort of ['newest', 'oldest', 'urgent'] as const) {
      await expect(mentions.list(camille, request({ sort, cursor }))).rejects.toMatchObject({
        status: 422,
        code: 'cursor-invalid',
        errors: [{ field: 'cursor' }],
      });
    }
  });

  it('refuses the cursor of another order', async () => {
    const { next } = await mentions.list(camille, request());
    await expect(
      mentions.list(camille, request({ sort: 'oldest', cursor: next ?? '' })),
    ).rejects.toMatchObject({
      code: 'cursor-invalid',
    });
  });

  it('finds words in French, English and as they stand, the last one begun, and authors', async () => {
    await storePage(workspace.dataSource, [
      incoming(1, { text: 'Mes colis ne sont jamais arrivés, je demande un remboursement intégral.' }),
      incoming(2, { text: 'The parcels were never delivered and I want my money back, please.' }),
      incoming(3, {
        text: 'Paczka nie dotarła zupełnie',
        author: { handle: 'warszawianka', name: 'Ewa Nowak' },
      }),
    ]);
    await drainQueue(workspace.dataSource);
    const found = async (search: string) =>
      (await mentions.list(camille, request({ search, from: '2026-03-01T00:00:00Z', network: ['x'] }))).items
        .map(({ externalId }) => externalId)
        .filter((externalId) => externalId.startsWith('post-'))
        .sort();
    expect(await found('colis arrivé')).toEqual(['post-1']);
    expect(await found('COLIS integral')).toEqual(['post-1']);
    expect(await found('parcel deliver')).toEqual(['post-2']);
    expect(await found('money ba')).toEqual(['post-2']);
    expect(await found('paczka dotar')).toEqual(['post-3']);
    expect(await found('nowak')).toEqual(['post-3']);
    expect(await found('"want my money"')).toEqual(['post-2']);
    expect(await found('colis -remboursement')).toEqual([]);
    expect(await found('parcels or paczka')).toEqual(['post-2', 'post-3']);
    expect(await found('?!')).toEqual([]);
    for (const strange of ["'", '"', ':*', '\\', '((', 'a & | !', '-', "'); drop table mention; --"]) {
      await expect(mentions.list(camille, request({ search: strange }))).resolves.toBeDefined();
    }
  });

  it('counts each state under the other filters, up to a ceiling', async () => {
    const [exact] = await workspace.dataSource.query(
      `select count(*)::integer as escalated from mention where state = 'escalated' and realm = 'training' and not own`,
    );
    const [rare] = await workspace.dataSource.query(
      `select count(*)::integer as open from mention where state = 'new' and realm = 'live' and not own
         and id in (select mention_id from mention_topic where topic_id = 9)`,
    );
    expect(rare.open).toBeGreaterThan(20);
    const counts = await mentions.count(camille, { realm: 'training', state: ['new'] });
    expect(counts.byState).toMatchObject({ answered: COUNT_CEILING, escalated: exact.escalated });
    expect(counts.ceiling).toBe(COUNT_CEILING);
    expect(Object.keys(counts.byState).sort()).toEqual([...STATES].sort());
    expect((await mentions.count(camille, { topicId: ['9'], realm: 'live' })).byState.new).toBe(rare.open);
    const narrowed = await mentions.count(camille, { topicId: ['9'], realm: 'live', level: [0, 1, 2, 3, 4] });
    expect(narrowed.byState.new).toBe(rare.open);
    const [both] = await workspace.dataSource.query(
      `select count(*)::integer as open from mention where state = 'in_progress' and realm = 'live' and not own and level = 3
         and id in (select mention_id from mention_topic where topic_id in (1, 9))`,
    );
    const several = await mentions.count(camille, { topicId: ['1', '9'], realm: 'live', level: [3] });
    expect(several.byState.in_progress).toBe(both.open);
  });
});

describe('the plans of the inbox', () => {
  const lists: [string, Partial<ListRequest>][] = [
    ['everything', {}],
    ['what is new', { realm: 'live', state: ['new'] }],
    ['what is open', { realm: 'live', state: ['new', 'in_progress', 'escalated'] }],
    ['what is urgent', { realm: 'live', state: ['new', 'in_progress'], sort: 'urgent' }],
    ['what is urgent of everything', { sort: 'urgent' }],
    ['a topic', { realm: 'live', state: ['new'], topicId: ['1'] }],
    ['a common topic', { realm: 'live', topicId: ['5'], state: ['answered', 'no_reply'] }],
    ['a rare topic', { realm: 'live', topicId: ['9'], sort: 'urgent' }],
    ['several topics', { realm: 'live', state: ['new'], topicId: ['1', '9'] }],
    ['a search', { realm: 'live', search: 'rembours' }],
    ['an urgent search', { realm: 'live', search: 'rembours', sort: 'urgent' }],
    ['a search for nothing', { search: 'zeppelin', sort: 'oldest' }],
    ['a search of a topic', { search: 'rembours', topicId: ['5'] }],
    ['levels', { realm: 'live', level: [3] }],
    ['what is mine', { assignee: 'me' }],
    ['an import', { importId: '5' }],
    ['the oldest', { realm: 'live', state: ['new'], sort: 'oldest' }],
  ];
  it.each(lists)('walk through no whole table: %s', async (_, given) => {
    const first = request(given);
    const { next } = await mentions.list(camille, first);
    for (const asked of [first, ...(next === null ? [] : [{ ...first, cursor: next }])]) {
      for (const { sql, values } of await statementsOf((manager) =>
        listPage(manager, camille.personId, asked),
      ))
        expect(await planOf(sql, values)).not.toMatch(/Seq Scan on mention(_\d{4}_\d\d)? m/);
    }
  });

  it.each(lists)('count without a walk through a whole table: %s', async (_, { sort: __, ...filter }) => {
    // Whoever counts everything, or the commonest of it, reads as many as are counted.
    if (filter.search === undefined && filter.topicId === undefined) return;
    for (const { sql, values } of await statementsOf((manager) =>
      countStates(manager, camille.personId, filter),
    ))
      expect(await planOf(sql, values)).not.toMatch(/Seq Scan on mention(_\d{4}_\d\d)? m/);
  });

  /** The statements that something runs. */
  async function statementsOf(work: (manager: EntityManager) => Promise<unknown>) {
    const statements: { sql: string; values: unknown[] }[] = [];
    const { manager } = workspace.dataSource;
    const recording = {
      query: (sql: string, values: unknown[]) => {
        statements.push({ sql, values });
        return manager.query(sql, values);
      },
    };
    await work(recording as unknown as EntityManager);
    expect(statements.length).toBeGreaterThan(0);
    return statements;
  }

  async function planOf(sql: string, values: unknown[]): Promise<string> {
    const rows: { 'QUERY PLAN': string }[] = await workspace.dataSource.query(
      `explain (analyze, buffers) ${sql}`,
      values,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }
});
