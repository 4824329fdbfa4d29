import { z } from 'zod';
import { endpoint, idSchema, instantSchema, realmSchema } from '#platform/contract';
import { incidentParams, personSchema } from './contract-incident.js';
import { REVIEW_DELAYS, TASK_STATES } from './rules.js';

export const reviewActionSchema = z
  .object({
    id: idSchema,
    incident: z.object({ id: idSchema, title: z.string() }),
    text: z.string(),
    owner: personSchema,
    dueAt: instantSchema,
    overdue: z.boolean(),
    state: z.enum(TASK_STATES),
    done: z.object({ at: instantSchema, by: personSchema }).nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ReviewAction' });
export type ReviewAction = z.infer<typeof reviewActionSchema>;

export const reviewSchema = z
  .object({
    happened: z.string(),
    worked: z.string(),
    failed: z.string(),
    learned: z.string(),
    /** Said where nothing needs to be done. */
    noActions: z.boolean(),
    version: z.number().int(),
    changedBy: personSchema.nullable(),
    changedAt: instantSchema.nullable(),
    actions: z.array(reviewActionSchema),
    /** What happened when, as measured; null where it did not happen. */
    delays: z.array(
      z.object({
        name: z.enum(REVIEW_DELAYS),
        from: instantSchema.nullable(),
        to: instantSchema.nullable(),
        /** Null while one of the two is missing. */
        seconds: z.number().nullable(),
        targetSeconds: z.number().nullable(),
        late: z.boolean(),
      }),
    ),
    lacks: z.array(z.enum(['happened', 'worked', 'failed', 'actions'])),
  })
  .meta({ id: 'IncidentReview' });
export type ReviewView = z.infer<typeof reviewSchema>;

const running = { anyOf: ['incidents.run'] } as const;
const reading = { anyOf: ['incidents.read'] } as const;
const part = z.string().trim().max(10_000);

export const readReview = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/review',
  summary: 'The closing review (RETEX) with the delays as they were measured, and its actions',
  tag: 'incidents',
  access: reading,
  params: incidentParams,
  response: reviewSchema,
  problems: ['incident-not-found'],
});

export const saveReview = endpoint({
  method: 'PUT',
  path: '/api/incidents/{incidentId}/review',
  summary: 'Save the words of the review',
  tag: 'incidents',
  access: running,
  params: incidentParams,
  body: z
    .object({
      /** 0 when there was none yet. */
      version: z.number().int().min(0),
      happened: part,
      worked: part,
      failed: part,
      learned: part,
      noActions: z.boolean(),
    })
    .strict(),
  response: reviewSchema,
  problems: ['incident-not-found', 'incident-closed', 'changed-meanwhile'],
});

export const addReviewAction = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/review/actions',
  summary: 'Ask something of a person by a date',
  tag: 'incidents',
  access: running,
  params: incidentParams,
  body: z
    .object({ text: z.string().trim().min(1).max(1000), ownerId: idSchema, dueAt: instantSchema })
    .strict(),
  response: reviewSchema,
  status: 201,
  problems: ['incident-not-found', 'unknown-person', 'too-many-tasks'],
});

export const listReviewActions = endpoint({
  method: 'GET',
  path: '/api/review-actions',
  summary: 'Actions that reviews asked for: those due first, until they are done',
  tag: 'incidents',
  access: reading,
  query: z.object({ realm: realmSchema, state: z.enum(['open', 'settled']).default('open') }),
  response: z.object({ items: z.array(reviewActionSchema) }),
});

export const changeReviewAction = endpoint({
  method: 'PATCH',
  path: '/api/review-actions/{actionId}',
  summary: 'Say that an action is done, give it up with a reason, or move its date or owner',
  tag: 'incidents',
  access: { anyOf: ['incidents.take_part'] },
  params: z.object({ actionId: idSchema }),
  body: z
    .object({
      state: z.enum(TASK_STATES).optional(),
      note: z.string().trim().max(1000).optional(),
      dueAt: instantSchema.optional(),
      ownerId: idSchema.optional(),
    })
    .strict()
    .superRefine((body, context) => {
      if (body.state === 'dropped' && !body.note)
        context.addIssue({
          code: 'custom',
          path: ['note'],
          message: 'is required to give an action up',
          params: { code: 'required' },
        });
    }),
  response: reviewActionSchema,
  problems: ['action-not-found', 'not-your-action', 'unknown-person', 'task-settled'],
});
