import type { EntityManager } from 'typeorm';
import { conflict, forbidden } from '#platform/problem';
import { readReplyRules } from '#replies';
import { secondPersonFor } from '#rules/replies';
import { type EscalationActor, finishAct, type InHand, takeInHand } from './acting.js';
import type { AskAddress } from './ask-acts.js';
import { applyAskMove, type Decision } from './escalation-record.js';
import { SECOND_PERSON_LEVEL } from './limits.js';
import { lockSubject } from './lock-subject.js';
import { settle } from './settle.js';
import { tellDecided } from './tell-people.js';

/**
 * A department decides. What would publish at crisis level waits for a second person, its chain running on to find one;
 * where the outbox asks for that second person itself, it is not asked for twice. A function makes the decision once the
 * question is in hand, in the same transaction.
 */
export async function decideAsk(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress,
  given: Decision | ((hand: InHand) => Promise<Decision>),
  now: Date,
): Promise<void> {
  const hand = await takeForDecision(manager, actor, at);
  const { ask, escalation } = hand;
  if (ask.state === 'confirming') {
    throw conflict(
      'second-person-needed',
      'A decision waits here for a second person: confirm or refuse it.',
    );
  }
  const decision = typeof given === 'function' ? await given(hand) : given;
  const taken = { ownerId: null, snoozedUntil: null, decision, decidedAt: now, decidedBy: actor.personId };
  const about = { escalationId: escalation.id, askId: ask.id, personId: actor.personId };
  if (await needsSecondPerson(manager, escalation.level, decision)) {
    await applyAskMove(manager, ask, 'propose', {
      ...taken,
      nextAt: now,
      acknowledgedAt: ask.acknowledgedAt ?? now,
    });
    await finishAct(manager, now, hand, [{ ...about, kind: 'proposed', params: { kind: decision.kind } }], {
      actor,
      action: 'escalation.proposed',
      reason: decision.note,
      after: { askId: ask.id, departmentId: ask.departmentId, ...decision },
    });
    return;
  }
  await applyAskMove(manager, ask, 'decide', {
    ...taken,
    nextAt: null,
    acknowledgedAt: ask.acknowledgedAt ?? now,
  });
  await finishDecision(manager, actor, hand, now, 'escalation.decided');
}

/** The second person agrees; on record with both names. */
export async function confirmDecision(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress,
  now: Date,
): Promise<void> {
  const hand = await takeForDecision(manager, actor, at);
  refuseOwnDecision(hand, actor);
  await applyAskMove(manager, hand.ask, 'decide', { nextAt: null, confirmedBy: actor.personId });
  await finishDecision(manager, actor, hand, now, 'escalation.confirmed');
}

/** The second person does not agree: the question is open again. */
export async function refuseDecision(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress & { note: string },
  now: Date,
): Promise<void> {
  const hand = await takeForDecision(manager, actor, at);
  refuseOwnDecision(hand, actor);
  const { ask, escalation } = hand;
  const before = ask.decision;
  await applyAskMove(manager, ask, 'reopen', {
    decision: null,
    decidedAt: null,
    decidedBy: null,
    nextAt: now,
  });
  await finishAct(
    manager,
    now,
    hand,
    [
      {
        escalationId: escalation.id,
        askId: ask.id,
        kind: 'confirmation_refused',
        personId: actor.personId,
        params: { note: at.note },
      },
    ],
    {
      actor,
      action: 'escalation.confirmation_refused',
      reason: at.note,
      before,
      after: { askId: ask.id, state: 'open' },
    },
  );
}

async function needsSecondPerson(
  manager: EntityManager,
  level: number,
  { kind }: Pick<Decision, 'kind'>,
): Promise<boolean> {
  if (level < SECOND_PERSON_LEVEL || kind !== 'use_answer') return false;
  return secondPersonFor(await readReplyRules(manager), level, 'low') === null;
}

/** The matter is always locked before the escalation: whoever escalates a mention anew, or ends a request, holds it already. */
async function takeForDecision(
  manager: EntityManager,
  actor: EscalationActor,
  at: AskAddress,
): Promise<InHand> {
  await lockSubject(manager, at.escalationId);
  return takeInHand(manager, actor, at.escalationId, at.askId);
}

function refuseOwnDecision({ ask }: InHand, actor: EscalationActor): void {
  if (ask.state !== 'confirming') {
    throw conflict('nothing-to-confirm', 'No decision waits for a second person here.');
  }
  if (ask.decidedBy === actor.personId) {
    throw forbidden('second-person-needed', 'Nobody confirms their own decision.');
  }
}

async function finishDecision(
  manager: EntityManager,
  actor: EscalationActor,
  hand: InHand,
  now: Date,
  action: string,
): Promise<void> {
  const { ask, asks, escalation } = hand;
  const settled = await settle(manager, actor, escalation, asks, now);
  await tellDecided(manager, escalation, actor);
  await finishAct(
    manager,
    now,
    hand,
    [
      {
        escalationId: escalation.id,
        askId: ask.id,
        kind: 'department_decided',
        personId: ask.decidedBy ?? actor.personId,
        params: { ...summary(ask.decision), confirmedBy: ask.confirmedBy },
      },
      ...settled,
    ],
    {
      actor,
      action,
      reason: ask.decision?.note ?? null,
      after: {
        askId: ask.id,
        departmentId: ask.departmentId,
        ...ask.decision,
        decidedBy: ask.decidedBy,
        confirmedBy: ask.confirmedBy,
        state: escalation.state,
      },
    },
  );
}

function summary(decision: Decision | null) {
  return { kind: decision?.kind ?? null, note: decision?.note ?? null };
}
