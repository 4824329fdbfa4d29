import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  listOf,
  networkSchema,
  pageOf,
  realmSchema,
} from '#platform/contract';
import { personRef, reasonSchema } from './contract-freezes.js';
import { SECOND_REASONS } from './rules.js';

export * from './contract-freezes.js';
export * from './contract-rules.js';

/**
 * (awaiting_second →) queued → sending → sent | uncertain | refused; awaiting_second or queued → cancelled;
 * uncertain → sent | refused after reading back. Back to queued only when the network surely has nothing: it asked to
 * wait (from sending), or it was read back and takes the same reply only once (from uncertain). A reply that went out
 * is never sent again (rule 4).
 */
export const REPLY_STATES = [
  'awaiting_second',
  'queued',
  'sending',
  'sent',
  'uncertain',
  'refused',
  'cancelled',
] as const;
export const replyStateSchema = z.enum(REPLY_STATES);
export type ReplyState = z.infer<typeof replyStateSchema>;

const problemRef = z.object({ code: z.string(), detail: z.string() });

export const replySchema = z
  .object({
    id: idSchema,
    /** The mention that it answers; null for a post of its own. */
    mentionId: idSchema.nullable(),
    /** Where it is a post of its own: the incident that it speaks of, and the account. */
    post: z.object({ incidentId: idSchema, incidentTitle: z.string(), account: z.string() }).nullable(),
    realm: realmSchema,
    network: networkSchema,
    state: replyStateSchema,
    /** The text exactly as it leaves. */
    text: z.string(),
    answerId: idSchema,
    answerVersionNumber: z.number().int(),
    answerVariantId: idSchema,
    question: z.string(),
    placeholders: z.record(z.string(), z.string()),
    externalId: z.string().nullable(),
    url: z.string().nullable(),
    by: personRef,
    createdAt: instantSchema,
    /** Not sent before this moment, so that it can be called back; while uncertain: when the network is read next. */
    dueAt: instantSchema,
    /** The hour that was chosen for it, when one was. */
    scheduledFor: instantSchema.nullable(),
    sentAt: instantSchema.nullable(),
    attempts: z.number().int(),
    /** Why it was refused or is uncertain: a code and the network's words. */
    problem: problemRef.nullable(),
    /** Asked of another person before it leaves, why, and who confirmed. */
    second: z
      .object({ why: z.enum(SECOND_REASONS), by: personRef.nullable(), at: instantSchema.nullable() })
      .nullable(),
    /** Why a queued reply stays where it is though its time has come. */
    hold: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('freeze'),
          freezeId: idSchema,
          reason: z.string(),
          by: z.string().nullable(),
          since: instantSchema,
        }),
        z.object({ kind: z.literal('order'), replyId: idSchema, state: replyStateSchema }),
        /** The author changed the post: somebody looks again before it leaves. */
        z.object({ kind: z.literal('edited'), at: instantSchema }),
      ])
      .nullable(),
    /** What the post says now, and what it said when the reply was picked or looked at last; null: the same. */
    edited: z
      .object({
        wording: z.number().int(),
        at: instantSchema,
        before: z.string().nullable(),
        now: z.string(),
      })
      .nullable(),
    /** The published reply that this one corrects, and why. */
    corrects: z.object({ replyId: idSchema, reason: z.string() }).nullable(),
    /** The reply that corrects this one. */
    correctedById: idSchema.nullable(),
    /** The invitation by which a colleague answered. */
    invitationId: idSchema.nullable(),
    /** Asked to be taken down from the network, why, and what came of it. */
    removal: z
      .object({
        reason: z.string(),
        by: personRef,
        askedAt: instantSchema,
        removedAt: instantSchema.nullable(),
        problem: problemRef.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Reply' });
export type Reply = z.infer<typeof replySchema>;

/** Which wording of the post was seen, as its `wording` says; left out: the one that stands. */
export const seenWording = z.number().int().min(0).optional();

export const replyBody = z.object({
  answerVariantId: idSchema,
  placeholders: z.record(z.string().max(40), z.string().max(500)).default({}),
  wording: seenWording,
});
const sendBody = replyBody.extend({
  /** Not before this moment: one minute to 30 days from now. */
  sendAt: instantSchema.nullable().default(null),
});

export const replyProblems = [
  'mention-not-found',
  'variant-not-found',
  'variant-not-approved',
  'variant-expired',
  'variant-altered',
  'variant-wrong-network',
  'level-not-allowed',
  'placeholder-unknown',
  'placeholder-missing',
  'placeholder-invalid',
  'text-too-long',
  'network-cannot-reply',
  'mention-already-answered',
  'mention-edited',
  'reply-under-way',
] as const;

/** Why a network did not take a reply, each with its own next step; `network-refused`: for a reason of its own. */
export const NETWORK_REFUSALS = [
  'post-deleted',
  'author-blocked',
  'network-text-too-long',
  'duplicate-text',
  'comments-disabled',
  'token-expired',
  'network-refused',
] as const;
export type NetworkRefusal = (typeof NETWORK_REFUSALS)[number];

/** Why a reply is refused or uncertain: these, or one of the problems above found again at the moment of sending. */
export const REPLY_PROBLEMS = [
  ...NETWORK_REFUSALS,
  'second-person-refused',
  'network-postponed',
  'network-no-answer',
  'not-found-yet',
  'not-published',
  'published-after-all',
  'mention-changed-meanwhile',
  'incident-closed-meanwhile',
] as const;

export const previewSchema = z.object({
  text: z.string(),
  length: z.number().int(),
  limit: z.number().int(),
  fits: z.boolean(),
  /** The author changed the post since the wording that was given: it has to be read again. */
  edited: z.boolean(),
});

export const previewReply = endpoint({
  method: 'POST',
  path: '/api/mentions/{mentionId}/replies/preview',
  summary: 'Exactly what would be published, with its length by the network’s own rule',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: z.object({ mentionId: idSchema }),
  body: replyBody,
  response: previewSchema,
  problems: replyProblems,
});

export const sendReply = endpoint({
  method: 'POST',
  path: '/api/mentions/{mentionId}/replies',
  summary:
    'Publish an approved variant as the reply; the header Idempotency-Key makes a repeated request harmless',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: z.object({ mentionId: idSchema }),
  body: sendBody.strict(),
  response: replySchema,
  status: 201,
  problems: [...replyProblems, 'idempotency-key-reused', 'schedule-out-of-limits'],
});

export const cancelReply = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/cancellation',
  summary: 'Call a reply back before it leaves',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: z.object({ replyId: idSchema }),
  response: replySchema,
  problems: ['reply-not-found', 'transition-not-allowed'],
});

