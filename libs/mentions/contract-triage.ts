import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';
import { levelSchema } from '#contract/classification';
import { mentionDetailSchema, mentionSummarySchema, noReplyReasonSchema } from './contract-mention.js';

/** `take` assigns to oneself and starts; `reopen` puts back to new. A reply is not decided here: it is published. */
export const DECISION_ACTIONS = ['take', 'assign', 'unassign', 'no_reply', 'escalate', 'reopen'] as const;

const decisionBody = z
  .object({
    action: z.enum(DECISION_ACTIONS),
    assigneeId: idSchema.optional(),
    reason: noReplyReasonSchema.optional(),
    note: z.string().trim().max(2000).optional(),
    departmentIds: z.array(idSchema).max(20).optional(),
  })
  .superRefine((body, context) => {
    const missing = (field: string, detail: string) =>
      context.addIssue({ code: 'custom', path: [field], message: detail, params: { code: 'required' } });
    if (body.action === 'assign' && body.assigneeId === undefined)
      missing('assigneeId', 'is required to assign');
    if (body.action === 'no_reply' && body.reason === undefined)
      missing('reason', 'is required for no reply');
    if (body.action === 'no_reply' && body.reason === 'other' && !body.note)
      missing('note', 'is required when the reason is “other”');
    if (body.action === 'escalate' && !body.note)
      missing('note', 'is required to escalate: say what is asked');
  });

const decisionOutcome = z.object({
  mention: mentionSummarySchema,
  decisionId: idSchema,
  /** Until when the decision can be undone. */
  undoUntil: instantSchema,
});

const triageProblems = [
  'mention-not-found',
  'mention-already-answered',
  'mention-changed-meanwhile',
  'transition-not-allowed',
  'unknown-person',
  'unknown-department',
] as const;

export const decideMention = endpoint({
  method: 'POST',
  path: '/api/mentions/{mentionId}/decisions',
  summary: 'Take, assign, decide on no reply, escalate or reopen',
  tag: 'mentions',
  access: { anyOf: ['mentions.triage'] },
  params: z.object({ mentionId: idSchema }),
  body: decisionBody.safeExtend({ version: z.number().int().optional() }),
  response: decisionOutcome,
  status: 201,
  problems: triageProblems,
});

export const decideMentions = endpoint({
  method: 'POST',
  path: '/api/mentions/decisions',
  summary: 'One decision on up to 500 mentions; each succeeds or fails on its own and says why',
  tag: 'mentions',
  access: { anyOf: ['mentions.triage'] },
  body: decisionBody.safeExtend({ mentionIds: z.array(idSchema).min(1).max(500) }),
  response: z.object({
    decided: z.array(decisionOutcome),
    refused: z.array(z.object({ mentionId: idSchema, code: z.string(), detail: z.string() })),
  }),
  problems: ['unknown-person', 'unknown-department'],
});

export const undoDecisions = endpoint({
  method: 'POST',
  path: '/api/decisions/undo',
  summary: 'Undo decisions of one’s own while nothing happened since',
  tag: 'mentions',
  access: { anyOf: ['mentions.triage'] },
  body: z.object({ decisionIds: z.array(idSchema).min(1).max(500) }),
  response: z.object({
    mentions: z.array(mentionSummarySchema),
    refused: z.array(z.object({ decisionId: idSchema, code: z.string(), detail: z.string() })),
  }),
});

export const correctAssessment = endpoint({
  method: 'PUT',
  path: '/api/mentions/{mentionId}/assessment',
  summary: 'Overrule the automatic judgement; kept to measure the classifier',
  tag: 'mentions',
  access: { anyOf: ['mentions.triage'] },
  params: z.object({ mentionId: idSchema }),
  body: z.object({
    level: levelSchema.optional(),
    harm: z.string().max(40).optional(),
    intent: z.string().max(40).optional(),
    sentiment: z.enum(['negative', 'neutral', 'positive']).optional(),
    /** ISO 639-1 code. */
    language: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
    reason: z.string().trim().min(1).max(500),
  }),
  response: mentionDetailSchema,
  problems: ['mention-not-found', 'unknown-category', 'nothing-to-correct'],
});
