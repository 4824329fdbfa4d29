import type { DataSource } from 'typeorm';
import { isCurrentSql } from '#answers';
import { TRAINING_HANDLE, TRAINING_NAME, TrainingNetwork } from '#networks';
import { inTransaction } from '#platform/database';
import type { JobQueue } from '#platform/jobs';
import { OutboxService, PublishReply, ReadBackReply, type ReplyPublisher } from '#replies';
import type { DemoActor } from './demo-person.js';

/** Nothing waits for a worker: whatever is asked of one is done here. */
export const AT_ONCE: JobQueue = {
  enqueue: async () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
  health: async () => ({ driver: 'none', waiting: 0, running: 0, failed: 0 }),
};

export interface ReplyThen {
  mentionId: string;
  /** The question of the answer in French. */
  question: string;
  placeholders: Readonly<Record<string, string>>;
}

/**
 * A reply of some days ago on the training network, through the very outbox of today: what may not be said is refused
 * as ever. Its times are put back afterwards.
 */
export async function replyThen(
  dataSource: DataSource,
  by: DemoActor,
  { mentionId, question, placeholders }: ReplyThen,
  at: Date,
): Promise<void> {
  const publisher = publisherThen(dataSource, at);
  const publishers = () => publisher;
  const outbox = new OutboxService(dataSource, publishers, AT_ONCE, { replyDelaySeconds: 0 });
  const answerVariantId = await variantFor(dataSource, mentionId, question);
  const { id } = await outbox.send(
    mentionId,
    { answerVariantId, placeholders },
    by,
    `demonstration-${mentionId}`,
  );
  const readBack = new ReadBackReply(dataSource, publishers, AT_ONCE);
  await new PublishReply(dataSource, publishers, AT_ONCE, readBack).run(id);
  await inTransaction(dataSource, async ({ manager }) => {
    await manager.query(
      `update reply set created_at = $2, due_at = $2, sent_at = $2, response_seconds = null where id = $1`,
      [id, at],
    );
    await manager.query(`update decision set at = $2 where mention_id = $1 and action = 'reply'`, [
      mentionId,
      at,
    ]);
  });
}

function publisherThen(dataSource: DataSource, at: Date): ReplyPublisher {
  const network = new TrainingNetwork(dataSource);
  const find = async (key: string) => {
    const post = await network.findByKey(key);
    return post ? { externalId: post.id } : ('none' as const);
  };
  return {
    idempotent: true,
    posts: true,
    find: (reply) => find(reply.idempotencyKey),
    async publish(reply) {
      await inTransaction(dataSource, ({ manager }) =>
        network.insert(manager, {
          ...{ authorHandle: TRAINING_HANDLE, authorName: TRAINING_NAME, followers: 48_200 },
          ...{ text: reply.text, hasMedia: false, inReplyToId: reply.inReplyToExternalId, own: true },
          ...{ idempotencyKey: reply.idempotencyKey, inject: null, publishedAt: at },
        }),
      );
      const posted = await find(reply.idempotencyKey);
      if (posted === 'none') throw new Error('the training network did not keep the reply');
      return posted;
    },
  };
}

/** The variant of an approved answer in the language of the mention, for every network. */
async function variantFor(dataSource: DataSource, mentionId: string, question: string): Promise<string> {
  const [row]: { id: string }[] = await dataSource.query(
    `select w.id from answer_version v join answer_variant w on w.version_id = v.id
       join mention_identity i on i.mention_id = $1
       join mention m on m.id = i.mention_id and m.published_at = i.published_at and m.language = w.language
     where v.question_fr = $2 and ${isCurrentSql('v')} order by w.network nulls first, w.id limit 1`,
    [mentionId, question],
  );
  if (!row) throw new Error(`no approved answer to “${question}” fits the mention ${mentionId}`);
  return row.id;
}
