import { z } from 'zod';
import { levelSchema } from '#contract/classification';
import { endpoint, idSchema, instantSchema, networkSchema, realmSchema } from '#platform/contract';
import { SALIENCE_CLASSES } from '#rules/stakeholders';
import { LEVEL_FACTORS } from './rules.js';

const personSchema = z.object({ id: idSchema, name: z.string() });

/** Where a topic stands, for lists. */
export const topicLevelSchema = z
  .object({
    topicId: idSchema,
    realm: realmSchema,
    level: levelSchema,
    byHand: z.boolean(),
    /** The automatic level, which goes on under one set by hand. */
    automaticLevel: levelSchema,
    /** 0-100. */
    score: z.number(),
    /** Score now less the score an hour ago. */
    trend: z.number(),
    since: instantSchema.nullable(),
    /** The end of the last minute that was taken in. */
    evaluatedAt: instantSchema,
  })
  .meta({ id: 'TopicLevel' });
export type TopicLevel = z.infer<typeof topicLevelSchema>;

const factorSchema = z.object({
  factor: z.enum(LEVEL_FACTORS),
  /** 0-1. */
  value: z.number(),
  points: z.number(),
  /** The figures behind the value. */
  evidence: z.record(z.string(), z.number()),
  /** Of the factor `salience`: who speaks, the most salient first. */
  stakeholders: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});

const copyGroupSchema = z.object({
  mentionId: idSchema,
  text: z.string(),
  mentions: z.number().int(),
  authors: z.number().int(),
  firstAt: instantSchema,
  lastAt: instantSchema,
  coordinated: z.boolean(),
});

export const scoreSchema = z
  .object({
    score: z.number(),
    severity: z.number(),
    severityPoints: z.number(),
    /** The mention whose severity the score starts from. */
    mentionId: idSchema.nullable(),
    factors: z.array(factorSchema),
    /** Score that the severity does not allow to pass; null where it did not hold the score back. */
    ceiling: z.number().nullable(),
    mentions: z.number().int(),
    distinct: z.number().int(),
  })
  .meta({ id: 'TopicScore' });
export type TopicScoreView = z.infer<typeof scoreSchema>;

const countedSchema = z.object({ mentions: z.number().int() });

/** What a level follows from, at a moment. */
export const levelDetailSchema = z
  .object({
    topic: z.object({ id: idSchema, name: z.string(), active: z.boolean() }),
    standing: topicLevelSchema.nullable(),
    manual: z
      .object({ level: levelSchema, until: instantSchema, reason: z.string(), by: personSchema.nullable() })
      .nullable(),
    /** The moment looked at: now, or the one asked for. */
    at: instantSchema,
    level: levelSchema,
    score: scoreSchema,
    settingsVersion: z.number().int(),
    /** Span of the mentions that count. */
    from: instantSchema,
    words: z.array(countedSchema.extend({ word: z.string() })),
    authors: z.array(
      countedSchema.extend({
        author: z.string(),
        network: networkSchema,
        followers: z.number().int().nullable(),
        severity: z.number().int(),
        voice: z.enum(['press', 'influencer', 'person']),
      }),
    ),
    /** Those who speak, the most salient first. */
    stakeholders: z.array(
      countedSchema.extend({ id: idSchema, name: z.string(), salience: z.enum(SALIENCE_CLASSES) }),
    ),
    networks: z.array(countedSchema.extend({ network: networkSchema })),
    copies: z.array(copyGroupSchema),
    /** The mentions that weigh most. */
    posts: z.array(
      z.object({
        id: idSchema,
        network: networkSchema,
        author: z.string().nullable(),
        text: z.string(),
        publishedAt: instantSchema,
        severity: z.number().int(),
        level: levelSchema,
      }),
    ),
  })
  .meta({ id: 'TopicLevelDetail' });
export type LevelDetail = z.infer<typeof levelDetailSchema>;

const topicParams = z.object({ topicId: idSchema });

export const listTopicLevels = endpoint({
  method: 'GET',
  path: '/api/topics/levels',
  summary: 'Level, score and trend of every topic of a realm',
  tag: 'levels',
  access: { anyOf: ['topics.read'] },
  query: z.object({ realm: realmSchema }),
  response: z.object({ items: z.array(topicLevelSchema) }),
});

export const readTopicLevel = endpoint({
  method: 'GET',
  path: '/api/topics/{topicId}/level',
  summary: 'Level of a topic now or at a past moment, with every factor and what drives it',
  tag: 'levels',
  access: { anyOf: ['topics.read'] },
  params: topicParams,
  query: z.object({ realm: realmSchema, at: instantSchema.optional() }),
  response: levelDetailSchema,
  problems: ['topic-not-found'],
});

export const LEVEL_EVENT_KINDS = [
  'rose',
  'fell',
  'set_by_hand',
  'hand_ended',
  'incident_proposed',
  'note',
] as const;

export const levelEventSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    kind: z.enum(LEVEL_EVENT_KINDS),
    from: levelSchema.nullable(),
    to: levelSchema.nullable(),
    score: scoreSchema.nullable(),
    by: personSchema.nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'TopicLevelEvent' });
export type LevelEvent = z.infer<typeof levelEventSchema>;

export const TIMELINE_SPANS = ['6h', '24h', '7d', '30d'] as const;

