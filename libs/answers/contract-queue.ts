import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, limitSchema, pageOf } from '#platform/contract';
import {
  answerSummarySchema,
  changeRequestSchema,
  contentHashSchema,
  versionSchema,
} from './contract-schemas.js';

/** Why a version cannot be approved together with others, or null when it can. */
export const BULK_OBSTACLES = ['sensitive', 'holding-statement'] as const;

export const waitingSchema = z
  .object({
    answer: answerSummarySchema,
    version: versionSchema,
    /** The version that it changes: the last approved one before it, else the one right before it. */
    before: versionSchema.nullable(),
    /** Departments of mine whose decision is waited for. */
    departmentIds: z.array(idSchema),
    /** Mentions that ask for this answer; null where requests for answers are not kept. */
    askingMentions: z.number().int().nullable(),
    changeRequests: z.array(changeRequestSchema),
    bulkObstacle: z.enum(BULK_OBSTACLES).nullable(),
  })
  .meta({ id: 'WaitingVersion' });
export type WaitingVersion = z.infer<typeof waitingSchema>;

export const listWaiting = endpoint({
  method: 'GET',
  path: '/api/library/waiting',
  summary: 'Versions that wait for a decision of mine, the longest waiting first',
  tag: 'answers',
  access: { anyOf: ['answers.approve'] },
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.max(50).default(20) }),
  response: pageOf(waitingSchema).extend({ total: z.number().int() }),
  problems: ['cursor-invalid'],
});

export const LARGEST_BULK = 50;

export const approveSeveral = endpoint({
  method: 'POST',
  path: '/api/library/approvals',
  summary:
    'Approve several versions that were read, each exactly as it was shown; what cannot be approved is left alone and reported',
  tag: 'answers',
  access: { anyOf: ['answers.approve'] },
  body: z.object({
    items: z
      .array(
        z.object({
          answerId: idSchema,
          number: z.number().int().min(1),
          departmentId: idSchema,
          contentHash: contentHashSchema.describe('Of the content that was shown'),
        }),
      )
      .min(1)
      .max(LARGEST_BULK),
    comment: z.string().trim().max(2000).optional(),
  }),
  response: z.object({
    items: z.array(
      z.object({
        answerId: idSchema,
        number: z.number().int(),
        departmentId: idSchema,
        approved: z.boolean(),
        /** Why it was left alone: the code of a problem of a single decision, or `not-in-bulk`. */
        problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
      }),
    ),
  }),
});

const days = z.array(z.number().int().min(0).max(365)).max(10);
export const librarySettingsSchema = z
  .object({
    expiryDays: days.describe('Days before the end of validity at which people are reminded'),
    reviewDays: days.describe('Days before the review date at which people are reminded'),
  })
  .meta({ id: 'LibrarySettings' });
export type LibrarySettings = z.infer<typeof librarySettingsSchema>;

export const readLibrarySettings = endpoint({
  method: 'GET',
  path: '/api/library/settings',
  summary: 'When people are reminded of the dates of answers',
  tag: 'answers',
  access: { anyOf: ['answers.read'] },
  response: librarySettingsSchema,
});

export const changeLibrarySettings = endpoint({
  method: 'PUT',
  path: '/api/library/settings',
  summary: 'Change when people are reminded of the dates of answers',
  tag: 'answers',
  access: { anyOf: ['answers.approve', 'people.write'] },
  body: librarySettingsSchema,
  response: librarySettingsSchema,
});
