import type { EntityManager } from 'typeorm';
import { actOnSubject } from './act-on-subject.js';
import type { EscalationActor } from './acting.js';
import type { LogEntry } from './escalation-log.js';
import {
  applyAskMove,
  applyEscalationMove,
  type AskRecord,
  type Decision,
  type EscalationRecord,
  mentionIdsOf,
} from './escalation-record.js';
import { jointOutcome, outcomeKey } from './joint-outcome.js';
import { isLive } from './life-cycles.js';

/**
 * What the departments' decisions come to, carried out in the caller's transaction as far as rows go: the escalation is
 * decided and its mentions go back to work, or the next department begins, or all are asked again because they disagree.
 */
export async function settle(
  manager: EntityManager,
  actor: EscalationActor,
  escalation: EscalationRecord,
  asks: readonly AskRecord[],
  now: Date,
): Promise<LogEntry[]> {
  const counted = asks.filter(({ state }) => state !== 'handed_over' && state !== 'withdrawn');
  const joint = jointOutcome(
    counted.map(({ state, decision }) => (state === 'decided' ? decision : null)),
    escalation.rule,
    escalation.needed,
  );
  if (joint.state === 'disagreed') return askAgain(manager, escalation, counted, now);
  if (joint.state === 'open') return beginNext(manager, escalation, counted, now);
  const deciding = counted.findLast(
    ({ state, decision }) => state === 'decided' && decision && outcomeKey(decision) === joint.key,
  );
  if (!deciding?.decision) throw new Error('an outcome without a decision');
  return conclude(
    manager,
    actor,
    escalation,
    asks,
    { decision: deciding.decision, by: deciding.decidedBy },
    now,
  );
}

/** Everybody is asked again, with the crisis lead: a disagreement is not left to itself. */
async function askAgain(
  manager: EntityManager,
  escalation: EscalationRecord,
  asks: readonly AskRecord[],
  now: Date,
): Promise<LogEntry[]> {
  for (const ask of asks.filter(({ state }) => state === 'decided')) {
    await applyAskMove(manager, ask, 'reopen', {
      ownerId: null,
      decidedAt: null,
      decidedBy: null,
      decision: null,
      confirmedBy: null,
      nextAt: now,
      round: ask.round + 1,
      step: 0,
      repetition: 0,
      loudFrom: Math.min(ask.loudFrom, ask.round + 1),
    });
  }
  return [{ escalationId: escalation.id, kind: 'disagreed' }];
}

async function beginNext(
  manager: EntityManager,
  escalation: EscalationRecord,
  asks: readonly AskRecord[],
  now: Date,
): Promise<LogEntry[]> {
  if (asks.some(({ state }) => isLive(state))) return [];
  const next = asks.find(({ state }) => state === 'waiting');
  if (!next) return [];
  await applyAskMove(manager, next, 'begin', { nextAt: now, beganAt: now });
  return [
    {
      escalationId: escalation.id,
      askId: next.id,
      kind: 'began',
      params: { departmentId: next.departmentId },
    },
  ];
}

async function conclude(
  manager: EntityManager,
  actor: EscalationActor,
  escalation: EscalationRecord,
  asks: readonly AskRecord[],
  { decision, by }: { decision: Decision; by: string | null },
  now: Date,
): Promise<LogEntry[]> {
  for (const ask of asks.filter(({ state }) => isLive(state) || state === 'waiting')) {
    await applyAskMove(manager, ask, 'withdraw', { ownerId: null, nextAt: null, snoozedUntil: null });
  }
  const mentionIds = await mentionIdsOf(manager, escalation.id);
  const done = await actOnSubject(manager, actor, escalation, decision, mentionIds);
  const publishes = decision.kind === 'use_answer' && mentionIds.length > 0;
  await applyEscalationMove(manager, escalation, 'decide', {
    decidedAt: now,
    acknowledgedAt: escalation.acknowledgedAt ?? now,
    outcome: { ...done, by },
    effect: publishes ? 'pending' : 'none',
    effectProblem: null,
  });
  const log: LogEntry[] = [
    {
      escalationId: escalation.id,
      kind: 'decided',
      personId: by,
      params: { kind: decision.kind, note: decision.note },
    },
  ];
  // What is still to be done keeps it from closing: a reply to publish, an answer to write and have approved.
  if (publishes || decision.kind === 'write_answer') return log;
  await applyEscalationMove(manager, escalation, 'close', { closedAt: now, closeReason: 'done' });
  return [...log, { escalationId: escalation.id, kind: 'closed', params: { reason: 'done' } }];
}
