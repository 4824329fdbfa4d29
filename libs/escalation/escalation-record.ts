import type { EntityManager } from 'typeorm';
import { conflict, notFound } from '#platform/problem';
import type { DecisionRule, Outcome } from './joint-outcome.js';
import {
  type AskMove,
  type AskState,
  type EscalationMove,
  type EscalationState,
  moveAsk,
  moveEscalation,
} from './life-cycles.js';
import type { SubjectType } from './subjects.js';

/** What was decided, as it is kept: with what is needed to carry it out. */
export interface Decision extends Outcome {
  answerVariantId?: string;
  placeholders?: Record<string, string>;
  /** One of the reasons for no reply. */
  reason?: string;
  note: string | null;
  /** The draft that was begun. */
  draftAnswerId?: string;
}

export interface EscalationRecord {
  id: string;
  subjectType: SubjectType;
  subjectId: string;
  realm: 'live' | 'training';
  level: number;
  topicId: string | null;
  question: string;
  why: string;
  state: EscalationState;
  policyId: string | null;
  mode: 'parallel' | 'in_turn';
  rule: DecisionRule;
  needed: number;
  openedBy: string | null;
  openedAt: Date;
  acknowledgedAt: Date | null;
  decidedAt: Date | null;
  closedAt: Date | null;
  outcome: (Decision & { by: string | null }) | null;
  effect: 'none' | 'pending' | 'done' | 'refused';
  effectProblem: string | null;
  closeReason: string | null;
  mergedInto: string | null;
  reopened: number;
  version: number;
}

export interface AskRecord {
  id: string;
  escalationId: string;
  departmentId: string | null;
  place: number;
  state: AskState;
  ownerId: string | null;
  round: number;
  step: number;
  repetition: number;
  loudFrom: number;
  nextAt: Date | null;
  beganAt: Date | null;
  acknowledgedAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  decision: Decision | null;
  confirmedBy: string | null;
  snoozedUntil: Date | null;
  snoozes: number;
  handedFrom: string | null;
}

export const ESCALATION_COLUMNS = `e.id, e.subject_type as "subjectType", e.subject_id as "subjectId", e.realm, e.level,
  e.topic_id as "topicId", e.question, e.why, e.state, e.policy_id as "policyId", e.mode, e.rule, e.needed,
  e.opened_by as "openedBy", e.opened_at as "openedAt", e.acknowledged_at as "acknowledgedAt",
  e.decided_at as "decidedAt", e.closed_at as "closedAt", e.outcome, e.effect, e.effect_problem as "effectProblem",
  e.close_reason as "closeReason", e.merged_into as "mergedInto", e.reopened, e.version`;

export const ASK_COLUMNS = `a.id, a.escalation_id as "escalationId", a.department_id as "departmentId", a.place, a.state,
  a.owner_id as "ownerId", a.round, a.step, a.repetition, a.loud_from as "loudFrom", a.next_at as "nextAt",
  a.began_at as "beganAt", a.acknowledged_at as "acknowledgedAt", a.decided_at as "decidedAt",
  a.decided_by as "decidedBy", a.decision, a.confirmed_by as "confirmedBy", a.snoozed_until as "snoozedUntil",
  a.snoozes, a.handed_from as "handedFrom"`;

/** Locks an escalation with its questions; every change of either is made under this lock. */
export async function lockEscalation(
  manager: EntityManager,
  escalationId: string,
): Promise<{ escalation: EscalationRecord; asks: AskRecord[] }> {
  const [escalation]: EscalationRecord[] = await manager.query(
    `select ${ESCALATION_COLUMNS} from escalation e where e.id = $1 for no key update`,
    [escalationId],
  );
  if (!escalation) throw notFound('escalation-not-found', 'There is no such escalation.');
  return { escalation, asks: await readAsks(manager, [escalationId], 'for no key update') };
}

