import type { EntityManager } from 'typeorm';
import { conflict, invalidField } from '#platform/problem';
import { decideMinutes, type EscalationActor, finishAct, minutesLater, takeInHand } from './acting.js';
import { applyAskMove } from './escalation-record.js';
import { longestSnoozeMinutes, MOST_SNOOZES } from './limits.js';
import { readDutyBook } from './read-duty-book.js';
import { tellTaken } from './tell-people.js';

export interface AskAddress {
  escalationId: string;
  askId: string;
}

/** Takes the question on: its clock is now the time to decide. Whoever has it already is not pushed aside unawares. */
export async function acknowledge(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress,
  now: Date,
): Promise<void> {
  const hand = await takeInHand(manager, actor, at.escalationId, at.askId);
  const { ask, escalation } = hand;
  if (ask.state === 'acknowledged' && ask.ownerId === actor.personId) return;
  if (ask.state === 'acknowledged') {
    const [owner]: { name: string }[] = await manager.query(`select name from person where id = $1`, [
      ask.ownerId,
    ]);
    throw conflict('escalation-already-taken', `${owner?.name ?? 'Somebody'} has taken this.`, {
      by: owner?.name ?? null,
      at: ask.acknowledgedAt?.toISOString() ?? null,
    });
  }
  const nextAt = minutesLater(now, await decideMinutes(manager, escalation.policyId));
  await applyAskMove(manager, ask, 'acknowledge', {
    ownerId: actor.personId,
    acknowledgedAt: ask.acknowledgedAt ?? now,
    nextAt,
    snoozedUntil: null,
  });
  await tellTaken(manager, escalation, ask, actor);
  await finishAct(
    manager,
    now,
    hand,
    [
      {
        escalationId: escalation.id,
        askId: ask.id,
        kind: 'acknowledged',
        personId: actor.personId,
        params: { until: nextAt },
      },
    ],
    {
      actor,
      action: 'escalation.acknowledged',
      after: { askId: ask.id, departmentId: ask.departmentId, until: nextAt },
    },
  );
}

/** Gives the question to somebody else who may decide; the time to decide begins anew. */
export async function reassign(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress & { personId: string; note: string | null },
  now: Date,
): Promise<void> {
  const hand = await takeInHand(manager, actor, at.escalationId, at.askId);
  const { ask, escalation } = hand;
  const { people } = await readDutyBook(manager, now);
  if (!people.has(at.personId)) {
    throw invalidField('personId', 'unknown-person', 'is not someone who can decide');
  }
  if (ask.ownerId === at.personId) {
    throw invalidField('personId', 'has-it-already', 'has the question already');
  }
  const before = ask.ownerId;
  const nextAt = minutesLater(now, await decideMinutes(manager, escalation.policyId));
  await applyAskMove(manager, ask, ask.state === 'acknowledged' ? null : 'acknowledge', {
    ownerId: at.personId,
    acknowledgedAt: ask.acknowledgedAt ?? now,
    nextAt,
    snoozedUntil: null,
  });
  // Whoever was given it may act on it, whatever their department.
  await manager.query(
    `insert into escalation_asked (ask_id, round, step, repetition, person_id, escalation_id, because, at)
     values ($1, 0, 0, 0, $2, $3, 'named', $4) on conflict do nothing`,
    [ask.id, at.personId, escalation.id, now],
  );
  await finishAct(
    manager,
    now,
    hand,
    [
      {
        escalationId: escalation.id,
        askId: ask.id,
        kind: 'reassigned',
        personId: actor.personId,
        params: { to: at.personId, note: at.note },
      },
    ],
    {
      actor,
      action: 'escalation.reassigned',
      reason: at.note,
      before: { askId: ask.id, ownerId: before },
      after: { askId: ask.id, ownerId: at.personId },
    },
  );
}

/** Puts the question back: nobody has it, and the chain goes on at once from where it was. */
export async function release(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress & { note: string | null },
  now: Date,
): Promise<void> {
  const hand = await takeInHand(manager, actor, at.escalationId, at.askId);
  const { ask, escalation } = hand;
  const before = ask.ownerId;
  await applyAskMove(manager, ask, 'release', {
    ownerId: null,
    nextAt: now,
    snoozedUntil: null,
  });
  await finishAct(
    manager,
    now,
    hand,
    [
      {
        escalationId: escalation.id,
        askId: ask.id,
        kind: 'released',
        personId: actor.personId,
        params: { note: at.note },
      },
    ],
    {
      actor,
      action: 'escalation.released',
      reason: at.note,
      before: { askId: ask.id, ownerId: before },
      after: { askId: ask.id, ownerId: null },
    },
  );
}

/** Puts the question off for a while, whoever has it; not for long and not for ever. */
export async function snooze(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress & { minutes: number; note: string | null },
  now: Date,
): Promise<void> {
  const hand = await takeInHand(manager, actor, at.escalationId, at.askId);
  const { ask, escalation } = hand;
  if (ask.state !== 'acknowledged') {
    throw conflict('snooze-needs-owner', 'Take the question on first: what nobody has cannot be put off.');
  }
  const most = longestSnoozeMinutes(escalation.level);
  if (at.minutes > most) {
    throw invalidField('minutes', 'snooze-too-long', `is more than ${most} minutes at this level`, { most });
  }
  if (ask.snoozes >= MOST_SNOOZES) {
    throw conflict('snoozed-too-often', `This was put off ${MOST_SNOOZES} times already.`, {
      most: MOST_SNOOZES,
    });
  }
  const until = minutesLater(now, at.minutes);
  await applyAskMove(manager, ask, null, { nextAt: until, snoozedUntil: until, snoozes: ask.snoozes + 1 });
  await finishAct(
    manager,
    now,
    hand,
    [
      {
        escalationId: escalation.id,
        askId: ask.id,
        kind: 'snoozed',
        personId: actor.personId,
        params: { until, note: at.note },
      },
    ],
    { actor, action: 'escalation.snoozed', reason: at.note, after: { askId: ask.id, until } },
  );
}
