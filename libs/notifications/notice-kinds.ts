/** What people are told of. The words of each kind are in notice-words.ts, in every language. */
export const NOTICE_KINDS = [
  'answer.review_asked',
  'answer.decided',
  'answer.expiring',
  'answer.asked',
  'answer.ready',
  'reply.second_person',
  'reply.failed',
  'escalation.asked',
  'escalation.louder',
  'escalation.acknowledged',
  'escalation.decided',
  'escalation.mentioned',
  'topic.level',
  'source.attention',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a signed link can lead to. */
export const ACTION_KINDS = ['answer.decide', 'escalation.acknowledge'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];
