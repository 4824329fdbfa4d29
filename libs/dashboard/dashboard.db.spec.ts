import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FigureCode } from '#figures';
import type { MentionFilter } from '#contract/mentions';
import { MentionsService } from '#mentions';
import type { Actor } from '#platform/http';
import type { ScopeQuery } from './contract.js';
import { DashboardService } from './dashboard.service.js';
import { DashboardWorld, post } from './dashboard.fixture.js';

let world: DashboardWorld;
let dashboard: DashboardService;
let elise: Actor;
let topics: string[];

beforeAll(async () => {
  world = await DashboardWorld.make();
  dashboard = new DashboardService(world.dataSource);
  elise = await world.person('Elise', 'executive');
  topics = [await world.topic('delivery OR livraison'), await world.topic('refund OR remboursement')];
  await world.say(Array.from({ length: 400 }, (_, number) => post(number)));
  await world.say(
    Array.from({ length: 60 }, (_, number) =>
      post(number, { realm: 'training', network: 'training', externalId: `drill-${number}` }),
    ),
  );
}, 60_000);
afterAll(() => world?.close());

const live = (given: Partial<ScopeQuery> = {}): ScopeQuery => ({ realm: 'live', span: '7d', ...given });

async function figure(query: ScopeQuery, code: FigureCode) {
  const { figures, range } = await dashboard.figures(query);
  const found = figures.find((one) => one.code === code);
  if (!found) throw new Error(`no figure ${code}`);
  return { ...found, range };
}

/** How many mentions the inbox shows under a filter, paged to its end. */
async function listed(filter: MentionFilter): Promise<number> {
  const mentions = new MentionsService(world.dataSource);
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await mentions.list(elise, { ...filter, sort: 'newest', limit: 200, cursor });
    count += page.items.length;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return count;
}

