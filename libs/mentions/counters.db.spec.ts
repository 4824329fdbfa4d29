import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { addTopic, rematchTopic } from '#topics';
import { correct } from './correct-assessment.js';
import { drainQueue } from './drain-queue.js';
import { storePage } from './intake.js';
import { countersAndRecount, incoming, specWorkspace, type SpecWorkspace } from './workspace.fixture.js';

let workspace: SpecWorkspace;
let camille: Actor;

beforeAll(async () => {
  workspace = await specWorkspace();
  camille = await workspace.person('Camille', 'community_manager');
});
afterAll(() => workspace?.close());

const SUBJECTS = ['delivery', 'refund', 'delivery and refund', 'weather'];
const QUERIES = ['delivery', 'refund', 'delivery AND refund', 'delivery OR weather', 'weather NOT refund', '"number 1"'];

describe('the counters', () => {
  it('equal a recount whatever intake, classification, corrections and topic changes go on at once', async () => {
    const random = seeded(20260301);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const connections = await Promise.all([1, 2, 3, 4].map(() => workspace.connect()));
    const recent = Date.now() - 3 * 24 * 60 * 60_000;
    const topics: string[] = [];
    for (const query of ['delivery', 'refund']) {
      topics.push(
        await inTransaction(workspace.dataSource, ({ manager }) =>
          addTopic(manager, null, { name: query, description: '', query }),
        ),
      );
    }

    const intake = async (connection: (typeof connections)[number]) => {
      const from = Math.floor(random() * 300);
      await storePage(
        connection,
        Array.from({ length: 30 }, (_, place) => {
          const training = (from + place) % 4 === 0;
          return incoming(from + place, {
            text: `Post number ${from + place} about ${SUBJECTS[(from + place) % 4]}`,
            publishedAt: new Date(recent + ((from + place) % 90) * 60_000),
            own: (from + place) % 11 === 0,
            ...(training ? { realm: 'training', network: 'training' } : {}),
          });
        }),
      );
    };
    const correction = async (connection: (typeof connections)[number]) => {
      const [row] = await connection.query(
        `select id, level from mention where assessed_at is not null and not own order by md5(id::text || $1) limit 1`,
        [String(random())],
      );
      if (!row) return;
      const level = pick([0, 1, 2, 3, 4] as const);
      await inTransaction(connection, ({ manager }) => correct(manager, camille, row.id, { level, reason: 'seen' })).catch(
        (error: { code?: string }) => {
          if (error.code !== 'nothing-to-correct') throw error;
        },
      );
    };
    const topicChange = async (connection: (typeof connections)[number]) => {
      const { changeTopicRow } = await import('../topics/topic-change.js');
      const topicId = pick(topics);
      const query = pick(QUERIES);
      await inTransaction(connection, async ({ manager }) => {
        const [topic] = await manager.query(`select version from topic where id = $1`, [topicId]);
        await changeTopicRow(manager, null, topicId, { query, version: topic.version });
      }).catch((error: { code?: string }) => {
        if (error.code !== 'changed-meanwhile') throw error;
      });
    };
    const steps = [
      intake,
      intake,
      (connection: (typeof connections)[number]) => drainQueue(connection, { largestBatch: 25 }),
      (connection: (typeof connections)[number]) => drainQueue(connection, { largestBatch: 25 }),
      correction,
      correction,
      topicChange,
      (connection: (typeof connections)[number]) => rematchTopic(connection, pick(topics), { pageSize: 40 }),
    ];
    await Promise.all(
      connections.map(async (connection) => {
        for (let step = 0; step < 40; step += 1) await pick(steps)(connection);
      }),
    );
    await drainQueue(workspace.dataSource);
    for (const topicId of topics) await rematchTopic(workspace.dataSource, topicId);

    const { counted, recounted } = await countersAndRecount(workspace.dataSource);
    expect(recounted.length).toBeGreaterThan(50);
    expect(counted).toEqual(recounted);

    // Every recent mention stands under exactly the topics that its text matches now.
    const { loadTopicSet, topicDocument } = await import('#topics');
    const { index } = await loadTopicSet(workspace.dataSource);
    const mentions = await workspace.dataSource.query(
      `select text, author_handle as "authorHandle", author_name as "authorName", language,
         language_known as "languageKnown", network,
         array(select topic_id::text from mention_topic t where t.mention_id = m.id order by topic_id) as topics
       from mention m where assessed_at is not null and not own`,
    );
    for (const mention of mentions) expect(mention.topics).toEqual(index.match(topicDocument(mention)));
  }, 60_000);
});

/** A small generator of its own (mulberry32), so that a failure can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
