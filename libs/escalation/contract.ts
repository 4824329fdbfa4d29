import { z } from 'zod';
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
import { mentionSummarySchema, noReplyReasonSchema } from '#contract/mentions';
import { ASK_STATES, ASKED_BECAUSE, ESCALATION_STATES, LARGEST_ATTACHMENT } from './rules.js';

export * from './contract-duty.js';
export * from './contract-policies.js';
export * from './contract-report.js';

export const DECISION_KINDS = ['use_answer', 'write_answer', 'no_reply', 'returned'] as const;
export const SUBJECT_TYPES = ['mention', 'mention_group', 'answer_request', 'topic'] as const;

const level = z.number().int().min(0).max(4);
const person = z.object({ id: idSchema, name: z.string() });

export const escalationOutcomeSchema = z
  .object({
    kind: z.enum(DECISION_KINDS),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    answerId: idSchema.nullable(),
    draftAnswerId: idSchema.nullable(),
    by: person.nullable(),
    confirmedBy: person.nullable(),
    at: instantSchema.nullable(),
  })
  .meta({ id: 'EscalationOutcome' });
export type EscalationOutcome = z.infer<typeof escalationOutcomeSchema>;

export const escalationAskSchema = z
  .object({
    id: idSchema,
    departmentId: idSchema.nullable(),
    state: z.enum(ASK_STATES),
    owner: person.nullable(),
    round: z.number().int(),
    /** 0 in the first round; from 1 on the crisis lead is asked as well. */
    loudness: z.number().int(),
    /** When it goes on by itself: the next step, or the end of the time to decide; null once it is settled. */
    nextAt: instantSchema.nullable(),
    snoozedUntil: instantSchema.nullable(),
    acknowledgedAt: instantSchema.nullable(),
    decision: escalationOutcomeSchema.nullable(),
    /** Whether the person who reads may act on it. */
    mayAct: z.boolean(),
    canHandBack: z.boolean(),
  })
  .meta({ id: 'EscalationAsk' });
export type EscalationAsk = z.infer<typeof escalationAskSchema>;

export const escalationSummarySchema = z
  .object({
    id: idSchema,
    subjectType: z.enum(SUBJECT_TYPES),
    subjectId: idSchema,
    realm: realmSchema,
    level,
    topicId: idSchema.nullable(),
    question: z.string(),
    why: z.string(),
    state: z.enum(ESCALATION_STATES),
    policy: z.object({ id: idSchema, name: z.string() }).nullable(),
    mode: z.enum(['parallel', 'in_turn']),
    rule: z.enum(['all', 'any', 'n_of']),
    needed: z.number().int(),
    openedBy: person.nullable(),
    openedAt: instantSchema,
    acknowledgedAt: instantSchema.nullable(),
    decidedAt: instantSchema.nullable(),
    closedAt: instantSchema.nullable(),
    closeReason: z.string().nullable(),
    mergedInto: idSchema.nullable(),
    reopened: z.number().int(),
    outcome: escalationOutcomeSchema.nullable(),
    effect: z.enum(['none', 'pending', 'done', 'refused']),
    asks: z.array(escalationAskSchema),
    mentions: z.number().int(),
    /** The first mention's words, or nothing. */
    excerpt: z.string(),
    network: z.string().nullable(),
    authorName: z.string().nullable(),
  })
  .meta({ id: 'Escalation' });
export type EscalationSummary = z.infer<typeof escalationSummarySchema>;

export const escalationLogSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    kind: z.string(),
    departmentId: idSchema.nullable(),
    by: person.nullable(),
    people: z.array(z.object({ id: idSchema, name: z.string(), because: z.enum(ASKED_BECAUSE) })),
    round: z.number().int().nullable(),
    step: z.number().int().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'EscalationLogEntry' });
export type EscalationLogEntry = z.infer<typeof escalationLogSchema>;

export const escalationCommentSchema = z
  .object({
    id: idSchema,
    by: person,
    at: instantSchema,
    text: z.string(),
    mentioned: z.array(person),
    /** Only this department sees it. */
    privateTo: idSchema.nullable(),
  })
  .meta({ id: 'EscalationComment' });
export type EscalationComment = z.infer<typeof escalationCommentSchema>;

