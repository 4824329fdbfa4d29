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
  'situation.morning',
  'situation.level',
  'source.attention',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a signed link can lead to. */
export const ACTION_KINDS = ['answer.decide', 'escalation.acknowledge'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** From this crisis level on, quiet hours and digests are broken, and the console sounds. */
export const LOUD_LEVEL = 3;

/** How a kind is handled unless a person chooses otherwise. */
export interface KindManner {
  mail: boolean;
  push: boolean;
  /** Seconds that a first message waits for more of the same. */
  gatherSeconds: number;
  /** Minutes between two messages about the same matter. */
  throttleMinutes: number;
}

/** Somebody is waiting for this person. */
const URGENT: KindManner = { mail: true, push: true, gatherSeconds: 0, throttleMinutes: 2 };
/** Work to do today. */
const ASKING: KindManner = { mail: true, push: true, gatherSeconds: 20, throttleMinutes: 15 };
/** Good to know. */
const TELLING: KindManner = { mail: false, push: false, gatherSeconds: 60, throttleMinutes: 15 };

export const KIND_MANNERS: Readonly<Record<NoticeKind, KindManner>> = {
  'answer.review_asked': ASKING,
  'answer.decided': TELLING,
  'answer.expiring': { ...TELLING, mail: true },
  'answer.asked': ASKING,
  'answer.ready': TELLING,
  'reply.second_person': URGENT,
  'reply.failed': ASKING,
  'escalation.asked': URGENT,
  'escalation.louder': URGENT,
  'escalation.acknowledged': TELLING,
  'escalation.decided': ASKING,
  'escalation.mentioned': ASKING,
  'topic.level': ASKING,
  // Asked for, at an hour of one's own: neither gathered nor held back.
  'situation.morning': { mail: true, push: false, gatherSeconds: 0, throttleMinutes: 0 },
  'situation.level': { mail: true, push: false, gatherSeconds: 0, throttleMinutes: 0 },
  'source.attention': { ...ASKING, push: false },
};

/** Where the matters of a kind are found together, when one message tells of several. */
export const KIND_PAGES: Readonly<Record<NoticeKind, string>> = {
  'answer.review_asked': '/library/approvals',
  'answer.decided': '/library',
  'answer.expiring': '/library',
  'answer.asked': '/requests',
  'answer.ready': '/requests',
  'reply.second_person': '/replies?state=awaiting_second',
  'reply.failed': '/replies?state=refused',
  'escalation.asked': '/escalations',
  'escalation.louder': '/escalations',
  'escalation.acknowledged': '/escalations',
  'escalation.decided': '/escalations',
  'escalation.mentioned': '/escalations',
  'topic.level': '/topics',
  'situation.morning': '/dashboard',
  'situation.level': '/dashboard',
  'source.attention': '/sources',
};
