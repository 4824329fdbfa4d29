import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, instantSchema, limitSchema, pageOf } from '#platform/contract';

const hookPost = z
  .object({
    /** The other system's own id of the post: what makes it the same post however often it comes. */
    id: z.string().min(1).max(250),
    text: z.string().min(1).max(10_000),
    publishedAt: instantSchema,
    /** When its author changed the text last: a later one than is known takes the text over. */
    editedAt: instantSchema.nullish(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullish(),
    author: z
      .object({
        handle: z.string().max(300).nullish(),
        name: z.string().max(300).nullish(),
        followers: z.number().int().min(0).nullish(),
        url: z
          .url({ protocol: /^https?$/ })
          .max(2000)
          .nullish(),
        bio: z.string().max(10_000).nullish(),
      })
      .nullish(),
    inReplyTo: z.string().max(300).nullish(),
    conversation: z.string().max(300).nullish(),
    language: z.string().max(35).nullish(),
    own: z.boolean().nullish(),
    hasMedia: z.boolean().nullish(),
  })
  .meta({ id: 'HookPost' });
export type HookPost = z.infer<typeof hookPost>;

/** One post of a delivery; a post at fault leaves the others alone. */
export const hookPostSchema = hookPost;

const hookOutcome = z.object({
  deliveryId: idSchema,
  stored: z.number().int(),
  /** Posts that were here already. */
  known: z.number().int(),
  /** Posts taken back by their authors, whose texts are erased. */
  erased: z.number().int(),
  refused: z.array(z.object({ item: z.number().int(), field: z.string(), reason: z.string() })),
});
export type HookOutcome = z.infer<typeof hookOutcome>;

export const deliverHook = endpoint({
  method: 'POST',
  path: '/api/hooks/{sourceId}',
  summary: 'Deliver posts of another system to a webhook source, signed over the raw body',
  tag: 'hooks',
  access: 'public',
  params: z.object({ sourceId: idSchema }),
  body: z.object({
    /** New posts, at most 500. */
    posts: z.array(z.unknown()).max(500).default([]),
    /** Ids of posts that their authors took back. */
    deleted: z.array(z.string().min(1).max(300)).max(500).default([]),
  }),
  response: hookOutcome,
  problems: ['hook-not-found', 'signature-missing', 'signature-wrong', 'signature-late', 'source-paused'],
});

export const hookDeliverySchema = z
  .object({
    id: idSchema,
    receivedAt: instantSchema,
    outcome: z.enum(['taken', 'refused']),
    /** Why it was refused, or what was wrong with single posts. */
    problem: z.string().nullable(),
    bytes: z.number().int(),
    /** The body as text, cut where it is long; empty once a post in it was taken back by its author. */
    excerpt: z.string(),
    stored: z.number().int(),
    known: z.number().int(),
    refused: z.number().int(),
    erased: z.number().int(),
    replays: z.number().int(),
    replayedAt: instantSchema.nullable(),
  })
  .meta({ id: 'HookDelivery' });
export type HookDeliveryView = z.infer<typeof hookDeliverySchema>;

export const listHookDeliveries = endpoint({
  method: 'GET',
  path: '/api/sources/{sourceId}/deliveries',
  summary: 'What was delivered to a webhook source lately, newest first',
  tag: 'hooks',
  access: { anyOf: ['sources.read'] },
  params: z.object({ sourceId: idSchema }),
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(30) }),
  response: pageOf(hookDeliverySchema),
  problems: ['source-not-found'],
});

export const replayHookDelivery = endpoint({
  method: 'POST',
  path: '/api/sources/{sourceId}/deliveries/{deliveryId}/replay',
  summary: 'Take a delivery once more, as it came; posts that are here already stay as they are',
  tag: 'hooks',
  access: { anyOf: ['sources.write'] },
  params: z.object({ sourceId: idSchema, deliveryId: idSchema }),
  response: hookOutcome,
  problems: [
    'source-not-found',
    'delivery-not-found',
    'delivery-unreadable',
    'delivery-not-signed',
    'delivery-emptied',
  ],
});
