import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MessageIndexCache } from '#messages';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { assess, detectLanguage } from '#classification';
import { compileLexicon } from '#rules/classification';
import { addTopic, loadTopicSet, rematchTopic, topicDocument } from '#topics';
import { writeAssessments } from './assessment-write.js';
import { Classifier } from './classify-batch.js';
import { correct } from './correct-assessment.js';
import { drainQueue } from './drain-queue.js';
import { storePage } from './intake.js';
import { claimFresh } from './queue-claim.js';
import {
  countersAndRecount,
  incoming,
  specWorkspace,
  type SpecWorkspace,
  talliesAndRecount,
} from './workspace.fixture.js';

let workspace: SpecWorkspace;
let camille: Actor;

beforeAll(async () => {
  workspace = await specWorkspace();
  camille = await workspace.person('Camille', 'community_manager');
});
afterAll(() => workspace?.close());

const SUBJECTS = ['delivery', 'refund', 'delivery and refund', 'weather'];
const QUERIES = [
  'delivery',
  'refund',
  'delivery AND refund',
  'delivery OR weather',
  'weather NOT refund',
  '"number 1"',
];

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
      const change = pick([
        { level: pick([0, 1, 2, 3, 4] as const) },
        { sentiment: pick(['negative', 'neutral', 'positive'] as const) },
        { language: pick(['en', 'fr']) },
      ]);
      await inTransaction(connection, ({ manager }) =>
        correct(manager, camille, row.id, { ...change, reason: 'seen' }),
      ).catch((error: { code?: string }) => {
        if (error.code !== 'nothing-to-correct') throw error;
      });
    };
    const edit = async (connection: (typeof connections)[number]) => {
      const number = Math.floor(random() * 300);
      await storePage(connection, [
        incoming(number, {
          text: `Post number ${number}, changed, about ${pick(SUBJECTS)}`,
          publishedAt: new Date(recent + (number % 90) * 60_000),
          editedAt: new Date(recent + Math.floor(random() * 1e9)),
          ...(number % 4 === 0 ? { realm: 'training', network: 'training' } : {}),
        }),
      ]);
    };
    const decision = async (connection: (typeof connections)[number]) => {
      await connection.query(
        `update mention set state = $1 where (id, published_at) in (
           select id, published_at from mention where assessed_at is not null order by md5(id::text || $2) limit 1 for update)`,
        [pick(['new', 'in_progress', 'answered', 'no_reply']), String(random())],
      );
    };
    const topicChange = async (
      connection: (typeof connections)[number],
      topicId = pick(topics),
      query = pick(QUERIES),
    ) => {
      const { changeTopicRow } = await import('../topics/topic-change.js');
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
      edit,
      edit,
      decision,
      decision,
      topicChange,
      (connection: (typeof connections)[number]) => rematchTopic(connection, pick(topics), { pageSize: 40 }),
    ];
    await Promise.all(
      connections.map(async (connection) => {
        for (let step = 0; step < 40; step += 1) await pick(steps)(connection);
      }),
    );
    await drainQueue(workspace.dataSource);
    await topicChange(workspace.dataSource, topics[0], 'delivery OR weather');
    for (const topicId of topics) await rematchTopic(workspace.dataSource, topicId);

    const { counted, recounted } = await countersAndRecount(workspace.dataSource);
    expect(recounted.length).toBeGreaterThan(50);
    expect(counted).toEqual(recounted);
    const tallies = await talliesAndRecount(workspace.dataSource);
    expect(tallies.recounted.length).toBeGreaterThan(20);
    expect(tallies.counted).toEqual(tallies.recounted);

    for (let step = 0; step < 40; step += 1) await decision(workspace.dataSource);
    // Beside its topics, every mention stands in the state in which it is.
    const [strayed] = await workspace.dataSource.query(
      `select count(*)::integer as count, (select count(distinct state) from mention_topic)::integer as states
       from mention_topic t join mention m on m.id = t.mention_id and m.published_at = t.published_at
       where m.state <> t.state or m.realm <> t.realm or m.own`,
    );
    expect(strayed).toEqual({ count: 0, states: 4 });

    // Every recent mention stands under exactly the topics that its text matches now.
    const { index } = await loadTopicSet(workspace.dataSource);
    const mentions = await workspace.dataSource.query(
      `select text, author_handle as "authorHandle", author_name as "authorName", language,
         language_known as "languageKnown", network,
         array(select topic_id::text from mention_topic t where t.mention_id = m.id order by topic_id) as topics
       from mention m where assessed_at is not null and not own`,
    );
    for (const mention of mentions) expect(mention.topics).toEqual(index.match(topicDocument(mention)));
  });
});

describe('what happens at the same moment', () => {
  const arrive = async (number: number): Promise<string> => {
    const [outcome] = await storePage(workspace.dataSource, [
      incoming(number, { text: `moment ${number}`, publishedAt: new Date(Date.now() - 60_000) }),
    ]);
    return (outcome as { mentionId: string }).mentionId;
  };
  const topic = (query: string) =>
    inTransaction(workspace.dataSource, ({ manager }) =>
      addTopic(manager, null, { name: query, description: '', query }),
    );
  const topicsOf = (mentionId: string): Promise<{ topic_id: string }[]> =>
    workspace.dataSource.query(`select topic_id from mention_topic where mention_id = $1`, [mentionId]);
  const pause = () => new Promise((resolve) => setTimeout(resolve, 150));

  it('a topic that is made while a batch is being written misses none of it', async () => {
    const mentionId = await arrive(9001);
    const batch = (await claimFresh(workspace.dataSource, 10)).map((mention) => ({
      mention,
      assessment: assess({ text: mention.text }, compileLexicon([]), detectLanguage),
    }));
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const written = writeAssessments(
      workspace.dataSource,
      batch,
      async (manager) => {
        const topics = await loadTopicSet(manager);
        await released;
        return topics;
      },
      new MessageIndexCache(),
    );
    await pause();
    const made = topic('moment 9001').then(async (topicId) => {
      await rematchTopic(workspace.dataSource, topicId);
      return topicId;
    });
    await pause();
    release();
    expect(await written).toContain(mentionId);
    const topicId = await made;
    expect(await topicsOf(mentionId)).toContainEqual({ topic_id: topicId });
  });

  it('a topic that is made between judging and writing is matched by the batch', async () => {
    const mentionId = await arrive(9002);
    const classifier = new Classifier(workspace.dataSource);
    await classifier.classify([]);
    const batch = await claimFresh(workspace.dataSource, 10);
    const topicId = await topic('moment 9002');
    await rematchTopic(workspace.dataSource, topicId);
    await classifier.classify(batch);
    expect(await topicsOf(mentionId)).toContainEqual({ topic_id: topicId });
  });

  it('a correction under way and a topic being matched again count the mention once, at its new level', async () => {
    const mentionId = await arrive(9003);
    await drainQueue(workspace.dataSource);
    const topicId = await topic('moment 9003');
    let matched: Promise<unknown> = Promise.resolve();
    await inTransaction(workspace.dataSource, async ({ manager }) => {
      await correct(manager, camille, mentionId, { level: 4, reason: 'seen' });
      matched = rematchTopic(workspace.dataSource, topicId);
      await pause();
    });
    await matched;
    expect(
      await workspace.dataSource.query(`select level, mentions from mention_counter where topic_id = $1`, [
        topicId,
      ]),
    ).toEqual([{ level: 4, mentions: 1 }]);
  });
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
