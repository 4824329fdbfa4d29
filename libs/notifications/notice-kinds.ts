/** What people are told of. The words of each kind are in notice-words-en.ts and its like. */
export const NOTICE_KINDS = [
  'answer.review_asked',
  'answer.decided',
  'answer.expiring',
  'answer.review_due',
  'answer.asked',
  'answer.overdue',
  'answer.ready',
  'messages.review_asked',
  'messages.decided',
  'reply.second_person',
  'reply.failed',
  'reply.mention_edited',
  'reply.answered_edited',
  'post.second_person',
  'post.failed',
  'invitation.asked',
  'invitation.over',
  'invitation.declined',
  'invitation.lapsed',
  'invitation.returned',
  'escalation.asked',
  'escalation.louder',
  'escalation.acknowledged',
  'escalation.decided',
  'escalation.mentioned',
  'escalation.rerouted',
  'topic.level',
  'incident.asked',
  'incident.role_offered',
  'incident.role_answered',
  'incident.overdue',
  'incident.report',
  'incident.action_overdue',
  'situation.morning',
  'situation.level',
  'source.attention',
  'source.access_ending',
  'contact.changed',
  'stakeholder.contact_due',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Told to channels only, for programs to follow: no person has anything to do about them. */
const CHANNEL_ONLY_KINDS: readonly NoticeKind[] = ['contact.changed'];
/** What a person can choose to be told. */
export const PERSONAL_NOTICE_KINDS = NOTICE_KINDS.filter((kind) => !CHANNEL_ONLY_KINDS.includes(kind));

/** What a signed link can lead to. */
export const ACTION_KINDS = ['answer.decide', 'escalation.acknowledge'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

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
  'answer.review_due': { ...TELLING, mail: true },
  'answer.asked': ASKING,
  'answer.overdue': ASKING,
  'answer.ready': TELLING,
  'messages.review_asked': ASKING,
  'messages.decided': TELLING,
  'reply.second_person': URGENT,
  'reply.failed': ASKING,
  'reply.mention_edited': URGENT,
  'reply.answered_edited': ASKING,
  'post.second_person': URGENT,
  'post.failed': URGENT,
  'invitation.asked': { ...ASKING, gatherSeconds: 0 },
  'invitation.over': TELLING,
  'invitation.declined': ASKING,
  'invitation.lapsed': ASKING,
  'invitation.returned': ASKING,
  'escalation.asked': URGENT,
  'escalation.louder': URGENT,
  'escalation.acknowledged': TELLING,
  'escalation.decided': ASKING,
  'escalation.mentioned': ASKING,
  'escalation.rerouted': ASKING,
  'topic.level': ASKING,
  'incident.asked': URGENT,
  'incident.role_offered': URGENT,
  'incident.role_answered': TELLING,
  'incident.overdue': URGENT,
  'incident.report': { ...ASKING, gatherSeconds: 0, throttleMinutes: 0 },
  'incident.action_overdue': ASKING,
  // Asked for, at an hour of one's own: neither gathered nor held back.
  'situation.morning': { mail: true, push: false, gatherSeconds: 0, throttleMinutes: 0 },
  'situation.level': { mail: true, push: false, gatherSeconds: 0, throttleMinutes: 0 },
  'source.attention': { ...ASKING, push: false },
  'source.access_ending': { ...ASKING, push: false },
  'stakeholder.contact_due': { ...ASKING, push: false },
  // Each change is a message of its own: a CRM that follows along needs every one of them.
  'contact.changed': { mail: false, push: false, gatherSeconds: 0, throttleMinutes: 0 },
};

/** Where the matters of a kind are found together, when one message tells of several. */
export const KIND_PAGES: Readonly<Record<NoticeKind, string>> = {
  'answer.review_asked': '/library/approvals',
  'answer.decided': '/library',
  'answer.expiring': '/library',
  'answer.review_due': '/library',
  'answer.asked': '/requests',
  'answer.overdue': '/requests?overdue=true',
  'answer.ready': '/requests',
  'messages.review_asked': '/messages',
  'messages.decided': '/messages',
  'reply.second_person': '/replies?state=awaiting_second',
  'reply.failed': '/replies?state=refused',
  'reply.mention_edited': '/replies?state=queued',
  'reply.answered_edited': '/replies?state=sent',
  'post.second_person': '/replies?state=awaiting_second',
  'post.failed': '/replies?state=refused',
  'invitation.asked': '/invitations',
  'invitation.over': '/invitations',
  'invitation.declined': '/inbox',
  'invitation.lapsed': '/inbox',
  'invitation.returned': '/inbox',
  'escalation.asked': '/escalations',
  'escalation.louder': '/escalations',
  'escalation.acknowledged': '/escalations',
  'escalation.decided': '/escalations',
  'escalation.mentioned': '/escalations',
  'escalation.rerouted': '/escalations',
  'topic.level': '/topics',
  'incident.asked': '/incidents',
  'incident.role_offered': '/incidents',
  'incident.role_answered': '/incidents',
  'incident.overdue': '/incidents',
  'incident.report': '/incidents',
  'incident.action_overdue': '/incidents/actions',
  'situation.morning': '/dashboard',
  'situation.level': '/dashboard',
  'source.attention': '/sources',
  'source.access_ending': '/sources',
  'contact.changed': '/contacts',
  'stakeholder.contact_due': '/stakeholders?show=mine',
};
