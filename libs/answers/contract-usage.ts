import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  localeSchema,
  networkSchema,
  pageOf,
  realmSchema,
} from '#platform/contract';

const count = z.number().int();

/** How often an answer was published, and what people answered to it; of one realm, which never mix (rule 9). */
export const answerUsageSchema = z
  .object({
    /** Replies that were sent. */
    total: count,
    lastAt: instantSchema.nullable(),
    byNetwork: z.array(z.object({ network: networkSchema, count })),
    byLanguage: z.array(z.object({ language: localeSchema, count })),
    byVersion: z.array(z.object({ versionNumber: z.number().int(), count })),
    /** The last twelve weeks, each from Monday 00:00 UTC, oldest first; weeks without a use too. */
    byWeek: z.array(z.object({ from: instantSchema, to: instantSchema, count })),
    /** Mentions that answer one of these replies, by sentiment. */
    reactions: z.object({ total: count, bySentiment: z.array(z.object({ sentiment: z.string(), count })) }),
  })
  .meta({ id: 'AnswerUsage' });
export type AnswerUsage = z.infer<typeof answerUsageSchema>;

export const answerUseSchema = z
  .object({
    replyId: idSchema,
    /** The mention that it answered; null where it was published as a post of its own. */
    mentionId: idSchema.nullable(),
    mentionText: z.string().nullable(),
    mentionAuthor: z.string().nullable(),
    /** The incident that such a post speaks of. */
    incidentId: idSchema.nullable(),
    incidentTitle: z.string().nullable(),
    network: networkSchema,
    language: localeSchema,
    versionNumber: z.number().int(),
    /** As it was published. */
    text: z.string(),
    sentAt: instantSchema,
    url: z.string().nullable(),
    by: z.object({ id: idSchema, name: z.string() }),
    reactions: count,
  })
  .meta({ id: 'AnswerUse' });
export type AnswerUse = z.infer<typeof answerUseSchema>;

export const answerReactionSchema = z
  .object({
    mentionId: idSchema,
    replyId: idSchema,
    text: z.string(),
    author: z.string().nullable(),
    network: networkSchema,
    sentiment: z.string(),
    publishedAt: instantSchema,
  })
  .meta({ id: 'AnswerReaction' });
export type AnswerReaction = z.infer<typeof answerReactionSchema>;

const params = z.object({ answerId: idSchema });

export const readUsage = endpoint({
  method: 'GET',
  path: '/api/answers/{answerId}/usage',
  summary: 'How often an answer was published, where, when, and how people took it',
  tag: 'answers',
  access: { anyOf: ['answers.read'] },
  params,
  query: z.object({ realm: realmSchema.default('live') }),
  response: answerUsageSchema,
  problems: ['answer-not-found'],
});

export const listUses = endpoint({
  method: 'GET',
  path: '/api/answers/{answerId}/uses',
  summary: 'The replies that a figure of the usage counts, newest first, with what they answered',
  tag: 'answers',
  access: { anyOf: ['mentions.read'] },
  params,
  query: z.object({
    realm: realmSchema.default('live'),
    network: networkSchema.optional(),
    language: localeSchema.optional(),
    versionNumber: z.coerce.number().int().min(1).max(1_000_000).optional(),
    from: instantSchema.optional(),
    to: instantSchema.optional().describe('Up to, not including'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(20),
  }),
  response: pageOf(answerUseSchema),
  problems: ['answer-not-found', 'cursor-invalid'],
});

export const listReactions = endpoint({
  method: 'GET',
  path: '/api/answers/{answerId}/reactions',
  summary: 'The mentions that answer a published reply of this answer, newest first',
  tag: 'answers',
  access: { anyOf: ['mentions.read'] },
  params,
  query: z.object({
    realm: realmSchema.default('live'),
    sentiment: z
      .string()
      .regex(/^[a-z_]{1,30}$/, { error: 'is not the name of a sentiment' })
      .optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(20),
  }),
  response: pageOf(answerReactionSchema),
  problems: ['answer-not-found', 'cursor-invalid'],
});
