import { z } from 'zod';
import { versionStateSchema } from '#contract/answers';
import { mentionSummarySchema, WAITING_REQUEST_STATES } from '#contract/mentions';
import { replyStateSchema } from '#contract/replies';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  listOf,
  pageOf,
  realmSchema,
} from '#platform/contract';
import { MOST_MENTIONS, readyAnswerSchema } from './contract-answering.js';

export * from './contract-answering.js';
export * from './contract-settings.js';

/**
 * open → drafted → in_review → ready follow the answer in the library, forth and back; ready → fulfilled when every
 * mention is handled or somebody says so. Declined by a department with a reason; withdrawn by those who asked.
 */
export const REQUEST_STATES = [...WAITING_REQUEST_STATES, 'fulfilled', 'declined', 'withdrawn'] as const;
export const requestStateSchema = z.enum(REQUEST_STATES);
export type RequestState = z.infer<typeof requestStateSchema>;

const person = z.object({ id: idSchema, name: z.string() });

export const answerRequestSchema = z
  .object({
    id: idSchema,
    realm: realmSchema,
    state: requestStateSchema,
    /** In the asker's own words, for colleagues; never published. */
    question: z.string(),
    /** The highest crisis level among its mentions. */
    level: z.number().int().min(0).max(4),
    departmentIds: z.array(idSchema),
    askedBy: person,
    askedAt: instantSchema,
    /** When the first public word is due, by the level. */
    dueAt: instantSchema,
    /** The time has passed and there is nothing to answer with. */
    overdue: z.boolean(),
    stateAt: instantSchema,
    /** The answer in the library that it leads to. */
    answer: z
      .object({
        id: idSchema,
        question: z.object({ fr: z.string(), en: z.string() }),
        /** Of the newest version. */
        state: versionStateSchema,
        versionNumber: z.number().int(),
      })
      .nullable(),
    mentions: z.object({
      /** Gathered under this request. */
      attached: z.number().int(),
      /** Of these, those that nobody has answered or closed. */
      waiting: z.number().int(),
      /** Similar ones that arrived later. */
      proposed: z.number().int(),
    }),
    /** The first words of the mention it was asked from. */
    excerpt: z.string(),
    end: z.object({ by: person.nullable(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'AnswerRequest' });
export type AnswerRequest = z.infer<typeof answerRequestSchema>;

export const gatheredMentionSchema = z.object({
  mention: mentionSummarySchema,
  standing: z.enum(['attached', 'proposed']),
  /** 0 to 1 where a comparison brought it here. */
  similarity: z.number().nullable(),
  /** Null: found by comparing what arrived. */
  addedBy: person.nullable(),
  /** Its newest reply with the answer of this request. */
  reply: z
    .object({
      id: idSchema,
      state: replyStateSchema,
      text: z.string(),
      problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
    })
    .nullable(),
});
export type GatheredMention = z.infer<typeof gatheredMentionSchema>;

export const answerRequestDetailSchema = answerRequestSchema
  .extend({ gathered: z.array(gatheredMentionSchema) })
  .meta({ id: 'AnswerRequestDetail' });
export type AnswerRequestDetail = z.infer<typeof answerRequestDetailSchema>;

export const listRequests = endpoint({
  method: 'GET',
  path: '/api/answer-requests',
  summary: 'Answers that were asked for, the one due first at the top; with counts',
  tag: 'requests',
  access: { anyOf: ['answers.read'] },
  query: z.object({
    realm: realmSchema.optional(),
    state: listOf(requestStateSchema).optional().describe('Those that are waited for, unless told'),
    scope: z
      .enum(['all', 'mine', 'departments'])
      .default('all')
      .describe('`mine`: asked by me; `departments`: asked of a department of mine'),
    overdue: z.enum(['true', 'false']).optional().describe('`true`: only those whose time has passed'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(answerRequestSchema).extend({
    /** Of the realm, whatever the other filters. */
    counts: z.object({
      waiting: z.number().int(),
      overdue: z.number().int(),
      ready: z.number().int(),
      mine: z.number().int(),
      departments: z.number().int(),
    }),
  }),
  problems: ['cursor-invalid'],
});

const requestParams = z.object({ requestId: idSchema });

export const readRequest = endpoint({
  method: 'GET',
  path: '/api/answer-requests/{requestId}',
  summary: 'An answer request with the mentions gathered under it',
  tag: 'requests',
  access: { anyOf: ['answers.read'] },
  params: requestParams,
  response: answerRequestDetailSchema,
  problems: ['request-not-found'],
});

export const readAskedAnswer = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}/answer-request',
  summary:
    'What is asked for this mention, the similar mentions one could ask for with it, and the answer once ready',
  tag: 'requests',
  access: { anyOf: ['answers.read'] },
  params: z.object({ mentionId: idSchema }),
  response: z.object({
    request: answerRequestSchema.nullable(),
    /** A request of a similar mention, which this one could join. */
    proposed: answerRequestSchema.nullable(),
    ready: readyAnswerSchema.nullable(),
    /** Values for the blanks that follow from the mention itself, to be looked at by a person. */
    values: z.record(z.string(), z.string()),
  }),
  problems: ['mention-not-found'],
});

export const findSimilar = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}/similar',
  summary: 'Open mentions of the last days that ask the same, most similar first',
  tag: 'requests',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ mentionId: idSchema }),
  query: z.object({ limit: limitSchema.default(20) }),
  response: z.object({
    items: z.array(
      z.object({
        mention: mentionSummarySchema,
        /** 0 to 1. */
        similarity: z.number(),
        /** Similar enough to be taken along unless somebody says otherwise. */
        ticked: z.boolean(),
      }),
    ),
    /** Departments that usually know, by the harm that the mention speaks of. */
    departmentIds: z.array(idSchema),
  }),
  problems: ['mention-not-found'],
});

