import type { EntityManager } from 'typeorm';
import { createDraft } from '#answers';
import type { InputOf } from '#platform/contract';
import { invalidField } from '#platform/problem';
import type { EscalationActor, InHand } from './acting.js';
import type { decideEscalation } from './contract.js';
import { draftFor } from './draft-for.js';
import type { Decision, EscalationRecord } from './escalation-record.js';
import { decisionsOn } from './subjects.js';

export type DecisionBody = InputOf<typeof decideEscalation>['body'];

/**
 * The decision as it is kept, made while the question is in hand: a draft that it begins is written in the transaction of
 * the decision, or not at all. `answerId` is the answer of the chosen variant.
 */
export async function composeDecision(
  manager: EntityManager,
  actor: EscalationActor,
  { escalation, ask }: InHand,
  body: DecisionBody,
  answerId: string | null,
): Promise<Decision> {
  refuseUnfit(escalation, body);
  const decision: Decision = { kind: body.kind, note: body.note ?? null };
  if (body.kind === 'no_reply' && body.reason) decision.reason = body.reason;
  if (body.kind === 'use_answer' && body.answerVariantId) {
    const { answerVariantId, placeholders } = body;
    Object.assign(decision, { answerVariantId, placeholders, answerId });
  }
  if (body.kind === 'write_answer' && body.draft) {
    const content = await draftFor(manager, escalation, ask, actor, body.draft);
    decision.draftAnswerId = await createDraft(manager, 'answer', content, actor);
  }
  return decision;
}

/** What does not go together with the matter is refused with its field. */
function refuseUnfit({ subjectType }: Pick<EscalationRecord, 'subjectType'>, body: DecisionBody): void {
  if (!decisionsOn(subjectType).includes(body.kind)) {
    throw invalidField('kind', 'decision-not-for-subject', 'cannot be decided on this matter', {
      subject: subjectType,
    });
  }
  const ofRequest = subjectType === 'answer_request';
  if (body.kind === 'write_answer' && ofRequest && body.draft) {
    throw invalidField('draft', 'draft-from-request', 'is not given here: it begins with what was asked');
  }
  if (body.kind === 'write_answer' && !ofRequest && !body.draft) {
    throw invalidField('draft', 'required', 'is required to write an answer');
  }
  if (body.kind === 'no_reply' && ofRequest && !body.note) {
    throw invalidField('note', 'required', 'is required: whoever asked reads why there is no answer');
  }
}
