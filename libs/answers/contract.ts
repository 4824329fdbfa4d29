import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  listOf,
  localeSchema,
  networkSchema,
  pageOf,
} from '#platform/contract';

export const VERSION_STATES = ['draft', 'in_review', 'approved', 'superseded', 'retired', 'expired'] as const;
export const versionStateSchema = z.enum(VERSION_STATES);
export type VersionState = z.infer<typeof versionStateSchema>;

export const STRATEGIES = [
  'inform',
  'sympathise',
  'explain',
  'justify',
  'apologise',
  'compensate',
  'correct',
  'deny_rumour',
  'thank',
] as const;
export const SENSITIVITIES = ['low', 'medium', 'high'] as const;
export const ANSWER_KINDS = ['answer', 'holding_statement'] as const;
export const PLACEHOLDER_TYPES = ['first_name', 'link', 'phone', 'reference', 'date'] as const;

const level = z.number().int().min(0).max(4);

export const placeholderSchema = z
  .object({
    name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'must be lower-case letters, digits and _' }),
    type: z.enum(PLACEHOLDER_TYPES),
    label: z.object({ fr: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
    required: z.boolean(),
    /** For links: the value's host must be one of these or below one of these. */
    allowedDomains: z.array(z.string().max(120)).max(20).optional(),
    default: z.string().max(300).optional(),
  })
  .meta({ id: 'Placeholder' });
export type Placeholder = z.infer<typeof placeholderSchema>;

export const variantSchema = z
  .object({
    id: idSchema,
    language: localeSchema,
    /** null: for every network without a variant of its own. */
    network: networkSchema.nullable(),
    body: z.string(),
  })
  .meta({ id: 'Variant' });
export type Variant = z.infer<typeof variantSchema>;

/** What an author writes of a version. */
export const versionContentSchema = z.object({
  question: z.object({ fr: z.string().trim().max(300), en: z.string().trim().max(300) }),
  wordings: z.object({
    fr: z.array(z.string().trim().min(1).max(300)).max(50),
    en: z.array(z.string().trim().min(1).max(300)).max(50),
  }),
  topicId: idSchema.nullable().default(null),
  sensitivity: z.enum(SENSITIVITIES).default('low'),
  levelMin: level.default(0),
  levelMax: level.default(4),
  strategy: z.enum(STRATEGIES).default('inform'),
  departmentIds: z.array(idSchema).min(1).max(20).describe('Every one of these departments must approve'),
  doNotSay: z.string().trim().max(2000).default(''),
  proofPoints: z.array(z.string().trim().min(1).max(500)).max(20).default([]),
  placeholders: z.array(placeholderSchema).max(20).default([]),
  variants: z
    .array(
      z.object({
        language: localeSchema,
        network: networkSchema.nullable(),
        body: z.string().trim().min(1).max(10_000),
      }),
    )
    .max(40),
  validFrom: instantSchema.nullable().default(null),
  validUntil: instantSchema.nullable().default(null),
  reviewOn: instantSchema.nullable().default(null),
});
export type VersionContent = z.infer<typeof versionContentSchema>;

export const approvalSchema = z
  .object({
    departmentId: idSchema,
    /** null while the department has not decided. */
    decision: z.enum(['approved', 'refused']).nullable(),
    by: z.object({ id: idSchema, name: z.string() }).nullable(),
    at: instantSchema.nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'Approval' });

export const versionSchema = versionContentSchema
  .extend({
    id: idSchema,
    number: z.number().int(),
    state: versionStateSchema,
    /** Approved and within its validity now: this is what may be published. */
    current: z.boolean(),
    author: z.object({ id: idSchema, name: z.string() }),
    createdAt: instantSchema,
    submittedAt: instantSchema.nullable(),
    approvedAt: instantSchema.nullable(),
    variants: z.array(variantSchema),
    approvals: z.array(approvalSchema),
    /** Rises with each save of a draft. */
    revision: z.number().int(),
  })
  .meta({ id: 'AnswerVersion' });
export type AnswerVersion = z.infer<typeof versionSchema>;

export const answerSummarySchema = z
  .object({
    id: idSchema,
    kind: z.enum(ANSWER_KINDS),
    question: z.object({ fr: z.string(), en: z.string() }),
    /** State of the newest version. */
    state: versionStateSchema,
    versionNumber: z.number().int(),
    /** Number of the version that may be published now, if any. */
    currentVersionNumber: z.number().int().nullable(),
    languages: z.array(localeSchema),
    departmentIds: z.array(idSchema),
    awaitingDepartmentIds: z.array(idSchema),
    topicId: idSchema.nullable(),
    sensitivity: z.enum(SENSITIVITIES),
    strategy: z.enum(STRATEGIES),
    levelMin: level,
    levelMax: level,
    validUntil: instantSchema.nullable(),
    owner: z.object({ id: idSchema, name: z.string() }).nullable(),
    timesUsed: z.number().int(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'Answer' });
export type AnswerSummary = z.infer<typeof answerSummarySchema>;

export const answerDetailSchema = answerSummarySchema
  .extend({ versions: z.array(versionSchema) })
  .meta({ id: 'AnswerDetail' });
export type AnswerDetail = z.infer<typeof answerDetailSchema>;

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
    awaitingMe: z
      .enum(['true', 'false'])
      .optional()
      .describe('`true`: versions in review that wait for a department of mine and are not my own words'),
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
  ],
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
    /** Rank figure of the search, only comparable within one list. */
    score: z.number(),
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
  response: z.object({ items: z.array(suggestionSchema) }),
  problems: ['mention-not-found'],
});
