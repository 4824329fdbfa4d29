import { z } from 'zod';
import { pictureSchema } from '#contract/mentions';
import { cursorSchema, endpoint, idSchema, instantSchema, limitSchema, pageOf } from '#platform/contract';

export * from './contract-sources.js';
export * from './contract-following.js';
export * from './contract-hooks.js';
export * from './contract-meta-hooks.js';
export * from './contract-x-hooks.js';

export const trainingPostSchema = z
  .object({
    id: idSchema,
    author: z.object({ handle: z.string(), name: z.string(), followers: z.number().int() }),
    /** Posted by the organisation: a published reply. */
    own: z.boolean(),
    /** Empty once it has been taken down. */
    text: z.string(),
    removedAt: instantSchema.nullable(),
    hasMedia: z.boolean(),
    /** In a drill: what it shows. */
    picture: pictureSchema.nullable(),
    inReplyToId: idSchema.nullable(),
    /** In a drill: the network that the post looks as if it came from. */
    look: z.string().nullable(),
    publishedAt: instantSchema,
  })
  .meta({ id: 'TrainingPost' });
export type TrainingPost = z.infer<typeof trainingPostSchema>;

const threadSchema = z.object({ post: trainingPostSchema, replies: z.array(trainingPostSchema) });
export type TrainingThread = z.infer<typeof threadSchema>;

export const listTrainingPosts = endpoint({
  method: 'GET',
  path: '/api/training/posts',
  summary: 'The training network as its public sees it: threads, newest first',
  tag: 'training',
  access: { anyOf: ['training.read'] },
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(30) }),
  response: pageOf(threadSchema),
});

export const readTrainingThread = endpoint({
  method: 'GET',
  path: '/api/training/posts/{postId}',
  summary: 'The whole thread that a post of the training network belongs to',
  tag: 'training',
  access: { anyOf: ['training.read'] },
  params: z.object({ postId: idSchema }),
  response: threadSchema,
  problems: ['training-post-not-found'],
});

export const createTrainingPost = endpoint({
  method: 'POST',
  path: '/api/training/posts',
  summary: 'Post on the training network as a member of its public',
  tag: 'training',
  access: { anyOf: ['training.play'] },
  body: z.object({
    authorHandle: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9_.]{2,30}$/, { error: 'must be 2 to 30 letters, digits, _ or .' }),
    authorName: z.string().trim().min(1).max(60),
    followers: z.number().int().min(0).max(100_000_000).default(0),
    text: z.string().trim().min(1).max(1000),
    hasMedia: z.boolean().default(false),
    inReplyToId: idSchema.optional(),
  }),
  response: trainingPostSchema,
  status: 201,
  problems: ['training-post-not-found', 'own-handle'],
});

export const scenarioRunSchema = z
  .object({
    name: z.object({ fr: z.string(), en: z.string() }),
    description: z.object({ fr: z.string(), en: z.string() }),
    state: z.enum(['playing', 'paused', 'finished']),
    posted: z.number().int(),
    total: z.number().int(),
    elapsedSeconds: z.number().int(),
    lengthSeconds: z.number().int(),
    speed: z.number(),
  })
  .meta({ id: 'ScenarioRun' });

export const readScenario = endpoint({
  method: 'GET',
  path: '/api/training/scenario',
  summary: 'The scenario on the training network and where it stands; null when there is none',
  tag: 'training',
  access: { anyOf: ['training.read'] },
  response: z.object({ scenario: scenarioRunSchema.nullable() }),
});

export const controlScenario = endpoint({
  method: 'POST',
  path: '/api/training/scenario',
  summary: 'Play, pause, or play again from the start',
  tag: 'training',
  access: { anyOf: ['training.play'] },
  body: z.object({
    action: z.enum(['play', 'pause', 'restart']),
    speed: z.number().min(0.25).max(60).optional(),
  }),
  response: z.object({ scenario: scenarioRunSchema.nullable() }),
  problems: ['no-scenario', 'transition-not-allowed', 'drill-under-way'],
});

/** What the training network can be made to do with a coming reply. */
export const TRAINING_FAULTS = [
  'post_deleted',
  'author_blocked',
  'too_long',
  'duplicate',
  'token_expired',
  'rate_limited',
  'refused',
  'no_answer',
] as const;
export type TrainingFault = (typeof TRAINING_FAULTS)[number];
const faultSchema = z.enum(TRAINING_FAULTS);

export const listTrainingFaults = endpoint({
  method: 'GET',
  path: '/api/training/faults',
  summary: 'What the training network will do wrong with the coming replies, in their order',
  tag: 'training',
  access: { anyOf: ['training.read'] },
  response: z.object({ items: z.array(faultSchema) }),
});

export const askTrainingFault = endpoint({
  method: 'POST',
  path: '/api/training/faults',
  summary: 'Let the training network do something wrong with the next reply; null takes back all that wait',
  tag: 'training',
  access: { anyOf: ['training.play'] },
  body: z.object({ fault: faultSchema.nullable() }).strict(),
  response: z.object({ items: z.array(faultSchema) }),
});