export const escalationAttachmentSchema = z
  .object({
    id: idSchema,
    by: person,
    at: instantSchema,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    privateTo: idSchema.nullable(),
  })
  .meta({ id: 'EscalationAttachment' });
export type EscalationAttachment = z.infer<typeof escalationAttachmentSchema>;

export const escalationDetailSchema = escalationSummarySchema
  .extend({
    mentionSummaries: z.array(mentionSummarySchema),
    log: z.array(escalationLogSchema),
    comments: z.array(escalationCommentSchema),
    attachments: z.array(escalationAttachmentSchema),
    /** Decisions on similar matters before: of the same topic or words, newest first. */
    earlier: z.array(
      z.object({
        id: idSchema,
        question: z.string(),
        excerpt: z.string(),
        outcome: escalationOutcomeSchema,
        answerQuestion: z.object({ fr: z.string(), en: z.string() }).nullable(),
      }),
    ),
    /** Other undecided escalations that may be about the same. */
    duplicates: z.array(z.object({ id: idSchema, question: z.string(), excerpt: z.string() })),
  })
  .meta({ id: 'EscalationDetail' });
export type EscalationDetail = z.infer<typeof escalationDetailSchema>;

const reading = { anyOf: ['escalations.read'] } as const;
const deciding = { anyOf: ['escalations.decide'] } as const;
const escalationParams = z.object({ escalationId: idSchema });
const askParams = z.object({ escalationId: idSchema, askId: idSchema });
const note = z.string().trim().max(2000);
const actProblems = [
  'escalation-not-found',
  'ask-not-found',
  'not-your-escalation',
  'escalation-already-decided',
  'transition-not-allowed',
] as const;

/** Cases behind a figure of the report. */
export const ESCALATION_MEASURES = [
  'acknowledged',
  'decided',
  'late',
  'lapsed',
  'exhausted',
  'open',
] as const;
/** What the figures of dashboards count, beyond the report. */
export const CASE_MEASURES = [...ESCALATION_MEASURES, 'overdue', 'in_time'] as const;

export const listEscalations = endpoint({
  method: 'GET',
  path: '/api/escalations',
  summary: 'Escalations, filtered, keyset-paged',
  tag: 'escalations',
  access: reading,
  query: z.object({
    state: listOf(z.enum(ESCALATION_STATES)).optional(),
    /** `true`: what asks one’s departments or oneself. */
    mine: z.enum(['true', 'false']).optional(),
    departmentId: idSchema.optional(),
    level: listOf(z.coerce.number().int().min(0).max(4)).optional(),
    topicId: idSchema.optional(),
    realm: realmSchema.optional(),
    measure: z.enum(CASE_MEASURES).optional().describe('Cases that a figure of the report counts'),
    from: instantSchema.optional().describe('Opened from then on'),
    to: instantSchema.optional(),
    sort: z.enum(['urgent', 'newest']).default('urgent').describe('`urgent`: highest level first'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(escalationSummarySchema),
  problems: ['cursor-invalid'],
});

export const escalateMentions = endpoint({
  method: 'POST',
  path: '/api/escalations',
  summary:
    'Escalate a mention, or several as one matter, to departments; without any, to whom the policy names',
  tag: 'escalations',
  access: { anyOf: ['mentions.triage'] },
  body: z
    .object({
      mentionIds: z.array(idSchema).min(1).max(500),
      question: z.string().trim().min(1).max(2000).describe('What is asked'),
      departmentIds: z.array(idSchema).max(20).default([]),
      mode: z.enum(['parallel', 'in_turn']).default('parallel'),
      rule: z.enum(['all', 'any', 'n_of']).default('all').describe('Which departments must decide the same'),
      needed: z.number().int().min(1).max(20).default(1).describe('For `n_of`'),
      policyId: idSchema.nullable().default(null).describe('null: by topic and level'),
      version: z.number().int().optional().describe('Of a single mention, when the decision was taken'),
    })
    .strict(),
  response: z.object({
    escalationId: idSchema.nullable(),
    decided: z.array(
      z.object({ mention: mentionSummarySchema, decisionId: idSchema, undoUntil: instantSchema }),
    ),
    refused: z.array(z.object({ mentionId: idSchema, code: z.string(), detail: z.string() })),
  }),
  status: 201,
  problems: [
    'unknown-department',
    'policy-not-found',
    'too-many-needed',
    'mention-not-found',
    'mention-changed-meanwhile',
    'mention-already-answered',
    'transition-not-allowed',
  ],
});

export const readEscalation = endpoint({
  method: 'GET',
  path: '/api/escalations/{escalationId}',
  summary: 'An escalation with everything needed to decide on it',
  tag: 'escalations',
  access: reading,
  params: escalationParams,
  response: escalationDetailSchema,
  problems: ['escalation-not-found'],
});

export const readMentionEscalation = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}/escalation',
  summary: 'Where the last escalation of a mention stands; null when there was none',
  tag: 'escalations',
  access: { anyOf: ['mentions.read'] },
  params: z.object({ mentionId: idSchema }),
  response: z.object({ escalation: escalationSummarySchema.nullable() }),
});

