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
import { mentionSummarySchema } from '#contract/mentions';
import { escalationDetailSchema, escalationSummarySchema } from './contract-cases.js';
import { ESCALATION_STATES, SUBJECT_TYPES } from './rules.js';

const reading = { anyOf: ['escalations.read'] } as const;
const escalationParams = z.object({ escalationId: idSchema });
const note = z.string().trim().max(2000);

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
    subjectType: z.enum(SUBJECT_TYPES).optional(),
    subjectId: idSchema.optional().describe('Of the subject: a mention, a request for an answer, a topic'),
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
