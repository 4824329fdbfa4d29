import { z } from 'zod';
import { idSchema, instantSchema, localeSchema, networkSchema } from '#platform/contract';

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
export type AnswerKind = (typeof ANSWER_KINDS)[number];
export const PLACEHOLDER_TYPES = ['first_name', 'link', 'phone', 'reference', 'date'] as const;

export const contentHashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256 in hexadecimal' });

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

/** A message that the answer carries. Its id stays when its words change, so that a message house can refer to it. */
export const keyMessageSchema = z
  .object({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, { error: 'must be lower-case letters, digits, - and _' }),
    text: z.string().trim().min(1).max(300),
  })
  .meta({ id: 'AnswerKeyMessage' });
export type KeyMessage = z.infer<typeof keyMessageSchema>;

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
  keyMessages: z.array(keyMessageSchema).max(10).default([]),
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

export const earlierDecisionSchema = z.object({
  departmentId: idSchema,
  decision: z.enum(['approved', 'refused']),
  by: z.object({ id: idSchema, name: z.string() }),
  at: instantSchema,
  comment: z.string().nullable(),
});

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
    /** Decisions on earlier submissions of this version, which no longer count. */
    earlierDecisions: z.array(earlierDecisionSchema),
    /** SHA-256 of what was submitted for approval; null while it is a draft. */
    contentHash: z.string().nullable(),
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
    reviewOn: instantSchema.nullable(),
    /** Changes asked for that are neither made nor set aside. */
    openChangeRequests: z.number().int(),
    timesUsed: z.number().int(),
    lastUsedAt: instantSchema.nullable(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'Answer' });
export type AnswerSummary = z.infer<typeof answerSummarySchema>;

/** A change that somebody asked for on an approved answer. */
export const changeRequestSchema = z
  .object({
    id: idSchema,
    by: z.object({ id: idSchema, name: z.string() }),
    at: instantSchema,
    reason: z.string(),
    /** The approved version that was read. */
    aboutVersion: z.number().int(),
    /** The version that shall bring the change; null when its draft was thrown away. */
    versionNumber: z.number().int().nullable(),
    /** The approved version was taken out of use with the request. */
    suspended: z.boolean(),
    /** done: the version that brings the change was approved. set_aside: somebody closed it with a reason. */
    state: z.enum(['open', 'done', 'set_aside']),
    closed: z.object({ by: z.string(), at: instantSchema, reason: z.string() }).nullable(),
  })
  .meta({ id: 'AnswerChangeRequest' });
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

export const answerDetailSchema = answerSummarySchema
  .extend({ versions: z.array(versionSchema), changeRequests: z.array(changeRequestSchema) })
  .meta({ id: 'AnswerDetail' });
export type AnswerDetail = z.infer<typeof answerDetailSchema>;