export const acknowledgeEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/asks/{askId}/acknowledgement',
  summary: 'Take a question on; its clock is then the time to decide',
  tag: 'escalations',
  access: deciding,
  params: askParams,
  response: escalationDetailSchema,
  problems: [...actProblems, 'escalation-already-taken'],
});

export const reassignEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/asks/{askId}/assignment',
  summary: 'Give a question to somebody else who may decide',
  tag: 'escalations',
  access: deciding,
  params: askParams,
  body: z.object({ personId: idSchema, note: note.optional() }).strict(),
  response: escalationDetailSchema,
  problems: [...actProblems, 'unknown-person', 'has-it-already'],
});

export const releaseEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/asks/{askId}/release',
  summary: 'Put a question back: the chain goes on at once',
  tag: 'escalations',
  access: deciding,
  params: askParams,
  body: z.object({ note: note.optional() }).strict(),
  response: escalationDetailSchema,
  problems: actProblems,
});

export const snoozeEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/asks/{askId}/snooze',
  summary: 'Put a question off for minutes; the limit depends on the level',
  tag: 'escalations',
  access: deciding,
  params: askParams,
  body: z.object({ minutes: z.number().int().min(1).max(1440), note: note.optional() }).strict(),
  response: escalationDetailSchema,
  problems: [...actProblems, 'snooze-needs-owner', 'snooze-too-long', 'snoozed-too-often'],
});

export const handOverEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/asks/{askId}/hand-over',
  summary: 'Hand a question over to another department',
  tag: 'escalations',
  access: deciding,
  params: askParams,
  body: z.object({ departmentId: idSchema, note: note.min(1) }).strict(),
  response: escalationDetailSchema,
  problems: [...actProblems, 'unknown-department', 'hand-over-cycle', 'department-asked-already'],
});

export const handBackEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/asks/{askId}/hand-back',
  summary: 'Hand a question back to the department that handed it over',
  tag: 'escalations',
  access: deciding,
  params: askParams,
  body: z.object({ note: note.min(1) }).strict(),
  response: escalationDetailSchema,
  problems: [...actProblems, 'nobody-handed-over'],
});

const decisionBody = z
  .object({
    kind: z.enum(DECISION_KINDS),
    note: note.optional(),
    reason: noReplyReasonSchema.optional(),
    answerVariantId: idSchema.optional(),
    placeholders: z.record(z.string().max(40), z.string().max(500)).default({}),
    draft: z
      .object({
        language: z.enum(['fr', 'en']),
        question: z.string().trim().min(1).max(300),
        body: z.string().trim().min(1).max(10_000),
      })
      .optional(),
  })
  .strict()
  .superRefine((body, context) => {
    const missing = (field: string, detail: string) =>
      context.addIssue({ code: 'custom', path: [field], message: detail, params: { code: 'required' } });
    if (body.kind === 'use_answer' && body.answerVariantId === undefined)
      missing('answerVariantId', 'is required to use an answer');
    if (body.kind === 'write_answer' && body.draft === undefined)
      missing('draft', 'is required to write an answer');
    if (body.kind === 'no_reply' && body.reason === undefined) missing('reason', 'is required for no reply');
    if (body.kind === 'no_reply' && body.reason === 'other' && !body.note)
      missing('note', 'is required when the reason is “other”');
    if (body.kind === 'returned' && !body.note) missing('note', 'is required: say what to do');
  });