const askProblems = [
  'unknown-mention',
  'mention-already-answered',
  'mention-closed',
  'mention-asked-elsewhere',
  'realm-mixed',
  'too-many-mentions',
  'unknown-department',
  'characters-not-allowed',
] as const;

export const askForAnswer = endpoint({
  method: 'POST',
  path: '/api/answer-requests',
  summary: 'Ask departments for an answer; from a mention that waits already, this joins its request',
  tag: 'requests',
  access: { anyOf: ['mentions.triage'] },
  body: z.object({
    mentionId: idSchema,
    departmentIds: z.array(idSchema).min(1).max(20),
    question: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .describe('In one’s own words, for colleagues; never published'),
    similarMentionIds: z
      .array(idSchema)
      .max(MOST_MENTIONS - 1)
      .default([]),
  }),
  response: z.object({
    request: answerRequestDetailSchema,
    /** The mention belonged to this request already. */
    joined: z.boolean(),
  }),
  status: 201,
  problems: askProblems,
});

export const attachMentions = endpoint({
  method: 'POST',
  path: '/api/answer-requests/{requestId}/mentions',
  summary: 'Gather further mentions under a request; those proposed among them are accepted',
  tag: 'requests',
  access: { anyOf: ['mentions.triage'] },
  params: requestParams,
  body: z.object({ mentionIds: z.array(idSchema).min(1).max(MOST_MENTIONS) }),
  response: answerRequestDetailSchema,
  problems: ['request-not-found', 'request-over', ...askProblems],
});

export const detachMention = endpoint({
  method: 'DELETE',
  path: '/api/answer-requests/{requestId}/mentions/{mentionId}',
  summary: 'Take a mention out of a request, or refuse a proposed one; it is not proposed again',
  tag: 'requests',
  access: { anyOf: ['mentions.triage'] },
  params: requestParams.extend({ mentionId: idSchema }),
  response: answerRequestDetailSchema,
  problems: ['request-not-found', 'request-over', 'mention-not-gathered', 'last-mention'],
});

export const writeAnswer = endpoint({
  method: 'POST',
  path: '/api/answer-requests/{requestId}/draft',
  summary: 'Start the answer in the library, with what was asked filled in; a second call gives the same one',
  tag: 'requests',
  access: { anyOf: ['answers.write'] },
  params: requestParams,
  response: answerRequestDetailSchema,
  problems: ['request-not-found', 'request-over'],
});

export const endRequest = endpoint({
  method: 'POST',
  path: '/api/answer-requests/{requestId}/end',
  summary: 'Decline with a reason, withdraw, or say that a ready answer has done its work',
  tag: 'requests',
  access: { anyOf: ['answers.approve', 'mentions.triage'] },
  params: requestParams,
  body: z
    .object({
      action: z.enum(['decline', 'withdraw', 'fulfil']),
      reason: z.string().trim().max(500).optional(),
    })
    .superRefine((body, context) => {
      if (body.action === 'decline' && !body.reason)
        context.addIssue({
          code: 'custom',
          path: ['reason'],
          message: 'is required to decline: say why there will be no answer',
          params: { code: 'required' },
        });
    }),
  response: answerRequestDetailSchema,
  problems: ['request-not-found', 'transition-not-allowed', 'not-your-department', 'not-allowed-here'],
});