export const readBackReply = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/reading-back',
  summary: 'Ask the network whether an uncertain reply is there; never sends',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: z.object({ replyId: idSchema }),
  response: replySchema,
  problems: ['reply-not-found', 'transition-not-allowed', 'network-unreachable'],
});

export const decideAsSecond = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/second-person',
  summary:
    'Confirm, as another person than who picked it, that a reply may leave, or refuse it with a reason',
  tag: 'replies',
  access: { anyOf: ['replies.confirm'] },
  params: z.object({ replyId: idSchema }),
  body: z.discriminatedUnion('decision', [
    /** With the wording that is shown where the post was edited since. */
    z.object({ decision: z.literal('confirmed'), wording: seenWording }).strict(),
    z.object({ decision: z.literal('refused'), reason: reasonSchema }).strict(),
  ]),
  response: replySchema,
  problems: ['reply-not-found', 'transition-not-allowed', 'own-reply', 'mention-edited'],
});

export const lookAgain = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/second-look',
  summary: 'Say that a reply still fits the post that its author changed: it is held no longer for that',
  tag: 'replies',
  access: { anyOf: ['replies.send', 'replies.confirm'] },
  params: z.object({ replyId: idSchema }),
  body: z.object({ wording: z.number().int().min(0) }).strict(),
  response: replySchema,
  problems: ['reply-not-found', 'not-held', 'mention-edited', 'own-reply', 'not-allowed-here'],
});

export const letReplyPass = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/passing',
  summary: 'Let a reply leave though an earlier one of its conversation is not settled',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: z.object({ replyId: idSchema }),
  body: z.object({ reason: reasonSchema }).strict(),
  response: replySchema,
  problems: ['reply-not-found', 'not-held'],
});

export const releaseReply = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/release',
  summary: 'Let one reply leave in spite of the freezes that hold it',
  tag: 'replies',
  access: { anyOf: ['replies.govern'] },
  params: z.object({ replyId: idSchema }),
  body: z.object({ reason: reasonSchema }).strict(),
  response: replySchema,
  problems: ['reply-not-found', 'not-held'],
});

export const removeReply = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/removal',
  summary: 'Take a published reply down from its network, where the network allows it',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: z.object({ replyId: idSchema }),
  body: z.object({ reason: reasonSchema }).strict(),
  response: replySchema,
  status: 202,
  problems: ['reply-not-found', 'not-published-yet', 'network-cannot-remove', 'removal-under-way'],
});

export const correctReply = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/correction',
  summary: 'Publish a second approved answer to the same mention, as the correction of a published reply',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: z.object({ replyId: idSchema }),
  body: replyBody.extend({ reason: reasonSchema }).strict(),
  response: replySchema,
  status: 201,
  problems: [
    ...replyProblems,
    'reply-not-found',
    'no-mention-answered',
    'not-published-yet',
    'correction-under-way',
    'idempotency-key-reused',
  ],
});

export const listReplies = endpoint({
  method: 'GET',
  path: '/api/replies',
  summary: 'The outbox and what has been published, newest first',
  tag: 'replies',
  access: { anyOf: ['mentions.read'] },
  query: z.object({
    state: listOf(replyStateSchema).optional(),
    mentionId: idSchema.optional(),
    answerId: idSchema.optional(),
    realm: realmSchema.optional(),
    /** Picked by colleagues who were invited. */
    invited: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
    personId: idSchema.optional(),
    /** Picked by colleagues who were invited by this field of expertise. */
    fieldId: idSchema.optional(),
    sentSince: instantSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(replySchema),
  problems: ['cursor-invalid'],
});
