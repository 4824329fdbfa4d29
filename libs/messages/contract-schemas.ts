import { z } from 'zod';
import {
  approvalSchema,
  earlierDecisionSchema,
  keyMessageSchema,
  versionStateSchema,
} from '#contract/answers';
import { idSchema, instantSchema, realmSchema } from '#platform/contract';

/**
 * `house`: one umbrella message, up to three pillars under it, each standing on its proofs; one for the organisation and
 * one for each topic. `map`: the three messages that answer one concern of one public (Covello); as many as are needed.
 */
export const MESSAGE_SET_KINDS = ['house', 'map'] as const;
export type MessageSetKind = (typeof MESSAGE_SET_KINDS)[number];
export const MOST_MESSAGES = 3;
export const MOST_PROOFS = 3;

const wording = (most: number) =>
  z.object({ fr: z.string().trim().max(most).default(''), en: z.string().trim().max(most).default('') });

export const messageSchema = z
  .object({
    /** Stays when the words change: answers carry the message by it. */
    key: keyMessageSchema.shape.id,
    text: wording(200),
    proofs: z.array(wording(300)).max(MOST_PROOFS).default([]),
  })
  .meta({ id: 'KeyMessage' });
export type Message = z.infer<typeof messageSchema>;

export const messageContentSchema = z.object({
  /** What the whole house says; null in a map. */
  umbrella: messageSchema.nullable().default(null),
  /** The question or worry that a map answers, and whose it is; empty in a house. */
  concern: wording(300).default({ fr: '', en: '' }),
  /** The pillars of a house, the messages of a map. */
  messages: z.array(messageSchema).max(MOST_MESSAGES).default([]),
  departmentIds: z.array(idSchema).min(1).max(20).describe('Every one of these departments must approve'),
});
export type MessageContent = z.infer<typeof messageContentSchema>;

export const messageVersionSchema = messageContentSchema
  .extend({
    id: idSchema,
    number: z.number().int(),
    state: versionStateSchema,
    author: z.object({ id: idSchema, name: z.string() }),
    /** Who wrote or edited it: they decide nothing on it. */
    editorIds: z.array(idSchema),
    createdAt: instantSchema,
    submittedAt: instantSchema.nullable(),
    approvedAt: instantSchema.nullable(),
    closedReason: z.string().nullable(),
    approvals: z.array(approvalSchema),
    earlierDecisions: z.array(earlierDecisionSchema),
    contentHash: z.string().nullable(),
    revision: z.number().int(),
  })
  .meta({ id: 'MessageSetVersion' });
export type MessageVersion = z.infer<typeof messageVersionSchema>;

export const messageSetSchema = z
  .object({
    id: idSchema,
    kind: z.enum(MESSAGE_SET_KINDS),
    /** null: for the organisation as a whole. */
    topic: z.object({ id: idSchema, name: z.string() }).nullable(),
    /** The version in force, else the newest. */
    shown: messageVersionSchema,
    inForce: z.boolean(),
    newest: z.object({ number: z.number().int(), state: versionStateSchema }),
    /** A version in review waits for a department of mine, and the words are not mine. */
    awaitsMe: z.boolean(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'MessageSet' });
export type MessageSet = z.infer<typeof messageSetSchema>;

export const messageSetDetailSchema = messageSetSchema
  .extend({
    versions: z.array(messageVersionSchema),
    /** Messages that came of a workshop, by their key. */
    origins: z.array(z.object({ key: z.string(), workshop: z.object({ id: idSchema, title: z.string() }) })),
  })
  .meta({ id: 'MessageSetDetail' });
export type MessageSetDetail = z.infer<typeof messageSetDetailSchema>;

const count = z.number().int();
const share = z.number().min(0).max(1);

/** What became of a message. Where a share has nothing to be a share of, it is null. */
export const messageFigureSchema = z
  .object({
    key: z.string(),
    text: wording(300),
    setId: idSchema,
    kind: z.enum(MESSAGE_SET_KINDS),
    umbrella: z.boolean(),
    inForce: z.boolean(),
    /** The figures count from here: when the message first came into force, or the beginning of the span. */
    from: instantSchema,
    /** Replies sent, and those of them that carry the message; penetration is their share. */
    repliesSent: count,
    repliesCarrying: count,
    penetration: share.nullable(),
    /** Mentions of the topic since, and those that repeat the message; pick-up is their share. */
    mentions: count,
    mentionsRepeating: count,
    pickUp: share.nullable(),
    /** What people said of finds: right or wrong; precision is the share of right ones. */
    confirmed: count,
    rejected: count,
    precision: share.nullable(),
  })
  .meta({ id: 'MessageFigure' });
export type MessageFigure = z.infer<typeof messageFigureSchema>;

export const HIT_KINDS = ['wording', 'near'] as const;
export const VERDICTS = ['yes', 'no'] as const;

export const messageHitSchema = z
  .object({
    mentionId: idSchema,
    realm: realmSchema,
    network: z.string(),
    author: z.string().nullable(),
    text: z.string(),
    publishedAt: instantSchema,
    kind: z.enum(HIT_KINDS),
    share,
    /** Of the mention, as they stand there. */
    words: z.array(z.string()),
    verdict: z.enum(VERDICTS).nullable(),
    verdictBy: z.string().nullable(),
  })
  .meta({ id: 'MessageHit' });
export type MessageHit = z.infer<typeof messageHitSchema>;

/** A message that an answer can carry. */
export const offeredMessageSchema = z
  .object({
    key: z.string(),
    text: wording(300),
    umbrella: z.boolean(),
    kind: z.enum(MESSAGE_SET_KINDS),
    setId: idSchema,
    topic: z.object({ id: idSchema, name: z.string() }).nullable(),
  })
  .meta({ id: 'OfferedMessage' });
export type OfferedMessage = z.infer<typeof offeredMessageSchema>;
