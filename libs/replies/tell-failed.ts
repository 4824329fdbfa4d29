import type { EntityManager } from 'typeorm';
import { notify } from '#notifications';
import type { ReplyRecord } from './reply-record.js';

/** Whoever asked for a reply is told that it was not published; the mention, of this level, waits for an answer again. */
export async function tellFailed(
  manager: EntityManager,
  level: number,
  reply: ReplyRecord,
  problem: string,
): Promise<void> {
  await notify(manager, {
    kind: 'reply.failed',
    personIds: [reply.personId],
    level,
    groupKey: 'replies',
    params: { text: reply.text.slice(0, 120), network: reply.network, problem: problem.slice(0, 200) },
    link: `/inbox/${reply.mentionId}`,
  });
}
