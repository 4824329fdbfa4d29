import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  limitSchema,
  listOf,
  localeSchema,
  networkSchema,
  pageOf,
  realmSchema,
} from '#platform/contract';
import {
  ANSWER_KINDS,
  answerDetailSchema,
  answerSummarySchema,
  contentHashSchema,
  placeholderSchema,
  SENSITIVITIES,
  STRATEGIES,
  versionContentSchema,
  versionStateSchema,
} from './contract-schemas.js';

export * from './contract-schemas.js';

export const LIBRARY_SORTS = ['changed', 'most_used', 'last_used', 'expiring', 'review'] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

export const listAnswers = endpoint({
  method: 'GET',
  path: '/api/answers',
  summary: 'The library: search and filter',
  tag: 'answers',
  access: { anyOf: ['answers.read'] },
  query: z.object({
    search: z.string().trim().max(200).optional(),
    state: listOf(versionStateSchema).optional(),
    kind: z.enum(ANSWER_KINDS).optional(),
    departmentId: idSchema.optional(),
    topicId: idSchema.optional(),
    awaitingDepartmentId: idSchema
      .optional()
      .describe('Versions in review that this department has not decided on'),
    awaitingMe: z
      .enum(['true', 'false'])
      .optional()
      .describe('`true`: versions in review that wait for a department of mine and are not my own words'),
    sort: z
      .enum(LIBRARY_SORTS)
      .optional()
      .describe('Without it the best match of a search, else the last changed, comes first'),
    realm: realmSchema
      .default('live')
      .describe('In which the uses are counted: drills and real ones never mix'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(answerSummarySchema).extend({ awaitingMe: z.number().int() }),
  problems: ['cursor-invalid'],
});

export const readAnswer = endpoint({
  method: 'GET',
  path: '/api/answers/{answerId}',
  summary: 'An answer with all its versions, newest first',
  tag: 'answers',
  access: { anyOf: ['answers.read'] },
  params: z.object({ answerId: idSchema }),
  response: answerDetailSchema,
  problems: ['answer-not-found'],
});

const contentProblems = [
  'question-missing',
  'characters-not-allowed',
  'variant-missing',
  'variant-too-long',
  'variant-duplicate',
  'key-message-duplicate',
  'placeholder-undeclared',
  'placeholder-unused',
  'placeholder-invalid',
  'unknown-department',
  'unknown-topic',
  'levels-reversed',
  'validity-reversed',
] as const;

export const createAnswer = endpoint({
  method: 'POST',
  path: '/api/answers',
  summary: 'Start an answer: its first version as a draft',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  body: z.object({ kind: z.enum(ANSWER_KINDS).default('answer'), content: versionContentSchema }),
  response: answerDetailSchema,
  status: 201,
  problems: contentProblems,
});

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/answers/{answerId}/draft',
  summary:
    'Save the draft; on an approved answer this starts the next version and leaves the approved one in force',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  params: z.object({ answerId: idSchema }),
  body: z.object({
    content: versionContentSchema,
    /** The revision one started from, when a draft exists. */
    revision: z.number().int().optional(),
  }),
  response: answerDetailSchema,
  problems: ['answer-not-found', 'version-in-review', 'changed-meanwhile', ...contentProblems],
});

const versionParams = z.object({ answerId: idSchema, number: z.coerce.number().int().min(1) });

export const submitVersion = endpoint({
  method: 'POST',
  path: '/api/answers/{answerId}/versions/{number}/submission',
  summary: 'Ask the departments for approval',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  params: versionParams,
  response: answerDetailSchema,
  problems: ['answer-not-found', 'transition-not-allowed', ...contentProblems],
});

export const withdrawVersion = endpoint({
  method: 'POST',
  path: '/api/answers/{answerId}/versions/{number}/withdrawal',
  summary: 'Take a version in review back to draft; approvals given are void',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  params: versionParams,
  response: answerDetailSchema,
  problems: ['answer-not-found', 'transition-not-allowed', 'not-your-draft'],
});

export const decideVersion = endpoint({
  method: 'POST',
  path: '/api/answers/{answerId}/versions/{number}/approvals',
  summary: 'Approve or refuse for one’s department; nobody approves their own words',
  tag: 'answers',
  access: { anyOf: ['answers.approve'] },
  params: versionParams,
  body: z
    .object({
      departmentId: idSchema,
      decision: z.enum(['approved', 'refused']),
      comment: z.string().trim().max(2000).optional(),
      contentHash: contentHashSchema
        .optional()
        .describe('Of the content that was read; if it has changed since, nothing is decided'),
    })
    .superRefine((body, context) => {
      if (body.decision === 'refused' && !body.comment)
        context.addIssue({
          code: 'custom',
          path: ['comment'],
          message: 'is required to refuse: say what to change',
          params: { code: 'required' },
        });
    }),
  response: answerDetailSchema,
  problems: [
    'answer-not-found',
    'transition-not-allowed',
    'own-words',
    'not-your-department',
    'department-already-decided',
    'version-altered',
    'changed-since-shown',
    ...contentProblems,
  ],
});

export const requestChange = endpoint({
  method: 'POST',
  path: '/api/answers/{answerId}/change-requests',
  summary:
    'Ask for a change of an approved answer; a draft is begun for it, and the approved version stays in force',
  tag: 'answers',
  access: { anyOf: ['answers.read'] },
  params: z.object({ answerId: idSchema }),
  body: z.object({
    reason: z.string().trim().min(1).max(2000),
    suspend: z
      .boolean()
      .default(false)
      .describe('Also take the approved version out of use at once; for approvers of one of its departments'),
  }),
  response: answerDetailSchema,
  status: 201,
  problems: ['answer-not-found', 'answer-not-in-force', 'not-your-department'],
});

export const closeChangeRequest = endpoint({
  method: 'POST',
  path: '/api/answers/{answerId}/change-requests/{requestId}/closing',
  summary:
    'Set a change request aside; a draft that was begun for it and that nobody has touched goes with it',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  params: z.object({ answerId: idSchema, requestId: idSchema }),
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  response: answerDetailSchema,
  problems: ['answer-not-found', 'change-request-not-found', 'change-request-closed'],
});

export const changeOwner = endpoint({
  method: 'PUT',
  path: '/api/answers/{answerId}/owner',
  summary: 'Say who keeps an answer: this person is reminded of its dates',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  params: z.object({ answerId: idSchema }),
  body: z.object({ personId: idSchema.nullable() }),
  response: answerDetailSchema,
  problems: ['answer-not-found', 'unknown-person'],
});

export const retireAnswer = endpoint({
  method: 'POST',
  path: '/api/answers/{answerId}/retirement',
  summary: 'Take an answer out of use at once',
  tag: 'answers',
  access: { anyOf: ['answers.approve'] },
  params: z.object({ answerId: idSchema }),
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  response: answerDetailSchema,
  problems: ['answer-not-found', 'transition-not-allowed'],
});

export const suggestionSchema = z
  .object({
    answerId: idSchema,
    versionNumber: z.number().int(),
    variantId: idSchema,
    kind: z.enum(ANSWER_KINDS),
    question: z.string(),
    language: localeSchema,
    network: networkSchema.nullable(),
    body: z.string(),
    placeholders: z.array(placeholderSchema),
    doNotSay: z.string(),
    proofPoints: z.array(z.string()),
    strategy: z.enum(STRATEGIES),
    sensitivity: z.enum(SENSITIVITIES),
    timesUsed: z.number().int(),
    /** Words of the mention that led here. */
    matchedWords: z.array(z.string()),
    /** Rank figure, only comparable within one list. */
    score: z.number(),
    /** Probability that this is the right answer for the mention, 0-1: of suggestions told with 0.8, 80 in 100 are right. */
    confidence: z.number().min(0).max(1),
    /** How many people said that this answer does not fit this mention. */
    refusedBy: z.number().int(),
    /** True when the only variant is in another language than the mention's. */
    otherLanguage: z.boolean(),
  })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof suggestionSchema>;

export const suggestAnswers = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}/suggestions',
  summary:
    'Approved, current answers that fit a mention, best first; or those found by a search of one’s own',
  tag: 'answers',
  access: { anyOf: ['answers.read'] },
  params: z.object({ mentionId: idSchema }),
  query: z.object({
    search: z.string().trim().max(200).optional(),
    language: localeSchema.optional(),
    limit: limitSchema.default(8),
  }),
  response: z.object({
    items: z.array(suggestionSchema),
    /** No answer fits well enough to be suggested: the items are only the nearest. Never so for a search. */
    noneFits: z.boolean(),
    /** Probability that any answer fits the mention, 0-1. */
    fits: z.number().min(0).max(1),
    /** How many people said of this mention that none of its suggestions fits. */
    noneFitsSaidBy: z.number().int(),
    /** Whether the person asking has corrected the suggestions of this mention. */
    correctedByMe: z.boolean(),
  }),
  problems: ['mention-not-found'],
});

