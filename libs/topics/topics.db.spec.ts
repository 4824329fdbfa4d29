import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import type { Actor } from '#platform/http';
import type { JobQueue, JobRequest } from '#platform/jobs';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { moveCounters } from './counter-moves.js';
import { previewQuery } from './topic-preview.js';
import { RematchTopics, TOPIC_REMATCH } from './topic-rematch.job.js';
import { rematchTopic } from './topic-rematch.js';
import { loadTopicSet } from './topic-set.js';
import { readTopics } from './topic-view.js';
import { TopicsService } from './topics.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let topics: TopicsService;
let actor: Actor;
const enqueued: JobRequest[] = [];

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  const [person] = await dataSource.query(
    `insert into person (email, name, roles, locale) values ('a@example.org', 'Alix', '{community_manager}', 'fr') returning id`,
  );
  actor = {
    personId: person.id,
    name: 'Alix',
    roles: ['community_manager'],
    permissions: ['topics.write'],
    departmentIds: [],
    sessionId: '1',
  };
  // What the jobs library does with a request has its own tests; here it matters that one is made.
  const jobs: Pick<JobQueue, 'enqueue'> = {
    enqueue: async (request) => {
      enqueued.push(request);
    },
  };
  topics = new TopicsService(dataSource, jobs as JobQueue);
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  await dataSource.query(
    emptying(
      `topic, mention, mention_counter, mention_tally, topic_tally, author_day, mention_topic, mention_identity`,
    ),
  );
  enqueued.length = 0;
});

const HOUR = 60 * 60_000;
/** Classified mentions, `hours` ago, written as classification writes them. */
async function arrive(
  ...mentions: { hours: number; text: string; level?: number; realm?: string; own?: boolean }[]
) {
  for (const { hours, text, level = 0, realm = 'live', own = false } of mentions) {
    const at = new Date(Date.now() - hours * HOUR);
    const network = realm === 'training' ? 'training' : 'x';
    await dataSource.query(`select ensure_mention_partition($1)`, [at]);
    const [{ id }] = await dataSource.query(
      `insert into mention_identity (network, external_id, published_at) values ($1, gen_random_uuid(), $2) returning mention_id as id`,
      [network, at],
    );
    await dataSource.query(
      `insert into mention (id, published_at, realm, network, external_id, text, level, language, language_known, own, assessed_at)
       values ($1, $2, $3, $4, gen_random_uuid(), $5, $6, 'fr', true, $7, now())`,
      [id, at, realm, network, text, level, own],
    );
  }
}
const matched = async (topicId: string): Promise<string[]> =>
  (
    await dataSource.query(
      `select m.text from mention_topic t join mention m on m.id = t.mention_id where t.topic_id = $1 order by m.text`,
      [topicId],
    )
  ).map((row: { text: string }) => row.text);
const topic = (given = {}) => ({ name: 'Colis', description: '', query: 'colis', ...given });

