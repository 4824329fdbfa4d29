import type { EntityManager } from 'typeorm';
import { recordDecisions } from '#audit';
import type { MentionState } from '#contract/mentions';
import { type HandlingMove, lockMentions, moveMentions } from './locked-mentions.js';
import { UNDO_REFUSALS, undoRefusal } from './triage.js';

interface DecisionToUndo {
  id: string;
  mentionId: string;
  personId: string | null;
  at: Date;
  undoneAt: Date | null;
  versionAfter: number;
  action: string;
  fromState: MentionState;
  fromAssigneeId: string | null;
}

/** Undoes decisions in the caller's transaction; what cannot be undone is told with the reason and left alone. */
export async function undo(
  manager: EntityManager,
  actor: { personId: string; name: string },
  decisionIds: readonly string[],
  now: Date,
): Promise<{ mentionIds: string[]; refused: { decisionId: string; code: string; detail: string }[] }> {
  const ids = [...new Set(decisionIds)];
  const subjects: { mentionId: string }[] = await manager.query(
    `select distinct mention_id as "mentionId" from decision where id = any($1::bigint[])`,
    [ids],
  );
  const locked = await lockMentions(
    manager,
    subjects.map(({ mentionId }) => mentionId),
  );
  // Read after the lock on the mentions: nobody else can undo them now.
  const rows: DecisionToUndo[] = await manager.query(
    `select id, mention_id as "mentionId", person_id as "personId", at, undone_at as "undoneAt", action,
       version_after as "versionAfter", from_state as "fromState", from_assignee_id as "fromAssigneeId"
     from decision where id = any($1::bigint[])`,
    [ids],
  );
  const decisions = new Map(rows.map((row) => [row.id, row]));

  const moves: (HandlingMove & { decision: DecisionToUndo })[] = [];
  const refused: { decisionId: string; code: string; detail: string }[] = [];
  for (const decisionId of ids) {
    const decision = decisions.get(decisionId);
    const mention = decision && locked.get(decision.mentionId);
    const refusal = undoRefusal(mention && decision, {
      personId: actor.personId,
      mentionVersion: mention?.version ?? 0,
      now,
    });
    if (refusal !== null || !decision || !mention) {
      const code = refusal ?? 'decision-not-found';
      refused.push({ decisionId, code, detail: UNDO_REFUSALS[code] });
    } else {
      moves.push({
        decision,
        mention,
        to: { state: decision.fromState, assigneeId: decision.fromAssigneeId },
      });
    }
  }

  await moveMentions(manager, actor.personId, moves);
  await manager.query(`update decision set undone_at = $2 where id = any($1::bigint[])`, [
    moves.map(({ decision }) => decision.id),
    now,
  ]);
  await recordDecisions(
    manager,
    moves.map(({ decision, mention, to }) => ({
      actor,
      action: 'mention.decision_undone',
      subjectType: 'mention',
      subjectId: mention.id,
      before: {
        state: mention.state,
        assigneeId: mention.assigneeId,
        decisionId: decision.id,
        action: decision.action,
      },
      after: to,
    })),
  );
  return { mentionIds: moves.map(({ mention }) => mention.id), refused };
}
