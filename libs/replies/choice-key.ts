import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ReplyChoice } from './prepare-reply.js';

/**
 * Idempotency keys for replies that are sent together for something (`request-7`): the same for the same choice under a
 * mention, another one once a reply came to nothing, so that the mention can be answered after all.
 */
export async function choiceKeys(
  manager: EntityManager,
  origin: string,
  mentionIds: readonly string[],
): Promise<(mentionId: string, choice: ReplyChoice) => string> {
  const rows: { id: string; ended: number }[] = await manager.query(
    `select mention_id as id, count(*)::integer as ended from reply
     where mention_id = any($1::bigint[]) and state in ('refused', 'cancelled') group by mention_id`,
    [mentionIds],
  );
  const ended = new Map(rows.map((row) => [row.id, row.ended]));
  return (mentionId, choice) => `${origin}-${mentionId}-${ended.get(mentionId) ?? 0}-${choiceHash(choice)}`;
}

function choiceHash({ answerVariantId, placeholders }: ReplyChoice): string {
  const values = Object.entries(placeholders).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([answerVariantId, values]))
    .digest('hex')
    .slice(0, 24);
}
