import { z } from 'zod';
import { endpoint, idSchema, instantSchema, ROLES } from '#platform/contract';
import { salienceSchema } from '#contract/stakeholders';
import { ASKED_BECAUSE } from './rules.js';

const level = z.number().int().min(0).max(4);

export const policyTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked_on_call') }).strict(),
  z.object({ kind: z.literal('asked_lead') }).strict(),
  z.object({ kind: z.literal('department'), departmentId: idSchema }).strict(),
  z.object({ kind: z.literal('person'), personId: idSchema }).strict(),
  z.object({ kind: z.literal('role'), role: z.enum(ROLES) }).strict(),
  z.object({ kind: z.literal('stakeholder_owner') }).strict(),
]);
export type PolicyTarget = z.infer<typeof policyTargetSchema>;

const delayMinutes = z
  .number()
  .int()
  .max(7 * 24 * 60)
  .superRefine((value, context) => {
    if (value < 1)
      context.addIssue({
        code: 'custom',
        message: 'must be at least one minute: a step without delay would ask without end',
        params: { code: 'step-delay-zero' },
      });
  });

export const policyStepSchema = z
  .object({
    targets: z.array(policyTargetSchema).min(1).max(10),
    delayMinutes,
    repeat: z.number().int().min(0).max(10).default(0).describe('How often the step is asked again'),
  })
  .strict();
export type PolicyStep = z.infer<typeof policyStepSchema>;

const policyFields = z
  .object({
    name: z.string().trim().min(1).max(80),
    description: z.string().trim().max(500).default(''),
    topicId: idSchema.nullable().default(null).describe('null: every topic'),
    levelMin: level.default(0),
    levelMax: level.default(4),
    salience: z
      .array(salienceSchema.exclude(['none']))
      .max(7)
      .default([])
      .describe('Classes of stakeholders, one of which must be concerned; empty: no condition'),
    isDefault: z.boolean().default(false).describe('Applies where no other does; there is one'),
    active: z.boolean().default(true),
    decideMinutes: z.number().int().min(1).max(10_080).describe('Time to decide for whoever took it'),
    steps: z.array(policyStepSchema).min(1).max(12),
  })
  .strict()
  .superRefine((policy, context) => {
    if (policy.levelMin > policy.levelMax)
      context.addIssue({
        code: 'custom',
        path: ['levelMax'],
        message: 'is below the lowest level',
        params: { code: 'levels-reversed' },
      });
  });
export type PolicyFields = z.infer<typeof policyFields>;

export const escalationPolicySchema = z
  .object({
    ...policyFields.shape,
    id: idSchema,
    version: z.number().int(),
    updatedAt: instantSchema,
    /** Steps that can reach nobody as things are. */
    emptySteps: z.array(z.number().int()),
    /** Undecided escalations that follow it. */
    open: z.number().int(),
  })
  .meta({ id: 'EscalationPolicy' });
export type EscalationPolicy = z.infer<typeof escalationPolicySchema>;

export const listPolicies = endpoint({
  method: 'GET',
  path: '/api/escalation-policies',
  summary: 'Policies: who is asked, in what order, within what time',
  tag: 'escalations',
  access: { anyOf: ['escalations.read'] },
  response: z.object({ items: z.array(escalationPolicySchema) }),
});

const problems = [
  'policy-not-found',
  'policy-name-taken',
  'policy-reaches-nobody',
  'step-delay-zero',
  'levels-reversed',
  'default-needed',
  'unknown-person',
  'unknown-department',
  'unknown-topic',
] as const;

export const createPolicy = endpoint({
  method: 'POST',
  path: '/api/escalation-policies',
  summary: 'Create a policy; one that can reach nobody is refused',
  tag: 'escalations',
  access: { anyOf: ['escalations.write'] },
  body: policyFields,
  response: escalationPolicySchema,
  status: 201,
  problems,
});

export const changePolicy = endpoint({
  method: 'PUT',
  path: '/api/escalation-policies/{policyId}',
  summary: 'Change a policy; running escalations follow it as it then is',
  tag: 'escalations',
  access: { anyOf: ['escalations.write'] },
  params: z.object({ policyId: idSchema }),
  body: policyFields.safeExtend({ version: z.number().int() }),
  response: escalationPolicySchema,
  problems: [...problems, 'changed-meanwhile'],
});

export const previewedStepSchema = z
  .object({
    at: instantSchema,
    round: z.number().int(),
    step: z.number().int(),
    repetition: z.number().int(),
    loudness: z.number().int(),
    people: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        because: z.enum(ASKED_BECAUSE),
        /** How they would be told; `at` where that is later than the step: quiet hours, a digest. */
        channels: z.array(
          z.object({ by: z.enum(['console', 'mail', 'push']), at: instantSchema.nullable() }),
        ),
      }),
    ),
    /** Rooms that would be told as well. */
    rooms: z.array(z.object({ id: idSchema, name: z.string() })),
  })
  .meta({ id: 'PreviewedStep' });
export type PreviewedStep = z.infer<typeof previewedStepSchema>;

export const previewPolicy = endpoint({
  method: 'POST',
  path: '/api/escalation-policies/preview',
  summary: 'Who would be asked, when, if nobody answered: two rounds from any moment on; changes nothing',
  tag: 'escalations',
  access: { anyOf: ['escalations.read'] },
  body: z
    .object({
      steps: z.array(policyStepSchema).min(1).max(12),
      decideMinutes: z.number().int().min(1).max(10_080),
      departmentId: idSchema.nullable(),
      level,
      at: instantSchema,
      stakeholderId: idSchema
        .nullable()
        .default(null)
        .describe('As if this stakeholder were concerned; null: none is'),
    })
    .strict(),
  response: z.object({ steps: z.array(previewedStepSchema) }),
});
