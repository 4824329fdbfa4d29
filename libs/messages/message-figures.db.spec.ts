import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { drainQueue, storePage } from '#mentions';
import { createDataSource, inTransaction } from '#platform/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { addTopic } from '#topics';
import { figuresOfTopics } from './message-figures.js';
import { movePickUp, type PickUpMove } from './pick-up-counter.js';

let database: TestDatabase;
let dataSource: DataSource;
let topics: (string | null)[];

const HOUR_MS = 3_600_000;
const NOW = Date.now();
const MENTIONS = 400;
/** Over forty days, close together at their end. */
const publishedAt = (number: number) => new Date(NOW - ((number / MENTIONS) ** 3 * 960 + 0.01) * HOUR_MS);

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  const topic = (query: string) =>
    inTransaction(dataSource, ({ manager }) =>
      addTopic(manager, null, { name: query, description: '', query }),
    );
  topics = [null, await topic('refund'), await topic('delivery')];
  await storePage(
    dataSource,
    Array.from({ length: MENTIONS }, (_, number) => ({
      ...{ realm: number % 11 === 0 ? ('training' as const) : ('live' as const), network: 'x' },
      ...{ externalId: `post-${number}`, publishedAt: publishedAt(number) },
      text: `${['My refund never came', 'The delivery is late', 'Refund my delivery', 'Nice'][number % 4]} (${number})`,
    })),
  );
  await drainQueue(dataSource);
  await messagesInForce();
  await finds();
  await repliesSent();
}, 120_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** Three messages of each topic and of the organisation, in force since different minutes; one is not any more. */
async function messagesInForce(): Promise<void> {
  await dataSource.query(
    `with made as (
       insert into message_set (kind, topic_id) select 'house', unnest($1::bigint[]) returning id, topic_id)
     insert into key_message (key, set_id, in_force, in_force_from)
     select concat('m', coalesce(topic_id, 0), '-', k), id, k < 3,
       date_trunc('minute', now() - k * interval '5 days 7 hours 11 minutes')
     from made cross join generate_series(1, 3) k`,
    [topics],
  );
}

/** Every third mention repeats one message of each of its topics; some finds were judged. */
async function finds(): Promise<void> {
  await inTransaction(dataSource, async ({ manager }) => {
    const found: PickUpMove[] = await manager.query(
      `insert into message_hit (message_key, mention_id, published_at, realm, kind, share, words, verdict)
       select k.key, t.mention_id, t.published_at, t.realm, 'near', 0.8, '[]',
         case t.mention_id % 5 when 0 then 'no' when 1 then 'yes' end
       from (
         select topic_id, mention_id, published_at, realm from mention_topic
         union all select 0, id, published_at, realm from mention
       ) t join key_message k on k.key = concat('m', t.topic_id, '-', 1 + t.mention_id % 3)
         and k.in_force_from <= t.published_at
       where t.mention_id % 2 = 0
       returning message_key as key, realm, published_at as "publishedAt", verdict, 1 as by`,
    );
    await movePickUp(manager, found);
  });
}

