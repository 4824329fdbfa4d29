import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  networkSchema,
  pageOf,
} from '#platform/contract';
import {
  authorSchema,
  breakdownSchema,
  contentSchema,
  dashboardSchema,
  departmentWorkSchema,
  rangeSchema,
  scopeQuery,
  scopeQueryWith,
  snapshotSchema,
  speakingSchema,
  topicListSchema,
} from './contract-schemas.js';

export * from './contract-displays.js';
export * from './contract-mail.js';
export type { DashboardView, ScopeQuery, TopicFiguresView } from './contract-schemas.js';

const reading = { anyOf: ['topics.read'] } as const;

export const readDashboard = endpoint({
  method: 'GET',
  path: '/api/dashboard',
  summary: 'Every figure of a range, with the period before and the course; from counters',
  tag: 'dashboard',
  access: reading,
  query: scopeQuery,
  response: dashboardSchema,
  problems: ['topic-not-found'],
});

export const readDashboardTopics = endpoint({
  method: 'GET',
  path: '/api/dashboard/topics',
  summary: 'Topics that are raised or spoken of, the highest level first, with the course of their level',
  tag: 'dashboard',
  access: reading,
  query: scopeQueryWith({ limit: limitSchema.default(20) }),
  response: topicListSchema,
  problems: ['topic-not-found'],
});

export const readDashboardVoices = endpoint({
  method: 'GET',
  path: '/api/dashboard/voices',
  summary: 'Networks, languages and kinds of authors; who speaks most, and what weighs most',
  tag: 'dashboard',
  access: { anyOf: ['mentions.read'] },
  query: scopeQuery,
  response: z.object({
    range: rangeSchema,
    breakdown: breakdownSchema,
    authors: z.array(authorSchema),
    /** The days (UTC) that authors are counted over. */
    authorDays: rangeSchema,
    content: z.array(contentSchema),
  }),
  problems: ['topic-not-found'],
});

export const readDashboardStakeholders = endpoint({
  method: 'GET',
  path: '/api/dashboard/stakeholders',
  summary: 'Stakeholders who spoke, the most first, with their place on the map of power and interest',
  tag: 'dashboard',
  access: { anyOf: ['stakeholders.read'] },
  query: scopeQuery,
  response: z.object({
    /** The days (UTC) that they are counted over. */
    days: rangeSchema,
    /** How many spoke; `items` may be fewer. */
    spoke: z.number().int(),
    items: z.array(speakingSchema),
  }),
  problems: ['topic-not-found'],
});

export const readDashboardWork = endpoint({
  method: 'GET',
  path: '/api/dashboard/work',
  summary: 'What waits for each department, and how fast it decides',
  tag: 'dashboard',
  access: { anyOf: ['escalations.read'] },
  query: scopeQuery,
  response: z.object({ range: rangeSchema, departments: z.array(departmentWorkSchema) }),
  problems: ['topic-not-found'],
});

export const lookAtDashboard = endpoint({
  method: 'POST',
  path: '/api/dashboard/looks',
  summary: 'Note that one looks at the figures now; answers what one saw the last time',
  tag: 'dashboard',
  access: reading,
  body: scopeQuery,
  response: z.object({ earlier: snapshotSchema.nullable() }),
  problems: ['topic-not-found'],
});

export const listResponses = endpoint({
  method: 'GET',
  path: '/api/dashboard/responses',
  summary: 'The first replies that a figure counts, the latest first',
  tag: 'dashboard',
  access: { anyOf: ['mentions.read'] },
  query: scopeQueryWith({
    measure: z.enum(['sent', 'library', 'message']).default('sent'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(
    z.object({
      replyId: idSchema,
      mentionId: idSchema,
      network: networkSchema,
      mention: z.string(),
      reply: z.string(),
      sentAt: instantSchema,
      seconds: z.number().int(),
    }),
  ),
  problems: ['topic-not-found', 'cursor-invalid'],
});

export const listApprovals = endpoint({
  method: 'GET',
  path: '/api/dashboard/approvals',
  summary: 'The decisions on answers that a figure counts, the latest first',
  tag: 'dashboard',
  access: { anyOf: ['answers.read'] },
  query: scopeQueryWith({
    departmentId: idSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(
    z.object({
      approvalId: idSchema,
      answerId: idSchema,
      question: z.object({ fr: z.string(), en: z.string() }),
      departmentId: idSchema,
      decision: z.enum(['approved', 'refused']),
      at: instantSchema,
      seconds: z.number().int(),
    }),
  ),
  problems: ['topic-not-found', 'cursor-invalid'],
});

export const listReach = endpoint({
  method: 'GET',
  path: '/api/dashboard/authors',
  summary: 'Authors behind the reach, day by day (UTC), the most followed of each day first',
  tag: 'dashboard',
  access: { anyOf: ['mentions.read'] },
  query: scopeQueryWith({ cursor: cursorSchema.optional(), limit: limitSchema.default(50) }),
  response: pageOf(authorSchema.extend({ day: instantSchema, language: z.string() })),
  problems: ['topic-not-found', 'cursor-invalid'],
});
