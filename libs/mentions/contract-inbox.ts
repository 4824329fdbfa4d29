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
import {
  mentionDetailSchema,
  mentionStateSchema,
  mentionSummarySchema,
  presenceSchema,
} from './contract-mention.js';

const levelNumber = z.coerce.number().int().min(0).max(4);

/** The filters of the inbox; a saved view keeps exactly these. */
export const mentionFilterSchema = z.object({
  realm: realmSchema.optional(),
  state: listOf(mentionStateSchema).optional(),
  level: listOf(levelNumber).optional(),
  topicId: listOf(idSchema).optional(),
  network: listOf(networkSchema).optional(),
  language: listOf(z.string().regex(/^[a-z]{2,3}$/)).optional(),
  intent: listOf(z.string().max(40)).optional(),
  harm: listOf(z.string().max(40)).optional(),
  sentiment: listOf(z.enum(['negative', 'neutral', 'positive'])).optional(),
  voice: listOf(z.string().max(40)).optional().describe('Kind of author, or `unknown`'),
  author: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Handle of the author, or the name where there is none'),
  stakeholderId: idSchema.optional().describe('By accounts that speak for this stakeholder'),
  assignee: z
    .union([z.literal('me'), z.literal('none'), idSchema])
    .optional()
    .describe('`me`, `none`, or the id of a person'),
  importId: idSchema.optional(),
  request: z
    .enum(['ready', 'asked'])
    .optional()
    .describe('`ready`: the answer that was asked for may be used; `asked`: it is being written or approved'),
  search: z.string().trim().max(200).optional().describe('Words in the text or of the author'),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});
export type MentionFilter = z.infer<typeof mentionFilterSchema>;

export const listMentions = endpoint({
  method: 'GET',
  path: '/api/mentions',
  summary: 'Mentions, filtered, keyset-paged; those whose asked answer is ready come first',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  query: mentionFilterSchema.extend({
    sort: z
      .enum(['newest', 'oldest', 'urgent'])
      .default('newest')
      .describe('`urgent`: highest level first, then the newest'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(mentionSummarySchema),
  problems: ['cursor-invalid'],
});

export const countMentions = endpoint({
  method: 'GET',
  path: '/api/mentions/counts',
  summary: 'How many mentions stand in each state under a filter (counted up to a ceiling)',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  query: mentionFilterSchema,
  response: z.object({
    byState: z.record(mentionStateSchema, z.number().int()),
    /** A count of `ceiling` means that many or more. */
    ceiling: z.number().int(),
    /** States of which not all were looked at: there may be more. */
    partial: z.array(mentionStateSchema),
    /** Stored but not yet classified, over the whole workspace. */
    awaitingAssessment: z.number().int(),
  }),
});

export const readMention = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}',
  summary: 'A mention with its assessment, conversation, decisions and who is looking at it',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ mentionId: idSchema }),
  response: mentionDetailSchema,
  problems: ['mention-not-found'],
});

export const announcePresence = endpoint({
  method: 'PUT',
  path: '/api/mentions/{mentionId}/presence',
  summary: 'Say that one is looking at a mention, answering it, or has left; repeat every 15 s',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ mentionId: idSchema }),
  body: z.object({ activity: z.enum(['viewing', 'answering', 'left']) }),
  response: z.object({ presence: z.array(presenceSchema) }),
  problems: ['mention-not-found'],
});

export const savedViewSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    shared: z.boolean(),
    own: z.boolean(),
    filter: mentionFilterSchema,
    sort: z.enum(['newest', 'oldest', 'urgent']),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedViewSchema>;

export const listViews = endpoint({
  method: 'GET',
  path: '/api/views',
  summary: 'Saved views of the inbox: one’s own and the shared ones',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  response: z.object({ items: z.array(savedViewSchema) }),
});

export const saveView = endpoint({
  method: 'POST',
  path: '/api/views',
  summary: 'Save a view; the same name again replaces one’s own',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  body: z.object({
    name: z.string().trim().min(1).max(60),
    shared: z.boolean().default(false),
    filter: mentionFilterSchema,
    sort: z.enum(['newest', 'oldest', 'urgent']).default('newest'),
  }),
  response: savedViewSchema,
  status: 201,
});

export const removeView = endpoint({
  method: 'DELETE',
  path: '/api/views/{viewId}',
  summary: 'Remove one’s own view',
  tag: 'mentions',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ viewId: idSchema }),
  response: z.null(),
  status: 204,
  problems: ['view-not-found'],
});
