import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';

/** In what a network is asked for more than a topic means; what comes is matched by the topic itself. */
export const WIDENINGS = ['near', 'exclusion', 'beginning', 'language', 'emoji', 'author', 'length'] as const;
export type Widening = (typeof WIDENINGS)[number];

/** Why a network is not asked for a topic; `no-room`: searched for, but not listened to. */
export const LEFT_OUT = ['inactive', 'not-on-x', 'too-wide', 'no-room'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export const followedTopicSchema = z
  .object({
    topicId: idSchema,
    name: z.string(),
    rules: z.array(
      z.object({
        /** In the language of the network. */
        value: z.string(),
        inForce: z.boolean(),
        /** Why the network does not take it, in its words. */
        refused: z.string().nullable(),
      }),
    ),
    widened: z.array(z.enum(WIDENINGS)),
    leftOut: z.enum(LEFT_OUT).nullable(),
  })
  .meta({ id: 'FollowedTopic' });
export type FollowedTopic = z.infer<typeof followedTopicSchema>;

export const readFollowing = endpoint({
  method: 'GET',
  path: '/api/sources/{sourceId}/following',
  summary: 'How a source follows topics: the rules in force at its network, and what is left out and why',
  tag: 'networks',
  access: { anyOf: ['sources.read'] },
  params: z.object({ sourceId: idSchema }),
  response: z.object({
    /** The rules hold for the live connection; without one the topics are searched for only. */
    listens: z.boolean(),
    /** When the network last confirmed the rules. */
    confirmedAt: instantSchema.nullable(),
    /** Why the rules could not be set right, in the network's words. */
    problem: z.string().nullable(),
    items: z.array(followedTopicSchema),
  }),
  problems: ['source-not-found', 'follows-no-topics'],
});
