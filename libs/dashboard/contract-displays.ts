import { z } from 'zod';
import { incidentSummarySchema } from '#contract/crisis';
import { endpoint, idSchema, instantSchema, localeSchema, nothing, realmSchema } from '#platform/contract';
import { dashboardSchema, topicListSchema, breakdownSchema } from './contract-schemas.js';

const managing = { anyOf: ['displays.manage'] } as const;

export const displaySchema = z
  .object({
    id: idSchema,
    name: z.string(),
    realm: realmSchema,
    topicId: idSchema.nullable(),
    locale: localeSchema,
    createdBy: z.object({ id: idSchema, name: z.string() }),
    createdAt: instantSchema,
    expiresAt: instantSchema,
    /** To the minute. */
    lastUsedAt: instantSchema.nullable(),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Display' });
export type Display = z.infer<typeof displaySchema>;

export const listDisplays = endpoint({
  method: 'GET',
  path: '/api/displays',
  summary: 'Wall screens that may show figures without a sign-in, the newest first',
  tag: 'displays',
  access: managing,
  response: z.object({ items: z.array(displaySchema) }),
});

export const createDisplay = endpoint({
  method: 'POST',
  path: '/api/displays',
  summary: 'Let a wall screen show figures; its secret address is told once',
  tag: 'displays',
  access: managing,
  body: z.object({
    name: z.string().trim().min(1).max(80),
    realm: realmSchema,
    topicId: idSchema.nullable().default(null),
    locale: localeSchema,
    days: z.number().int().min(1).max(365),
  }),
  /** `path` carries the secret behind a `#`, so that no server writes it down. */
  response: z.object({ display: displaySchema, path: z.string() }),
  status: 201,
  problems: ['topic-not-found'],
});

export const revokeDisplay = endpoint({
  method: 'DELETE',
  path: '/api/displays/{displayId}',
  summary: 'Shut a wall screen at once',
  tag: 'displays',
  access: managing,
  params: z.object({ displayId: idSchema }),
  response: displaySchema,
  problems: ['display-not-found', 'display-already-shut'],
});

/** An incident as it can be read from across a room: nothing of it opens. */
const wallIncidentSchema = incidentSummarySchema
  .pick({ id: true, title: true, state: true, level: true, nextReportAt: true, waitsFor: true })
  .extend({ topic: z.string(), lead: z.string().nullable() });

export const readWall = endpoint({
  method: 'POST',
  path: '/api/wall',
  summary: 'What a wall screen shows; its secret is the only key, and opens nothing else',
  tag: 'displays',
  access: 'public',
  query: nothing,
  body: z.object({ token: z.string().min(20).max(100) }),
  response: z.object({
    workspace: z.string(),
    name: z.string(),
    realm: realmSchema,
    locale: localeSchema,
    topic: z.string().nullable(),
    dashboard: dashboardSchema,
    topics: topicListSchema,
    breakdown: breakdownSchema,
    /** Those that are not closed, the highest level first; `items` may be fewer than `open`. */
    incidents: z.object({ open: z.number().int(), items: z.array(wallIncidentSchema) }),
  }),
  problems: ['display-not-known'],
});