export const decideEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/asks/{askId}/decision',
  summary:
    'Decide: use an approved answer, write one, no reply, or back to the community managers with advice',
  tag: 'escalations',
  access: deciding,
  params: askParams,
  body: decisionBody,
  response: escalationDetailSchema,
  problems: [
    ...actProblems,
    'second-person-needed',
    'variant-not-found',
    'variant-not-approved',
    'variant-expired',
    'variant-altered',
    'variant-wrong-network',
    'level-not-allowed',
    'placeholder-unknown',
    'placeholder-missing',
    'placeholder-invalid',
    'text-too-long',
    'network-cannot-reply',
    'department-needed',
  ],
});

export const confirmEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/asks/{askId}/confirmation',
  summary: 'As second person, confirm a decision that publishes at crisis level, or refuse it with a reason',
  tag: 'escalations',
  access: deciding,
  params: askParams,
  body: z
    .object({ confirm: z.boolean(), note: note.optional() })
    .strict()
    .superRefine((body, context) => {
      if (!body.confirm && !body.note)
        context.addIssue({
          code: 'custom',
          path: ['note'],
          message: 'is required to refuse',
          params: { code: 'required' },
        });
    }),
  response: escalationDetailSchema,
  problems: [...actProblems, 'nothing-to-confirm', 'second-person-needed'],
});

export const closeEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/closure',
  summary: 'Close an escalation whose matter is settled; its mentions go back to work',
  tag: 'escalations',
  access: { anyOf: ['mentions.triage', 'escalations.write'] },
  params: escalationParams,
  body: z.object({ note: note.min(1) }).strict(),
  response: escalationDetailSchema,
  problems: ['escalation-not-found', 'transition-not-allowed'],
});

export const reopenEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/reopening',
  summary: 'Ask again; its mentions are escalated anew',
  tag: 'escalations',
  access: { anyOf: ['mentions.triage', 'escalations.decide'] },
  params: escalationParams,
  body: z.object({ note: note.min(1) }).strict(),
  response: escalationDetailSchema,
  problems: [
    'escalation-not-found',
    'transition-not-allowed',
    'escalation-merged',
    'escalated-anew',
    'nothing-to-reopen',
  ],
});

export const mergeEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/merge',
  summary:
    'Merge an undecided duplicate into another escalation, which takes its mentions and departments on',
  tag: 'escalations',
  access: { anyOf: ['mentions.triage', 'escalations.decide'] },
  params: escalationParams,
  body: z.object({ intoId: idSchema }).strict(),
  response: escalationDetailSchema,
  problems: ['escalation-not-found', 'merge-not-possible'],
});

export const commentEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/comments',
  summary:
    'Say something; colleagues who are mentioned are told; private to a department of one’s own if wanted',
  tag: 'escalations',
  access: { anyOf: ['mentions.triage', 'escalations.decide'] },
  params: escalationParams,
  body: z
    .object({
      text: note.min(1),
      mentionedIds: z.array(idSchema).max(20).default([]),
      privateTo: idSchema.nullable().default(null),
    })
    .strict(),
  response: escalationDetailSchema,
  status: 201,
  problems: ['escalation-not-found', 'not-your-department', 'unknown-person'],
});

export const attachToEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/attachments',
  summary: `Attach a file (multipart/form-data, field \`file\`): PDF, PNG, JPEG, GIF, WebP or plain text, at most ${LARGEST_ATTACHMENT / 1024 / 1024} MB`,
  tag: 'escalations',
  access: { anyOf: ['mentions.triage', 'escalations.decide'] },
  params: escalationParams,
  body: z.object({ privateTo: idSchema.optional() }),
  response: escalationDetailSchema,
  status: 201,
  problems: [
    'escalation-not-found',
    'file-missing',
    'file-too-large',
    'file-type-not-allowed',
    'too-many-attachments',
    'not-your-department',
  ],
});

export const readAttachment = endpoint({
  method: 'GET',
  path: '/api/escalation-attachments/{attachmentId}',
  summary: 'The file, always as a download',
  tag: 'escalations',
  access: reading,
  params: z.object({ attachmentId: idSchema }),
  response: z.string().describe('The bytes of the file'),
  problems: ['attachment-not-found'],
});
