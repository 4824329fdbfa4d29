import { z } from 'zod';
import { endpoint, idSchema, instantSchema, realmSchema } from '#platform/contract';

export const topicSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    description: z.string(),
    query: z.string(),
    active: z.boolean(),
    version: z.number().int(),
    /** Mentions per hour over the last 24 hours, oldest first, from the counters. */
    lastDay: z.array(z.number().int()).length(24),
    /** Mentions of the last 7 days, and of these by level 0 to 4. */
    lastWeek: z.object({ total: z.number().int(), byLevel: z.array(z.number().int()).length(5) }),
    /** While past mentions are being matched again after a change: share done, 0 to 1. */
    rematching: z.number().nullable(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'Topic' });
export type Topic = z.infer<typeof topicSchema>;

const topicFields = z.object({
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(500).default(''),
  query: z.string().max(4000),
});

export const listTopics = endpoint({
  method: 'GET',
  path: '/api/topics',
  summary: 'Watched topics with their figures',
  tag: 'topics',
  access: { anyOf: ['topics.read'] },
  query: z.object({ realm: realmSchema.optional() }),
  response: z.object({ items: z.array(topicSchema) }),
});

export const listTopicNames = endpoint({
  method: 'GET',
  path: '/api/topics/names',
  summary: 'Names of the watched topics, for choices and labels; nothing is counted',
  tag: 'topics',
  access: { anyOf: ['topics.read'] },
  response: z.object({ items: z.array(z.object({ id: idSchema, name: z.string() })) }),
});

export const createTopic = endpoint({
  method: 'POST',
  path: '/api/topics',
  summary: 'Watch a new topic; mentions of the last week are matched too',
  tag: 'topics',
  access: { anyOf: ['topics.write'] },
  body: topicFields,
  response: topicSchema,
  status: 201,
  problems: ['query-syntax', 'topic-name-taken'],
});

export const changeTopic = endpoint({
  method: 'PATCH',
  path: '/api/topics/{topicId}',
  summary: 'Change a topic; mentions of the last week are matched again when the query changes',
  tag: 'topics',
  access: { anyOf: ['topics.write'] },
  params: z.object({ topicId: idSchema }),
  body: topicFields.partial().extend({
    active: z.boolean().optional(),
    /** The version one started from; refused if someone else changed the topic since. */
    version: z.number().int(),
  }),
  response: topicSchema,
  problems: ['topic-not-found', 'query-syntax', 'topic-name-taken', 'changed-meanwhile'],
});

export const previewTopic = endpoint({
  method: 'POST',
  path: '/api/topics/preview',
  summary: 'Try a query on the last week',
  tag: 'topics',
  access: { anyOf: ['topics.read'] },
  body: z.object({ query: z.string().max(4000), realm: realmSchema.optional() }),
  response: z.object({
    matched: z.number().int(),
    /** Mentions looked at, the newest first; `complete` is false when the week holds more than were looked at. */
    looked: z.number().int(),
    complete: z.boolean(),
    perDay: z.array(z.object({ day: z.string(), matched: z.number().int() })),
    byLanguage: z.array(z.object({ language: z.string(), matched: z.number().int() })),
    samples: z.array(
      z.object({
        id: idSchema,
        network: z.string(),
        authorName: z.string().nullable(),
        text: z.string(),
        publishedAt: instantSchema,
        level: z.number().int(),
      }),
    ),
    /** The query as it was understood. */
    canonical: z.string(),
  }),
  problems: ['query-syntax'],
});