async function allOf<T>(read: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>) {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

describe('a figure', () => {
  const scopes = fc.record({
    span: fc.constantFrom('24h', '7d', '30d', '90d'),
    topic: fc.constantFrom(undefined, 0, 1),
    network: fc.constantFrom<string[] | undefined>(undefined, ['x'], ['x', 'facebook']),
    language: fc.constantFrom<string[] | undefined>(undefined, ['fr'], ['en']),
  });

  it('counts exactly what the list shows that it opens, whatever the range, topic, network and language', async () => {
    await fc.assert(
      fc.asyncProperty(scopes, async ({ span, topic, network, language }) => {
        const topicId = topic === undefined ? undefined : topics[topic];
        const query = live({ span: span as ScopeQuery['span'], topicId, network, language });
        const filter = {
          realm: 'live' as const,
          topicId: topicId ? [topicId] : undefined,
          network,
          language,
        };
        const mentions = await figure(query, 'mentions');
        expect(await listed({ ...filter, ...mentions.range })).toBe(mentions.value);
        const negative = await figure(query, 'negativeShare');
        expect(await listed({ ...filter, ...negative.range, sentiment: ['negative'] })).toBe(
          negative.counted,
        );
        const backlog = await figure(query, 'backlog');
        expect(await listed({ ...filter, state: ['new', 'in_progress'] })).toBe(backlog.value);
        const reach = await figure(query, 'reach');
        const authors = await allOf((cursor) =>
          dashboard.reach({ ...query, ...reach.range, limit: 7, cursor }),
        );
        expect(authors.reduce((sum, { followers }) => sum + followers, 0)).toBe(reach.value);
        const { course } = await dashboard.figures(query);
        expect(course.reduce((sum, point) => sum + point.mentions, 0)).toBe(mentions.value);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('of a network, kind of author or author says as many as the inbox shows of them', async () => {
    const { breakdown, authors, authorDays, range } = await dashboard.voices(live());
    expect(breakdown.networks.map(({ code }) => code).sort()).toEqual(['facebook', 'mastodon', 'x']);
    for (const { code, mentions } of breakdown.networks)
      expect(await listed({ realm: 'live', network: [code], ...range })).toBe(mentions);
    for (const { code, mentions } of breakdown.voices)
      expect(await listed({ realm: 'live', voice: [code], ...range })).toBe(mentions);
    expect(authors.length).toBeGreaterThan(5);
    for (const { author, network, mentions } of authors)
      expect(await listed({ realm: 'live', author, network: [network], ...authorDays })).toBe(mentions);
  });

  it('of a stakeholder says as many as the inbox shows of the accounts that speak for it', async () => {
    const [union]: { id: string }[] = await world.dataSource.query(
      `insert into stakeholder (realm, kind, category, name, sort_name, power, interest, has_power, has_legitimacy, has_urgency)
       values ('live', 'group', 'unions', 'Union', 'union', 7, 8, true, true, false) returning id`,
    );
    await world.dataSource.query(
      `insert into stakeholder_author (author_id, realm, stakeholder_id, how, reason)
       select id, realm, $1, 'hand', '{}' from author where realm = 'live' and handle in ('author1', 'author3')`,
      [union?.id],
    );
    for (const scope of [
      live(),
      live({ span: '90d', network: ['x'] }),
      live({ topicId: topics[0], language: ['fr'] }),
    ]) {
      const { days, spoke, items } = await dashboard.stakeholders(scope);
      expect(spoke).toBe(1);
      expect(items).toEqual([expect.objectContaining({ name: 'Union', salience: 'dominant' })]);
      const filter = {
        ...{ realm: 'live' as const, stakeholderId: union?.id, ...days },
        ...{ topicId: scope.topicId ? [scope.topicId] : undefined },
        ...{ network: scope.network, language: scope.language },
      };
      expect(await listed(filter)).toBe(items[0]?.mentions);
      expect(await listed({ ...filter, sentiment: ['negative'] })).toBe(items[0]?.negative);
    }
    await world.dataSource.query('update stakeholder set archived_at = now() where id = $1', [union?.id]);
    expect(await dashboard.stakeholders(live())).toMatchObject({ spoke: 0, items: [] });
  });

  it('of live networks knows nothing of a drill, and the other way round', async () => {
    const before = await dashboard.figures(live());
    await world.say([post(61, { realm: 'training', network: 'training', externalId: 'drill-9000' })]);
    const after = await dashboard.figures(live());
    expect(after.figures).toEqual(before.figures);
    expect((await figure({ ...live(), realm: 'training' }, 'mentions')).value).toBeGreaterThan(0);
  });

  it('says that there is nothing rather than nought where nothing was there to measure', async () => {
    const query = live({ network: ['youtube'] });
    expect(await figure(query, 'mentions')).toMatchObject({ value: 0, before: 0 });
    expect(await figure(query, 'negativeShare')).toMatchObject({ value: null, of: 0 });
    expect(await figure(query, 'responseMedian')).toMatchObject({ value: null, counted: 0 });
    const voices = await dashboard.voices(query);
    expect(voices).toMatchObject({ authors: [], content: [], breakdown: { networks: [] } });
  });

  it('follows a topic by its new name, and refuses one that is not there', async () => {
    await world.dataSource.query(`update topic set name = 'Renamed', active = false where id = $1`, [
      topics[0],
    ]);
    const { items } = await dashboard.topics({ ...live(), limit: 50 });
    expect(items.find(({ topicId }) => topicId === topics[0])).toMatchObject({
      name: 'Renamed',
      active: false,
    });
    await expect(dashboard.figures(live({ topicId: '999999' }))).rejects.toMatchObject({
      code: 'topic-not-found',
    });
  });
});

describe('looking again', () => {
  it('tells what was seen the last time; a page loaded again within ten minutes is the same look', async () => {
    const query = live({ topicId: topics[1] });
    expect((await dashboard.look(elise, query)).earlier).toBeNull();
    expect((await dashboard.look(elise, query)).earlier).toBeNull();
    const seen = (await figure(query, 'mentions')).value;
    await world.dataSource.query(`update dashboard_look set at = now() - interval '1 hour'`);
    await world.say([post(7001, { text: 'Another refund that never came', publishedAt: new Date() })]);
    const first = await dashboard.look(elise, query);
    expect(first.earlier?.figures.mentions).toBe(seen);
    expect((await dashboard.look(elise, query)).earlier).toEqual(first.earlier);
    expect((await figure(query, 'mentions')).value).toBe((seen ?? 0) + 1);
  });
});

describe('the statements of a dashboard', () => {
  it('never walk over all mentions', async () => {
    await world.dataSource.query('analyze');
    await world.dataSource.transaction(async (manager) => {
      // With few rows a walk is cheapest; forbidding it shows whether there is another way.
      await manager.query('set local enable_seqscan = off');
      const read = manager.query.bind(manager);
      const walks: string[] = [];
      manager.query = (async (statement: string, values?: unknown[]) => {
        if (statement.trim().startsWith('select') || statement.trim().startsWith('with')) {
          const plan: Record<string, string>[] = await read(`explain ${statement}`, values);
          const text = plan.map((line) => line['QUERY PLAN']).join('\n');
          if (/Seq Scan on mention(_\d{4}_\d\d)?\b/.test(text)) walks.push(`${statement}\n${text}`);
        }
        return read(statement, values);
      }) as never;
      const inside = new DashboardService({ manager } as never);
      for (const topicId of [undefined, topics[0]]) {
        const query = live({ topicId, span: '90d' });
        await inside.figures(query);
        await inside.topics({ ...query, limit: 50 });
        await inside.voices(query);
        await inside.stakeholders(query);
        await inside.work(query);
      }
      expect(walks).toEqual([]);
    });
  });
});

describe('a figure that tells of now', () => {
  it('has a course that goes back by what began and ended, and what stood when the range began', async () => {
    const topicId = await world.topic('tram OR tramway');
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const incident = (declaredAt: Date, closedAt: Date | null) =>
      world.dataSource.query(
        `insert into incident (topic_id, realm, title, why, crisis_type, cluster, declared_level, declared_by,
           declared_at, state, closed_at)
         values ($1, 'live', 'Doors', 'Doors open', 'accident_on_site', 'accidental', 2, $2, $3,
           case when $4::timestamptz is null then 'running' else 'closed' end, $4)`,
        [topicId, elise.personId, declaredAt, closedAt],
      );
    await incident(ago(60), ago(20));
    await incident(ago(10), ago(4));
    await incident(ago(1), null);
    const found = await figure(live({ span: '24h', topicId }), 'incidentsOpen');
    expect(found).toMatchObject({ value: 1, before: 1, counted: 1 });
    expect([found.course[0], found.course.at(-1)]).toEqual([1, 1]);
    const stood = found.course.map((value, index) => (value === found.course[index - 1] ? null : value));
    expect(stood.filter((value) => value !== null)).toEqual([1, 0, 1, 0, 1]);

    const moved = (at: Date, from: number, to: number) =>
      world.dataSource.query(
        `insert into topic_level_event (topic_id, realm, at, kind, from_level, to_level)
         values ($1, 'live', $2, $3, $4, $5)`,
        [topicId, at, to > from ? 'rose' : 'fell', from, to],
      );
    await moved(ago(9), 0, 2);
    await moved(ago(7), 2, 3);
    await moved(ago(5), 3, 0);
    const raised = await figure(live({ span: '24h', topicId }), 'topicsRaised');
    expect(raised).toMatchObject({ value: 0, before: 0 });
    expect(Math.max(...raised.course.map(Number))).toBe(1);

    // Overdue for an hour and over; and overdue since just now, for which the database needs nobody's word.
    const escalate = async (subjectId: number) => {
      const [row]: { id: string }[] = await world.dataSource.query(
        `with opened as (
           insert into escalation (subject_type, subject_id, realm, level, topic_id, question, opened_at)
           values ('topic', $1, 'live', 1, $2, 'What now?', now() - interval '9 hours') returning id)
         insert into escalation_ask (escalation_id, state, next_at, began_at)
         select id, 'open', now(), now() - interval '9 hours' from opened returning escalation_id as id`,
        [subjectId, topicId],
      );
      await world.dataSource.query(
        `insert into escalation_log (escalation_id, ask_id, at, kind, round, step, repetition)
         select escalation_id, id, now(), 'asked', 1, 1, 0 from escalation_ask where escalation_id = $1`,
        [row?.id],
      );
      return row?.id;
    };
    const settled = await escalate(9001);
    await world.dataSource.query(
      `update escalation_overdue set since = now() - interval '8 hours' where escalation_id = $1`,
      [settled],
    );
    expect((await figure(live({ span: '24h', topicId }), 'escalationsOverdue')).value).toBe(1);
    await world.dataSource.query(
      `update escalation_ask set state = 'withdrawn', next_at = null where escalation_id = $1`,
      [settled],
    );
    await world.dataSource.query(
      `update escalation_overdue set until = now() - interval '5 hours' where escalation_id = $1`,
      [settled],
    );
    await escalate(9002);
    const overdue = await figure(live({ span: '24h', topicId }), 'escalationsOverdue');
    expect(overdue).toMatchObject({ value: 1, before: 0 });
    const late = overdue.course.map((value, index) => (value === overdue.course[index - 1] ? null : value));
    expect(late.filter((value) => value !== null)).toEqual([0, 1, 0, 1]);

    // Of a range that is over, what stands now says nothing.
    const over = { from: ago(72).toISOString(), to: ago(48).toISOString(), topicId };
    expect(await figure(live(over), 'incidentsOpen')).toMatchObject({ value: 1, before: null, course: [] });
  });
});
