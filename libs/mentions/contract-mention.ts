import { z } from 'zod';
import { idSchema, instantSchema, networkSchema, realmSchema } from '#platform/contract';
import { assessmentSchema, levelSchema } from '#contract/classification';

export const MENTION_STATES = ['new', 'in_progress', 'answered', 'escalated', 'no_reply'] as const;
export const mentionStateSchema = z.enum(MENTION_STATES);
export type MentionState = z.infer<typeof mentionStateSchema>;

/** Why a mention gets no reply; `other` asks for a note. */
export const NO_REPLY_REASONS = [
  'nothing_asked',
  'thanks_enough',
  'troll',
  'rager',
  'satire',
  'duplicate',
  'spam',
  'not_about_us',
  'other',
] as const;
export const noReplyReasonSchema = z.enum(NO_REPLY_REASONS);

/** States of an answer request whose answer is still to come or to be used; libs/requests has the others. */
export const WAITING_REQUEST_STATES = ['open', 'drafted', 'in_review', 'ready'] as const;

/** The answer asked for from a mention: it waits for it, or is only proposed to. */
const askedAnswerSchema = z.object({
  id: idSchema,
  state: z.enum(WAITING_REQUEST_STATES),
  standing: z.enum(['attached', 'proposed']),
});

const authorSchema = z.object({
  handle: z.string().nullable(),
  name: z.string().nullable(),
  followers: z.number().int().nullable(),
  url: z.string().nullable(),
});

/** The SHA-256 of its bytes. */
export const pictureIdSchema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not the id of a picture' });

/** A picture of a post in a drill, and what is to be seen on it. */
export const pictureSchema = z.object({ id: pictureIdSchema, alt: z.string() }).meta({ id: 'Picture' });
export type Picture = z.infer<typeof pictureSchema>;

export const mentionSummarySchema = z
  .object({
    id: idSchema,
    realm: realmSchema,
    network: networkSchema,
    sourceId: idSchema.nullable(),
    externalId: z.string(),
    url: z.string().nullable(),
    author: authorSchema,
    text: z.string(),
    publishedAt: instantSchema,
    receivedAt: instantSchema,
    state: mentionStateSchema,
    level: levelSchema,
    severity: z.number().int(),
    language: z.string(),
    languageKnown: z.boolean(),
    sentiment: z.string(),
    intent: z.string(),
    harm: z.string(),
    /** The reason that weighed most, for the list. */
    mainReason: assessmentSchema.shape.reasons.element.nullable(),
    topicIds: z.array(idSchema),
    assignee: z.object({ id: idSchema, name: z.string() }).nullable(),
    hasMedia: z.boolean(),
    /** Taken back by its author: text and author are erased. */
    erased: z.boolean(),
    /** The answer that was asked for from here, or from a similar mention; null: none is being waited for. */
    request: askedAnswerSchema.nullable(),
    /** How often its author changed the words; a reply may carry the wording that it was picked for. */
    wording: z.number().int(),
    /** Rises with each change; decisions may carry the version they were taken on. */
    version: z.number().int(),
  })
  .meta({ id: 'Mention' });
export type MentionSummary = z.infer<typeof mentionSummarySchema>;

/** A post around a mention: a mention itself, or context such as one's own posts and published replies. */
export const conversationPostSchema = z
  .object({
    mentionId: idSchema.nullable(),
    replyId: idSchema.nullable(),
    externalId: z.string().nullable(),
    author: authorSchema,
    /** Posted by the organisation. */
    own: z.boolean(),
    text: z.string(),
    /** A published reply that was taken down from its network. */
    removedAt: instantSchema.nullable(),
    publishedAt: instantSchema,
    state: mentionStateSchema.nullable(),
  })
  .meta({ id: 'ConversationPost' });

export const decisionSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    by: z.object({ id: idSchema, name: z.string() }).nullable(),
    action: z.string(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    from: z.object({ state: mentionStateSchema, assigneeId: idSchema.nullable() }),
    to: z.object({ state: mentionStateSchema, assigneeId: idSchema.nullable() }),
    undone: z.boolean(),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof decisionSchema>;

export const presenceSchema = z
  .object({
    personId: idSchema,
    name: z.string(),
    activity: z.enum(['viewing', 'answering']),
  })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof presenceSchema>;

export const mentionDetailSchema = mentionSummarySchema
  .extend({
    assessment: assessmentSchema,
    /** Only posts of drills bring theirs along; of real ones their network is asked. */
    picture: pictureSchema.nullable(),
    conversation: z.array(conversationPostSchema),
    decisions: z.array(decisionSchema),
    presence: z.array(presenceSchema),
    escalation: z.object({ departmentIds: z.array(idSchema), note: z.string().nullable() }).nullable(),
    /** What it said until its author changed it, the newest change first; the time may be that of seeing it. */
    edits: z.array(z.object({ editedAt: instantSchema, textBefore: z.string() })),
  })
  .meta({ id: 'MentionDetail' });
export type MentionDetail = z.infer<typeof mentionDetailSchema>;
