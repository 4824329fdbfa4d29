/** What can be escalated. */
export const SUBJECT_TYPES = ['mention', 'mention_group', 'answer_request', 'topic'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

export const DECISION_KINDS = ['use_answer', 'write_answer', 'no_reply', 'returned'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** From this level of a topic on, the product escalates it by itself. */
export const TOPIC_ESCALATED_FROM = 2;

const DECISIONS: Readonly<Record<SubjectType, readonly DecisionKind[]>> = {
  mention: DECISION_KINDS,
  mention_group: DECISION_KINDS,
  // There is nothing yet that could be published: somebody writes it, or says why nobody will.
  answer_request: ['write_answer', 'no_reply', 'returned'],
  topic: ['write_answer', 'no_reply', 'returned'],
};

/** What can be decided on such a matter. */
export function decisionsOn(subjectType: SubjectType): readonly DecisionKind[] {
  return DECISIONS[subjectType];
}
