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

/**
 * queued → sending → sent | uncertain | failed; queued → cancelled; uncertain → sent | failed after reading back.
 * Back to queued only when the network surely has nothing: it asked to wait (from sending), or it was read back and
 * takes the same reply only once (from uncertain). A reply that went out is never sent again (rule 4).
 */
export const REPLY_STATES = ['queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled'] as const;
export const replyStateSchema = z.enum(REPLY_STATES);
export type ReplyState = z.infer<typeof replyStateSchema>;

export const replySchema = z
  .object({
    id: idSchema,
    mentionId: idSchema,
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
    by: z.object({ id: idSchema, name: z.string() }),
    createdAt: instantSchema,
    /** Not sent before this moment, so that it can be called back; while uncertain: when the network is read next. */
    dueAt: instantSchema,
    sentAt: instantSchema.nullable(),
    attempts: z.number().int(),
    /** Why it failed or is uncertain: a code and the network's words. */
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'Reply' });
export type Reply = z.infer<typeof replySchema>;

const replyBody = z.object({
  answerVariantId: idSchema,
  placeholders: z.record(z.string().max(40), z.string().max(500)).default({}),
});

const replyProblems = [
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
  'reply-under-way',
] as const;

/** Why a reply failed or is uncertain: these, or one of the problems above found again at the moment of sending. */
export const REPLY_PROBLEMS = [
  'network-refused',
  'network-postponed',
  'network-no-answer',
  'not-found-yet',
  'not-published',
  'published-after-all',
  'mention-changed-meanwhile',
] as const;

export const previewReply = endpoint({
  method: 'POST',
  path: '/api/mentions/{mentionId}/replies/preview',
  summary: 'Exactly what would be published, with its length by the network’s own rule',
  tag: 'replies',
  access: { anyOf: ['replies.send'] },
  params: z.object({ mentionId: idSchema }),
  body: replyBody,
  response: z.object({
    text: z.string(),
    length: z.number().int(),
    limit: z.number().int(),
    fits: z.boolean(),
  }),
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
  body: replyBody.strict(),
  response: replySchema,
  status: 201,
  problems: [...replyProblems, 'idempotency-key-reused'],
});

export const cancelReply = endpoint({
  method: 'POST',
  path: '/api/replies/{replyId}/cancellation',
  summary: 'Call a queued reply back before it leaves',
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
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(replySchema),
  problems: ['cursor-invalid'],
});
