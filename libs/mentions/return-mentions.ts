import type { EntityManager } from 'typeorm';
import { recordDecisions } from '#audit';
import { type HandlingMove, lockMentions, moveMentions } from './locked-mentions.js';

/**
 * Gives escalated mentions back to work with what was decided, in the caller's transaction: to whom they were assigned,
 * or else to `keeperId`. Mentions that are no longer escalated are left alone. Returns the ids of those that moved.
 */
export async function returnMentions(
  manager: EntityManager,
  actor: { personId: string; name: string } | null,
  mentionIds: readonly string[],
  said: { reason: string; note: string | null; keeperId: string | null },
): Promise<string[]> {
  const locked = await lockMentions(manager, mentionIds);
  const moves: HandlingMove[] = [...locked.values()]
    .filter(({ state }) => state === 'escalated')
    .map((mention) => {
      const assigneeId = mention.assigneeId ?? said.keeperId;
      return { mention, to: { state: assigneeId === null ? 'new' : 'in_progress', assigneeId } };
    });
  const versions = await moveMentions(manager, actor?.personId ?? null, moves);
  await manager.query(
    `insert into decision (mention_id, person_id, action, reason, note, from_state, from_assignee_id, to_state,
       to_assignee_id, version_after)
     select w.id, $2, 'escalation_decided', $3, $4, 'escalated', w.from_assignee, w.to_state, w.to_assignee, w.version
     from unnest($1::bigint[], $5::bigint[], $6::text[], $7::bigint[], $8::integer[])
       with ordinality as w(id, from_assignee, to_state, to_assignee, version, place)
     order by w.place`,
    [
      moves.map(({ mention }) => mention.id),
      actor?.personId ?? null,
      said.reason,
      said.note,
      moves.map(({ mention }) => mention.assigneeId),
      moves.map(({ to }) => to.state),
      moves.map(({ to }) => to.assigneeId),
      moves.map(({ mention }) => versions.get(mention.id)),
    ],
  );
  await recordDecisions(
    manager,
    moves.map(({ mention, to }) => ({
      actor,
      action: 'mention.returned',
      subjectType: 'mention',
      subjectId: mention.id,
      reason: said.note ?? said.reason,
      before: { state: mention.state, assigneeId: mention.assigneeId },
      after: { ...to, decision: said.reason },
    })),
  );
  return moves.map(({ mention }) => mention.id);
}
