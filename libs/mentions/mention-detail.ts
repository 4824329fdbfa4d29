import type { EntityManager } from 'typeorm';
import { viewAssessment } from '#classification';
import { type Decision, type MentionDetail, pictureSchema } from '#contract/mentions';
import { notFound } from '#platform/problem';
import type { Assessment } from '#rules/classification';
import { readConversation } from './conversation.js';
import { SUMMARY_COLUMNS, type SummaryRow, viewSummary } from './mention-summary.js';
import { readPresence } from './presence.js';

/** A mention with all that surrounds it. Refuses what is unknown, not yet classified, or one's own post. */
export async function readDetail(manager: EntityManager, mentionId: string): Promise<MentionDetail> {
  const [row]: DetailRow[] = await manager.query(
    `select ${SUMMARY_COLUMNS}, m.assessment, case when m.realm = 'training' then m.extra->'picture' end as picture
     from mention_identity i
     join mention m on m.id = i.mention_id and m.published_at = i.published_at
     left join person p on p.id = m.assignee_id
     where i.mention_id = $1 and m.assessed_at is not null and not m.own`,
    [mentionId],
  );
  if (!row) throw notFound('mention-not-found', 'There is no such mention.');
  const decisions = await readDecisions(manager, mentionId);
  return {
    ...viewSummary(row),
    assessment: viewAssessment(row.assessment),
    picture: pictureSchema.safeParse(row.picture).data ?? null,
    conversation: await readConversation(manager, mentionId),
    decisions: decisions.map(({ departmentIds: _, ...decision }) => decision),
    presence: await readPresence(manager, mentionId),
    edits: await readEdits(manager, mentionId),
    escalation: row.state === 'escalated' ? escalationOf(decisions) : null,
  };
}

interface DetailRow extends SummaryRow {
  assessment: Assessment & { correctedBy?: string | null };
  picture: unknown;
}

/** What it said before, the newest first. */
async function readEdits(manager: EntityManager, mentionId: string): Promise<MentionDetail['edits']> {
  const rows: { editedAt: Date; textBefore: string }[] = await manager.query(
    `select edited_at as "editedAt", text_before as "textBefore" from mention_edit
     where mention_id = $1 order by id desc limit ${MOST_EDITS}`,
    [mentionId],
  );
  return rows.map(({ editedAt, textBefore }) => ({ editedAt: editedAt.toISOString(), textBefore }));
}

/** Who changes a post more often than this is not read for each of them. */
const MOST_EDITS = 20;

type DecisionWithDepartments = Decision & { departmentIds: string[] | null };

interface DecisionRead {
  id: string;
  at: Date;
  personId: string | null;
  personName: string | null;
  action: string;
  reason: string | null;
  note: string | null;
  departmentIds: string[] | null;
  fromState: Decision['from']['state'];
  fromAssigneeId: string | null;
  toState: Decision['to']['state'];
  toAssigneeId: string | null;
  undone: boolean;
}

async function readDecisions(manager: EntityManager, mentionId: string): Promise<DecisionWithDepartments[]> {
  const rows: DecisionRead[] = await manager.query(
    `select d.id, d.at, d.person_id as "personId", p.name as "personName", d.action, d.reason, d.note,
       d.department_ids as "departmentIds", d.from_state as "fromState", d.from_assignee_id as "fromAssigneeId",
       d.to_state as "toState", d.to_assignee_id as "toAssigneeId", d.undone_at is not null as undone
     from decision d left join person p on p.id = d.person_id
     where d.mention_id = $1 order by d.id`,
    [mentionId],
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: row.personId === null ? null : { id: row.personId, name: row.personName ?? '' },
    action: row.action,
    reason: row.reason,
    note: row.note,
    departmentIds: row.departmentIds,
    from: { state: row.fromState, assigneeId: row.fromAssigneeId },
    to: { state: row.toState, assigneeId: row.toAssigneeId },
    undone: row.undone,
  }));
}

/** What the last escalation that stands asks, and whom. */
function escalationOf(decisions: readonly DecisionWithDepartments[]): MentionDetail['escalation'] {
  const last = decisions.findLast(({ action, undone }) => action === 'escalate' && !undone);
  return last ? { departmentIds: last.departmentIds ?? [], note: last.note } : null;
}