export const readTimeline = endpoint({
  method: 'GET',
  path: '/api/topics/{topicId}/timeline',
  summary: 'Volume, baseline, anomaly, score and level of a topic over time, with its events',
  tag: 'levels',
  access: { anyOf: ['topics.read'] },
  params: topicParams,
  query: z.object({ realm: realmSchema, span: z.enum(TIMELINE_SPANS).default('24h') }),
  response: z.object({
    from: instantSchema,
    to: instantSchema,
    bucketMinutes: z.number().int(),
    points: z.array(
      z.object({
        at: instantSchema,
        mentions: z.number().int(),
        /** What such a time usually holds, and up to where it is still usual; null where nothing was evaluated. */
        expected: z.number().nullable(),
        usualHigh: z.number().nullable(),
        anomaly: z.number(),
        score: z.number(),
        level: levelSchema,
      }),
    ),
    events: z.array(levelEventSchema),
  }),
  problems: ['topic-not-found'],
});
export type Timeline = z.infer<(typeof readTimeline)['response']>;

export const setTopicLevel = endpoint({
  method: 'PUT',
  path: '/api/topics/{topicId}/level',
  summary: 'Set the level of a topic by hand, with a reason and an end',
  tag: 'levels',
  access: { anyOf: ['levels.set'] },
  params: topicParams,
  body: z.object({
    realm: realmSchema,
    level: levelSchema,
    until: instantSchema,
    reason: z.string().trim().min(1).max(500),
  }),
  response: levelDetailSchema,
  problems: ['topic-not-found', 'until-not-ahead'],
});

export const releaseTopicLevel = endpoint({
  method: 'DELETE',
  path: '/api/topics/{topicId}/level',
  summary: 'End the level set by hand: the automatic one stands again',
  tag: 'levels',
  access: { anyOf: ['levels.set'] },
  params: topicParams,
  query: z.object({ realm: realmSchema }),
  response: levelDetailSchema,
  problems: ['topic-not-found', 'no-level-by-hand'],
});

export const addTimelineNote = endpoint({
  method: 'POST',
  path: '/api/topics/{topicId}/notes',
  summary: 'Note something on the timeline of a topic',
  tag: 'levels',
  access: { anyOf: ['levels.set'] },
  params: topicParams,
  body: z.object({
    realm: realmSchema,
    at: instantSchema.optional(),
    note: z.string().trim().min(1).max(500),
  }),
  response: levelEventSchema,
  status: 201,
  problems: ['topic-not-found', 'at-ahead'],
});

const points = z.number().min(0).max(100);
const perLevel = <T extends z.ZodType>(value: T) => z.object({ 1: value, 2: value, 3: value, 4: value });

export const levelSettingsSchema = z
  .object({
    severityWeight: points,
    weights: z.object({
      velocity: points,
      authors: points,
      networks: points,
      press: points,
      salience: points,
      negative: points,
      persistence: points,
    }),
    thresholds: perLevel(z.number().min(1).max(100)),
    leastSeverity: perLevel(points),
    margin: z.number().min(0).max(30),
    holdMinutes: perLevel(z.number().int().min(0).max(10_080)),
    recentMinutes: z.number().int().min(30).max(1440),
  })
  .superRefine(({ thresholds, leastSeverity }, context) => {
    for (const level of [2, 3, 4] as const) {
      const below = (level - 1) as 1 | 2 | 3;
      const issue = (path: string[], message: string) =>
        context.addIssue({ code: 'custom', path, message, params: { code: 'not-rising' } });
      if (thresholds[level] <= thresholds[below])
        issue(['thresholds', String(level)], 'has to be above the threshold of the level before');
      if (leastSeverity[level] < leastSeverity[below])
        issue(['leastSeverity', String(level)], 'cannot be below that of the level before');
    }
  })
  .meta({ id: 'LevelSettings' });

export const readLevelSettings = endpoint({
  method: 'GET',
  path: '/api/levels/settings',
  summary: 'Settings of levels in force, and their versions',
  tag: 'levels',
  access: { anyOf: ['topics.read'] },
  response: z.object({
    version: z.number().int(),
    settings: levelSettingsSchema,
    defaults: levelSettingsSchema,
    versions: z.array(
      z.object({
        version: z.number().int(),
        at: instantSchema,
        by: personSchema.nullable(),
        reason: z.string(),
      }),
    ),
  }),
});

export const changeLevelSettings = endpoint({
  method: 'PUT',
  path: '/api/levels/settings',
  summary: 'Put new settings of levels in force, as a new version',
  tag: 'levels',
  access: { anyOf: ['levels.settings'] },
  body: z.object({
    /** The version one started from; refused if someone else changed them since. */
    version: z.number().int().min(0),
    settings: levelSettingsSchema,
    reason: z.string().trim().min(1).max(500),
  }),
  response: readLevelSettings.response,
  problems: ['changed-meanwhile', 'nothing-to-change'],
});

export const previewLevelSettings = endpoint({
  method: 'POST',
  path: '/api/topics/{topicId}/level-preview',
  summary: 'What the levels of the past 30 days would have been under other settings',
  tag: 'levels',
  access: { anyOf: ['topics.read'] },
  params: topicParams,
  body: z.object({ realm: realmSchema, settings: levelSettingsSchema }),
  response: z.object({
    from: instantSchema,
    to: instantSchema,
    /** Minutes at each level 0 to 4: as it was, and as it would have been. */
    minutesAtLevel: z.object({
      now: z.array(z.number()).length(5),
      then: z.array(z.number()).length(5),
    }),
    /** The moves that there would have been, oldest first; `complete` is false when there are more than 200. */
    moves: z.array(z.object({ at: instantSchema, from: levelSchema, to: levelSchema, score: z.number() })),
    complete: z.boolean(),
  }),
  problems: ['topic-not-found'],
});
export type LevelPreview = z.infer<(typeof previewLevelSettings)['response']>;