/** Replies of four answers, of which one was corrected by a second reply now and then. */
async function repliesSent(): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(`set local session_replication_role = 'replica'`);
    await manager.query(
      `insert into person (id, email, name, roles, locale) overriding system value
       values (1, 'a@example.org', 'A', '{approver}', 'en')`,
    );
    await manager.query(`insert into answer (id, kind, exchange_key) overriding system value
       values (1, 'answer', gen_random_uuid())`);
    await manager.query(
      `insert into answer_version (id, answer_id, number, state, author_id, editor_ids, question_fr, question_en,
         sensitivity, level_min, level_max, strategy, department_ids, key_messages) overriding system value
       select n, 1, n, case when n = 4 then 'approved' else 'superseded' end, 1, '{1}', '', 'Q', 'low', 0, 4, 'inform', '{}',
         (select coalesce(jsonb_agg(jsonb_build_object('id', key)), '[]') from key_message
          where key like concat('%-', n) or n = 4 and key like 'm0-%')
       from generate_series(1, 4) n`,
    );
    const reply = (corrects: string, which: string) => `
      insert into reply (mention_id, realm, network, answer_id, answer_version_id, answer_variant_id, content_hash, text,
        state, person_id, previous_state, due_at, sent_at, corrects_id)
      select m.id, m.realm, 'x', 1, 1 + m.id % 4, 1, 'x', 'A reply', case when m.id % 9 = 0 then 'refused' else 'sent' end,
        1, 'new', m.published_at, m.published_at + interval '17 minutes', ${corrects}
      from ${which}`;
    await manager.query(reply('null', 'mention m where m.id % 2 = 1'));
    await manager.query(reply('r.id', 'reply r join mention m on m.id = r.mention_id where m.id % 7 = 0'));
    await manager.query(
      `insert into topic_reply (topic_id, reply_id, realm, sent_at, network, answer_version_id)
       select t.topic_id, r.id, r.realm, r.sent_at, r.network, r.answer_version_id
       from mention_topic t join reply r on r.mention_id = t.mention_id
       where r.state = 'sent' and r.corrects_id is null`,
    );
  });
}

/** The same, counted one by one. */
const ONE_BY_ONE = `
  with message as (
    select k.key, s.topic_id, greatest(k.in_force_from, date_trunc('minute', $3::timestamptz)) as begins
    from key_message k join message_set s on s.id = k.set_id where s.topic_id is not distinct from $1::bigint
  )
  select m.key,
    (select count(*)::integer from mention n
     where n.realm = $2 and date_trunc('minute', n.published_at) >= m.begins
       and date_trunc('minute', n.published_at) < $4
       and (m.topic_id is null or exists (
         select from mention_topic t where t.mention_id = n.id and t.topic_id = m.topic_id))) as mentions,
    (select count(*)::integer from message_hit h
     where h.message_key = m.key and h.realm = $2 and h.verdict is distinct from 'no'
       and date_trunc('minute', h.published_at) >= m.begins and date_trunc('minute', h.published_at) < $4) as repeating,
    sent.replies, sent.carrying
  from message m cross join lateral (
    select count(*)::integer as replies,
      count(*) filter (where v.key_messages @> jsonb_build_array(jsonb_build_object('id', m.key)))::integer as carrying
    from reply r join answer_version v on v.id = r.answer_version_id
    where r.state = 'sent' and r.realm = $2 and r.sent_at >= m.begins and r.sent_at < $4
      and (m.topic_id is null or exists (
        select from mention_topic t where t.mention_id = r.mention_id and t.topic_id = m.topic_id))
  ) sent
  where m.begins < $4 order by m.key`;

describe('the figures of messages', () => {
  const minutes = (most: number) => fc.integer({ min: 0, max: most * 60 });
  it('say from their sums what is counted one by one, whatever the span, topic and realm', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[minutes(1000), minutes(1000), fc.constantFrom('live' as const, 'training' as const)],
        async (back, length, realm) => {
          const since = new Date(NOW - back * 60_000);
          const until = new Date(since.getTime() + (length + 1) * 60_000 + 12_345);
          const figures = await figuresOfTopics(dataSource.manager, topics, { realm, since, until });
          for (const topicId of topics) {
            const told = (figures.get(topicId) ?? []).map((figure) => ({
              ...{ key: figure.key, mentions: figure.mentions, repeating: figure.mentionsRepeating },
              ...{ replies: figure.repliesSent, carrying: figure.repliesCarrying },
            }));
            told.sort((a, b) => (a.key < b.key ? -1 : 1));
            expect(told).toEqual(await dataSource.query(ONE_BY_ONE, [topicId, realm, since, until]));
          }
        },
      ),
      { numRuns: 60 },
    );
    const all = { realm: 'live' as const, since: new Date(NOW - 1000 * HOUR_MS) };
    const [first] = (await figuresOfTopics(dataSource.manager, [null], all)).get(null) ?? [];
    expect(Math.min(first!.mentions, first!.mentionsRepeating, first!.repliesCarrying)).toBeGreaterThan(0);
  }, 60_000);
});
