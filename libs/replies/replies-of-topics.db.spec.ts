import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { HostileNetwork } from './hostile-network.fixture.js';
import { OutboxWorld } from './outbox.fixture.js';

let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let variantId: string;

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  ({ variantId } = await world.approved());
  network = await world.network({ keyed: false });
  world.publishers.set('mastodon', network.publisher());
}, 120_000);
afterAll(() => world?.close());

async function answer(mentionId: string): Promise<void> {
  const { id } = await world.outbox.send(
    mentionId,
    { answerVariantId: variantId, placeholders: {} },
    world.anna,
    null,
  );
  await world.publish.run(id);
}

/** As classification and a changed topic do it: with the mention's row in hand. */
async function attach(mentionId: string, topicId: number, change: 'attach' | 'detach'): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('select from mention where id = $1 for update', [mentionId]);
    await manager.query(
      change === 'attach'
        ? `insert into mention_topic (topic_id, published_at, mention_id)
             select $2, published_at, id from mention where id = $1 on conflict do nothing`
        : 'delete from mention_topic where mention_id = $1 and topic_id = $2',
      [mentionId, topicId],
    );
  });
}

const COLUMNS =
  'realm, sent_at, network, mention_language, response_seconds, asked_before, carries_message, answer_version_id';
async function keptAndRecounted() {
  const kept = await dataSource.query(
    `select topic_id, reply_id, ${COLUMNS} from topic_reply order by topic_id, reply_id`,
  );
  const recounted = await dataSource.query(
    `select t.topic_id, r.id as reply_id, ${COLUMNS.replace(/\w+/g, 'r.$&')} from mention_topic t
     join reply r on r.mention_id = t.mention_id and r.state = 'sent' and r.corrects_id is null
     order by t.topic_id, r.id`,
  );
  return { kept, recounted };
}

describe('the replies of a topic', () => {
  it('are known whether the topic came before the reply or after it, and forgotten with the topic', async () => {
    const mentionId = await world.mention();
    await attach(mentionId, 1, 'attach');
    await answer(mentionId);
    await attach(mentionId, 2, 'attach');
    const { kept, recounted } = await keptAndRecounted();
    expect(kept).toHaveLength(2);
    expect(kept).toEqual(recounted);
    await attach(mentionId, 1, 'detach');
    expect((await keptAndRecounted()).kept).toEqual([expect.objectContaining({ topic_id: '2' })]);
  });

  it('equal a recount when topics come and go while replies leave', async () => {
    const mentions = await Promise.all(Array.from({ length: 24 }, () => world.mention()));
    await Promise.all(
      mentions.flatMap((mentionId, place) => [
        answer(mentionId),
        attach(mentionId, 1 + (place % 3), 'attach'),
        attach(mentionId, 4, 'attach').then(() =>
          place % 2 === 0 ? attach(mentionId, 4, 'detach') : undefined,
        ),
      ]),
    );
    const { kept, recounted } = await keptAndRecounted();
    expect(kept.length).toBeGreaterThan(24);
    expect(kept).toEqual(recounted);
  }, 60_000);
});
