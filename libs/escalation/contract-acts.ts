import { z } from 'zod';
import { endpoint, idSchema } from '#platform/contract';
import { noReplyReasonSchema } from '#contract/mentions';
import { escalationDetailSchema } from './contract-cases.js';
import { DECISION_KINDS } from './rules.js';

const deciding = { anyOf: ['escalations.decide'] } as const;
const askParams = z.object({ escalationId: idSchema, askId: idSchema });
const note = z.string().trim().max(2000);
const actProblems = [
  'escalation-not-found',
  'ask-not-found',
  'not-your-escalation',
  'escalation-already-decided',
  'transition-not-allowed',
] as const;

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
      .optional()
      .describe('Required to write an answer, except to a request: its draft begins with what was asked'),
  })
  .strict()
  .superRefine((body, context) => {
    const missing = (field: string, detail: string) =>
      context.addIssue({ code: 'custom', path: [field], message: detail, params: { code: 'required' } });
    if (body.kind === 'use_answer' && body.answerVariantId === undefined)
      missing('answerVariantId', 'is required to use an answer');
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
    'decision-not-for-subject',
    'draft-from-request',
    'request-over',
    'not-allowed-here',
    'not-your-department',
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