describe('a topic', () => {
  it('is stored, put on record and has the last week matched', async () => {
    await arrive(
      { hours: 1, text: 'mon colis' },
      { hours: 30, text: 'un colis', level: 3 },
      { hours: 24 * 8, text: 'vieux colis' },
    );
    await arrive({ hours: 1, text: 'colis de chez nous', own: true }, { hours: 2, text: 'rien' });
    const created = await topics.create(actor, topic());
    expect(created).toMatchObject({ name: 'Colis', version: 1, active: true, rematching: 0 });
    expect(enqueued).toEqual([{ kind: TOPIC_REMATCH, id: created.id }]);

    const job = new RematchTopics(dataSource);
    expect(await job.due()).toEqual([created.id]);
    await job.run(created.id, new AbortController().signal);
    expect(await job.due()).toEqual([]);
    expect(await matched(created.id)).toEqual(['mon colis', 'un colis']);

    const [listed] = await topics.list('live');
    expect(listed).toMatchObject({ rematching: null, lastWeek: { total: 2, byLevel: [1, 0, 0, 1, 0] } });
    expect(listed?.lastDay).toHaveLength(24);
    expect(listed?.lastDay.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(listed?.lastDay.slice(-2)).toContain(1);
    expect(await topics.list('training')).toMatchObject([{ lastWeek: { total: 0 } }]);
    const [entry] = await dataSource.query(
      `select action, actor_name from audit_entry order by position desc limit 1`,
    );
    expect(entry).toEqual({ action: 'topic.created', actor_name: 'Alix' });
  });

  it('has the last week matched again when its query changes, in pages, and every figure moves with it', async () => {
    await arrive(
      { hours: 1, text: 'mon colis' },
      { hours: 2, text: 'ma livraison' },
      { hours: 3, text: 'colis et livraison', level: 2 },
    );
    const { id } = await topics.create(actor, topic());
    await rematchTopic(dataSource, id, { pageSize: 2 });
    const changed = await topics.change(actor, id, { query: 'livraison', version: 1 });
    expect(changed).toMatchObject({ query: 'livraison', version: 2, rematching: 0 });
    expect(await rematchTopic(dataSource, id, { pageSize: 1 })).toEqual({ appeared: 1, disappeared: 1 });
    expect(await matched(id)).toEqual(['colis et livraison', 'ma livraison']);
    expect((await topics.list(undefined))[0]?.lastWeek).toEqual({ total: 2, byLevel: [1, 0, 1, 0, 0] });
  });

  it('is matched exactly once when the matching is cut off and begun again, or runs twice at once', async () => {
    await arrive(
      ...Array.from({ length: 40 }, (_, number) => ({ hours: 1 + number / 10, text: `colis ${number}` })),
    );
    const { id } = await topics.create(actor, topic());
    const cut = new AbortController();
    const walk = rematchTopic(dataSource, id, { pageSize: 5, signal: cut.signal });
    setTimeout(() => cut.abort(), 15);
    await walk.catch(() => undefined);
    await Promise.all([1, 2, 3].map(() => rematchTopic(dataSource, id, { pageSize: 7 })));
    expect(await matched(id)).toHaveLength(40);
    expect((await topics.list('live'))[0]?.lastWeek.total).toBe(40);
  });

  it('matches nothing new while it is put aside, and catches up when it is taken up again', async () => {
    const { id } = await topics.create(actor, topic());
    await rematchTopic(dataSource, id);
    await topics.change(actor, id, { active: false, version: 1 });
    expect(
      (await loadTopicSet(dataSource)).index.match({
        tokens: { words: ['colis'], hashtags: [], handles: [], hosts: [] },
        author: null,
        language: null,
        network: 'x',
      }),
    ).toEqual([]);
    await arrive({ hours: 1, text: 'mon colis' });
    await topics.change(actor, id, { active: true, version: 2 });
    await rematchTopic(dataSource, id);
    expect(await matched(id)).toEqual(['mon colis']);
  });

  it('is refused with the place of a mistake in its query', async () => {
    for (const attempt of [
      topics.create(actor, topic({ query: 'colis AND "perdu' })),
      topics.preview('colis AND "perdu', undefined),
    ]) {
      await expect(attempt).rejects.toMatchObject({
        status: 422,
        code: 'query-syntax',
        errors: [{ field: 'query', code: 'unclosed-quote', params: { at: 10, length: expect.any(Number) } }],
      });
    }
    expect(await topics.list(undefined)).toEqual([]);
  });

  it('is refused under the name of another, whatever the case, and when someone changed it meanwhile', async () => {
    const { id } = await topics.create(actor, topic());
    await expect(topics.create(actor, topic({ name: 'COLIS' }))).rejects.toMatchObject({
      code: 'topic-name-taken',
      errors: [{ field: 'name' }],
    });
    await topics.change(actor, id, { name: 'colis', version: 1 });
    await expect(topics.change(actor, id, { name: 'Autre', version: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'changed-meanwhile',
    });
    await expect(topics.change(actor, '424242', { name: 'x', version: 1 })).rejects.toMatchObject({
      status: 404,
      code: 'topic-not-found',
    });
  });
});

describe('a preview', () => {
  it('tells what a query would have matched in the last week, and stores nothing', async () => {
    await arrive(
      { hours: 1, text: 'mon colis' },
      { hours: 50, text: 'un colis' },
      { hours: 24 * 8, text: 'vieux colis' },
    );
    await arrive({ hours: 1, text: 'colis', realm: 'training' }, { hours: 3, text: 'rien' });
    const preview = await topics.preview('COLIS', 'live');
    expect(preview).toMatchObject({
      matched: 2,
      looked: 3,
      complete: true,
      byLanguage: [{ language: 'fr', matched: 2 }],
      canonical: 'colis',
    });
    expect(preview.samples.map(({ text }) => text)).toEqual(['mon colis', 'un colis']);
    expect(preview.perDay.reduce((sum, day) => sum + day.matched, 0)).toBe(2);
    expect((await topics.preview('colis', undefined)).matched).toBe(3);
    expect(await dataSource.query(`select * from mention_topic`)).toEqual([]);
  });

  it('says when the week holds more than it looked at', async () => {
    await arrive(
      ...Array.from({ length: 6 }, (_, number) => ({ hours: 1 + number, text: `colis ${number}` })),
    );
    const { query } = (await import('./query-parser.js')).parseTopicQuery('colis') as unknown as {
      query: never;
    };
    expect(await previewQuery(dataSource, query, { now: new Date(), limit: 4 })).toMatchObject({
      looked: 4,
      complete: false,
    });
    expect(await previewQuery(dataSource, query, { now: new Date(), limit: 6 })).toMatchObject({
      looked: 6,
      complete: true,
    });
  });
});

describe('the figures of topics', () => {
  it('come from what is counted, each hour in its place', async () => {
    const { id } = await topics.create(actor, topic());
    const now = new Date('2026-03-10T12:30:30Z');
    let mention = 0;
    const count = async (at: string, level: 0 | 1 | 2 | 3 | 4, mentions: number) => {
      const publishedAt = new Date(at);
      await moveCounters(dataSource.manager, [
        {
          ...{ publishedAt, realm: 'live', topicId: id, network: 'x', language: 'fr', level, by: mentions },
          ...{ voice: 'unknown', negative: false, author: null, followers: 0 },
        },
      ]);
      await dataSource.query(
        `insert into mention_topic (topic_id, published_at, mention_id, realm, state, level)
         select $1, $2, n, 'live', 'new', $3 from generate_series($4::bigint + 1, $4::bigint + $5::bigint) n`,
        [id, at, level, mention, mentions],
      );
      mention += mentions;
    };
    await count('2026-03-10T12:30:00Z', 0, 5);
    await count('2026-03-10T11:32:00Z', 1, 7);
    await count('2026-03-10T11:30:00Z', 1, 11);
    await count('2026-03-09T12:31:00Z', 2, 13);
    await count('2026-03-09T12:30:00Z', 2, 17);
    await count('2026-03-03T12:31:00Z', 3, 23);
    await count('2026-03-03T13:00:00Z', 0, 29);
    await count('2026-03-03T12:30:00Z', 4, 19);
    const [read] = await readTopics(dataSource.manager, { now });
    expect(read?.lastDay).toEqual([13, ...Array.from({ length: 21 }, () => 0), 11, 12]);
    expect(read?.lastWeek).toEqual({ total: 105, byLevel: [34, 18, 30, 23, 0] });
  });
});