export const SUGGESTION_VERDICTS = ['none_fits', 'does_not_fit', 'better'] as const;

export const correctSuggestions = endpoint({
  method: 'POST',
  path: '/api/mentions/{mentionId}/suggestion-corrections',
  summary:
    'Say that no suggestion fits, that one does not, or that one not suggested first is better; learned from',
  tag: 'answers',
  access: { anyOf: ['replies.send'] },
  params: z.object({ mentionId: idSchema }),
  body: z
    .object({
      verdict: z.enum(SUGGESTION_VERDICTS),
      answerId: idSchema.optional().describe('The answer meant; none for `none_fits`'),
      shownAnswerIds: z.array(idSchema).max(100).default([]).describe('What was shown, best first'),
    })
    .superRefine((body, context) => {
      if ((body.verdict === 'none_fits') === (body.answerId !== undefined))
        context.addIssue({
          code: 'custom',
          path: ['answerId'],
          message: 'names the answer meant, and is left out when none fits',
          params: { code: 'answer-not-meant' },
        });
    }),
  response: z.object({ learned: z.boolean().describe('False in training: a drill teaches nothing') }),
  problems: ['mention-not-found', 'answer-not-found', 'answer-not-meant'],
});

export const withdrawSuggestionCorrections = endpoint({
  method: 'DELETE',
  path: '/api/mentions/{mentionId}/suggestion-corrections',
  summary: 'Take back what one said of the suggestions of a mention',
  tag: 'answers',
  access: { anyOf: ['replies.send'] },
  params: z.object({ mentionId: idSchema }),
  response: z.object({ withdrawn: z.number().int() }),
  problems: ['mention-not-found'],
});

export * from './contract-queue.js';
export * from './contract-exchange.js';
export * from './contract-usage.js';
