import type { EntityManager } from 'typeorm';
import { recordDecisions } from '#audit';
import type { decideMentions } from '#contract/mentions';
import type { InputOf } from '#platform/contract';
import { refuseUnfitAssignee, refuseUnknownDepartments } from './decision-check.js';
import { type HandlingMove, lockMentions, moveMentions } from './locked-mentions.js';
import { type DecisionAction, triage } from './triage.js';

export type DecisionBody = Omit<InputOf<typeof decideMentions>['body'], 'mentionIds'>;

export interface DecidedMention {
  mentionId: string;
  decisionId: string;
  at: Date;
}

export interface RefusedMention {
  mentionId: string;
  code: string;
  detail: string;
}

const RECORDED_AS: Record<DecisionAction, string> = {
  take: 'mention.taken',
  assign: 'mention.assigned',
  unassign: 'mention.unassigned',
  no_reply: 'mention.no_reply',
  escalate: 'mention.escalated',
  reopen: 'mention.reopened',
};

/**
 * Takes one decision on many mentions in the caller's transaction; those it does not apply to are told with the
 * reason and left alone. `version`, for a single mention, is the one that the decision was taken on.
 */
export async function decide(
  manager: EntityManager,
  actor: { personId: string; name: string },
  mentionIds: readonly string[],
  body: DecisionBody & { version?: number },
): Promise<{ decided: DecidedMention[]; refused: RefusedMention[] }> {
  if (body.action === 'assign' && body.assigneeId !== undefined)
    await refuseUnfitAssignee(manager, body.assigneeId);
  const departmentIds = body.action === 'escalate' ? [...new Set(body.departmentIds ?? [])] : [];
  if (departmentIds.length > 0) await refuseUnknownDepartments(manager, departmentIds);

  const ids = [...new Set(mentionIds)];
  const locked = await lockMentions(manager, ids);
  const moves: HandlingMove[] = [];
  const refused: RefusedMention[] = [];
  for (const mentionId of ids) {
    const mention = locked.get(mentionId);
    if (!mention) {
      refused.push({ mentionId, code: 'mention-not-found', detail: 'There is no such mention.' });
      continue;
    }
    const step = triage(mention, body.action, { personId: actor.personId, assigneeId: body.assigneeId });
    const answered = !step.ok && step.code === 'mention-already-answered';
    if (!answered && body.version !== undefined && body.version !== mention.version) {
      refused.push({
        mentionId,
        code: 'mention-changed-meanwhile',
        detail: 'Someone changed this mention meanwhile.',
      });
    } else if (!step.ok) refused.push({ mentionId, code: step.code, detail: step.detail });
    else moves.push({ mention, to: step.to });
  }
  if (moves.length === 0) return { decided: [], refused };

  const versions = await moveMentions(manager, actor.personId, moves);
  const said = {
    reason: body.action === 'no_reply' ? (body.reason ?? null) : null,
    note: body.note ? body.note : null,
    departmentIds: departmentIds.length > 0 ? departmentIds : null,
  };
  const decided: DecidedMention[] = await manager.query(
    `insert into decision (mention_id, person_id, action, reason, note, department_ids, from_state, from_assignee_id,
       to_state, to_assignee_id, version_after)
     select w.id, $2, $3, $4, $5, $6::bigint[], w.from_state, w.from_assignee, w.to_state, w.to_assignee, w.version
     from unnest($1::bigint[], $7::text[], $8::bigint[], $9::text[], $10::bigint[], $11::integer[])
       with ordinality as w(id, from_state, from_assignee, to_state, to_assignee, version, place)
     order by w.place
     returning mention_id as "mentionId", id as "decisionId", at`,
    [
      moves.map(({ mention }) => mention.id),
      actor.personId,
      body.action,
      said.reason,
      said.note,
      said.departmentIds,
      moves.map(({ mention }) => mention.state),
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
      action: RECORDED_AS[body.action],
      subjectType: 'mention',
      subjectId: mention.id,
      reason: said.note ?? said.reason,
      before: { state: mention.state, assigneeId: mention.assigneeId },
      after: { ...to, ...said },
    })),
  );
  return { decided, refused };
}