export function readAsks(
  manager: EntityManager,
  escalationIds: readonly string[],
  lock = '',
): Promise<AskRecord[]> {
  return manager.query(
    `select ${ASK_COLUMNS} from escalation_ask a where a.escalation_id = any($1::bigint[])
     order by a.escalation_id, a.place, a.id ${lock}`,
    [escalationIds],
  );
}

export async function mentionIdsOf(manager: EntityManager, escalationId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select mention_id as id from escalation_mention where escalation_id = $1 order by mention_id`,
    [escalationId],
  );
  return rows.map(({ id }) => id);
}

/** Columns that change with a move; what is left out stays as it is. */
export type AskChange = Partial<
  Pick<
    AskRecord,
    | 'ownerId'
    | 'round'
    | 'step'
    | 'repetition'
    | 'loudFrom'
    | 'nextAt'
    | 'beganAt'
    | 'acknowledgedAt'
    | 'decidedAt'
    | 'decidedBy'
    | 'decision'
    | 'confirmedBy'
    | 'snoozedUntil'
    | 'snoozes'
  >
>;

/** Moves a question and changes the record in hand with it; `null` changes columns without a move. */
export async function applyAskMove(
  manager: EntityManager,
  ask: AskRecord,
  move: AskMove | null,
  change: AskChange,
): Promise<void> {
  const state = move === null ? ask.state : moveAsk(ask.state, move);
  if (!state) throw notNow(ask.state, move ?? '');
  Object.assign(ask, change, { state });
  await manager.query(
    `update escalation_ask set state = $2, owner_id = $3, round = $4, step = $5, repetition = $6, loud_from = $7,
       next_at = $8, began_at = $9, acknowledged_at = $10, decided_at = $11, decided_by = $12, decision = $13,
       confirmed_by = $14, snoozed_until = $15, snoozes = $16
     where id = $1`,
    [
      ask.id,
      ask.state,
      ask.ownerId,
      ask.round,
      ask.step,
      ask.repetition,
      ask.loudFrom,
      ask.nextAt,
      ask.beganAt,
      ask.acknowledgedAt,
      ask.decidedAt,
      ask.decidedBy,
      ask.decision === null ? null : JSON.stringify(ask.decision),
      ask.confirmedBy,
      ask.snoozedUntil,
      ask.snoozes,
    ],
  );
}

export type EscalationChange = Partial<
  Pick<
    EscalationRecord,
    | 'acknowledgedAt'
    | 'decidedAt'
    | 'closedAt'
    | 'outcome'
    | 'effect'
    | 'effectProblem'
    | 'closeReason'
    | 'mergedInto'
    | 'reopened'
  >
>;

/** Moves an escalation and changes the record in hand with it; its version rises with every change. */
export async function applyEscalationMove(
  manager: EntityManager,
  escalation: EscalationRecord,
  move: EscalationMove | null,
  change: EscalationChange = {},
): Promise<void> {
  const state = move === null ? escalation.state : moveEscalation(escalation.state, move);
  if (!state) throw notNow(escalation.state, move ?? '');
  Object.assign(escalation, change, { state, version: escalation.version + 1 });
  await manager.query(
    `update escalation set state = $2, acknowledged_at = $3, decided_at = $4, closed_at = $5, outcome = $6,
       effect = $7, effect_problem = $8, close_reason = $9, merged_into = $10, reopened = $11, version = $12
     where id = $1`,
    [
      escalation.id,
      escalation.state,
      escalation.acknowledgedAt,
      escalation.decidedAt,
      escalation.closedAt,
      escalation.outcome === null ? null : JSON.stringify(escalation.outcome),
      escalation.effect,
      escalation.effectProblem,
      escalation.closeReason,
      escalation.mergedInto,
      escalation.reopened,
      escalation.version,
    ],
  );
  if (state === 'decided' || state === 'closed') {
    await manager.query(
      `update escalation_mention set standing = false where escalation_id = $1 and standing`,
      [escalation.id],
    );
  }
}

function notNow(state: string, move: string) {
  return conflict('transition-not-allowed', `This is ${state.replace('_', ' ')}: “${move}” does not apply.`, {
    state,
    move,
  });
}
