import type { EntityManager } from 'typeorm';
import { conflict, invalidField } from '#platform/problem';
import { type EscalationActor, finishAct, takeInHand } from './acting.js';
import type { AskAddress } from './ask-acts.js';
import { applyAskMove, type AskRecord } from './escalation-record.js';
import { handOverCycle } from './hand-over-cycle.js';

/**
 * Hands the question over to another department, whose chain begins at once. A department that has had the question
 * already is not asked in a circle: it can only be handed back to.
 */
export async function handOver(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress & { departmentId: string; note: string },
  now: Date,
): Promise<void> {
  const hand = await takeInHand(manager, actor, at.escalationId, at.askId);
  const { ask, asks, escalation } = hand;
  const [known]: { id: string }[] = await manager.query(`select id from department where id = $1`, [
    at.departmentId,
  ]);
  if (!known) throw invalidField('departmentId', 'unknown-department', 'is not a department');
  const cycle = handOverCycle(asks, ask, at.departmentId);
  if (cycle) {
    throw conflict(
      'hand-over-cycle',
      'This department has had the question already: hand it back, or decide.',
      {
        departmentIds: cycle.join(', '),
      },
    );
  }
  if (asks.some((one) => one.departmentId === at.departmentId && one.state !== 'withdrawn')) {
    throw conflict('department-asked-already', 'This department is asked already.', {
      departmentId: at.departmentId,
    });
  }
  await applyAskMove(manager, ask, 'hand_over', { ownerId: null, nextAt: null, snoozedUntil: null });
  const [row]: { id: string }[] = await manager.query(
    `insert into escalation_ask (escalation_id, department_id, place, state, next_at, began_at, handed_from, level,
       policy_id)
     values ($1, $2, $3, 'open', $4, $4, $5, $6, $7) returning id`,
    [escalation.id, at.departmentId, ask.place, now, ask.id, escalation.level, escalation.policyId],
  );
  await finishAct(
    manager,
    now,
    { escalation, asks: [...asks, { ...ask, state: 'open' }] },
    [
      {
        escalationId: escalation.id,
        askId: row?.id ?? null,
        kind: 'handed_over',
        personId: actor.personId,
        params: { from: ask.departmentId, to: at.departmentId, note: at.note },
      },
    ],
    {
      actor,
      action: 'escalation.handed_over',
      reason: at.note,
      before: { askId: ask.id, departmentId: ask.departmentId },
      after: { askId: row?.id ?? null, departmentId: at.departmentId },
    },
  );
}

/** Hands the question back to the department that handed it over, whose chain begins a new round at once. */
export async function handBack(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress & { note: string },
  now: Date,
): Promise<void> {
  const hand = await takeInHand(manager, actor, at.escalationId, at.askId);
  const { ask, asks, escalation } = hand;
  const origin: AskRecord | undefined = asks.find(({ id }) => id === ask.handedFrom);
  if (!origin)
    throw conflict(
      'nobody-handed-over',
      'No department has handed this over: there is none to hand back to.',
    );
  await applyAskMove(manager, ask, 'withdraw', { ownerId: null, nextAt: null, snoozedUntil: null });
  await applyAskMove(manager, origin, 'reopen', {
    ownerId: null,
    nextAt: now,
    round: origin.round + 1,
    step: 0,
    repetition: 0,
    loudFrom: Math.max(origin.loudFrom, origin.round + 2),
  });
  await finishAct(
    manager,
    now,
    { escalation, asks },
    [
      {
        escalationId: escalation.id,
        askId: origin.id,
        kind: 'handed_back',
        personId: actor.personId,
        params: { from: ask.departmentId, to: origin.departmentId, note: at.note },
      },
    ],
    {
      actor,
      action: 'escalation.handed_back',
      reason: at.note,
      before: { askId: ask.id, departmentId: ask.departmentId },
      after: { askId: origin.id, departmentId: origin.departmentId },
    },
  );
}
