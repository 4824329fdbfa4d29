import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { conflict } from '#platform/problem';
import { type LogEntry, writeLog } from './escalation-log.js';
import {
  applyAskMove,
  applyEscalationMove,
  type AskRecord,
  type EscalationRecord,
} from './escalation-record.js';
import { isLive } from './life-cycles.js';
import { escalationsChanged } from './wake-engine.js';

interface Locked {
  escalation: EscalationRecord;
  asks: AskRecord[];
}

type By = { personId: string; name: string } | null;

/** Closes an escalation whose matter was settled elsewhere; the caller holds its lock. Questions are withdrawn. */
export async function closeEscalation(
  manager: EntityManager,
  { escalation, asks }: Locked,
  {
    by,
    reason,
    note = null,
    mergedInto = null,
  }: { by: By; reason: string; note?: string | null; mergedInto?: string | null },
  now: Date,
): Promise<void> {
  const before = escalation.state;
  for (const ask of asks.filter(({ state }) => isLive(state) || state === 'waiting')) {
    await applyAskMove(manager, ask, 'withdraw', { ownerId: null, nextAt: null, snoozedUntil: null });
  }
  await applyEscalationMove(manager, escalation, 'close', { closedAt: now, closeReason: reason, mergedInto });
  const kind = mergedInto === null ? 'closed' : 'merged';
  await writeLog(manager, now, [
    {
      escalationId: escalation.id,
      kind,
      personId: by?.personId ?? null,
      params: { reason, note, mergedInto },
    },
  ]);
  await escalationsChanged(manager, [escalation.id]);
  await recordDecision(manager, {
    actor: by,
    action: `escalation.${kind}`,
    subjectType: 'escalation',
    subjectId: escalation.id,
    reason: note ?? reason,
    before: { state: before },
    after: { state: 'closed', reason, ...(mergedInto === null ? {} : { mergedInto }) },
  });
}

/** Asks every department again, from the top of the chain; the caller holds the lock. */
export async function reopenEscalation(
  manager: EntityManager,
  { escalation, asks }: Locked,
  { by, note, log = [] }: { by: By; note: string | null; log?: readonly LogEntry[] },
  now: Date,
): Promise<void> {
  if (escalation.mergedInto !== null) {
    throw conflict('escalation-merged', 'This was merged into another escalation: reopen that one.', {
      escalationId: escalation.mergedInto,
    });
  }
  const before = escalation.state;
  await applyEscalationMove(manager, escalation, 'reopen', {
    acknowledgedAt: null,
    decidedAt: null,
    closedAt: null,
    outcome: null,
    effect: 'none',
    effectProblem: null,
    closeReason: null,
    reopened: escalation.reopened + 1,
  });
  for (const ask of asks.filter((one) => isAskedAgain(one, asks))) {
    await applyAskMove(manager, ask, 'reopen', {
      ownerId: null,
      acknowledgedAt: null,
      decidedAt: null,
      decidedBy: null,
      decision: null,
      confirmedBy: null,
      snoozes: 0,
      nextAt: now,
      beganAt: now,
      round: ask.round + 1,
      step: 0,
      repetition: 0,
      loudFrom: ask.round + 2,
    });
  }
  await manager.query(`update escalation_mention set standing = true where escalation_id = $1`, [
    escalation.id,
  ]);
  await writeLog(manager, now, [
    ...log,
    { escalationId: escalation.id, kind: 'reopened', personId: by?.personId ?? null, params: { note } },
  ]);
  await escalationsChanged(manager, [escalation.id]);
  await recordDecision(manager, {
    actor: by,
    action: 'escalation.reopened',
    subjectType: 'escalation',
    subjectId: escalation.id,
    reason: note,
    before: { state: before },
    after: { state: 'open', reopened: escalation.reopened },
  });
}

/** Whoever has handed it over is not asked, nor whoever has handed it back. */
function isAskedAgain(ask: AskRecord, asks: readonly AskRecord[]): boolean {
  const origin = asks.find(({ id }) => id === ask.handedFrom);
  return ask.state !== 'handed_over' && (!origin || origin.state === 'handed_over');
}
