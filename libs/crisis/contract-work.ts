import { z } from 'zod';
import { mentionSummarySchema } from '#contract/mentions';
import { cursorSchema, endpoint, idSchema, instantSchema, limitSchema, pageOf } from '#platform/contract';
import { incidentDetailSchema, incidentParams, personSchema } from './contract-incident.js';
import { INCIDENT_ROLES, TASK_STATES } from './rules.js';

const taking = { anyOf: ['incidents.take_part'] } as const;
const running = { anyOf: ['incidents.run'] } as const;
const reading = { anyOf: ['incidents.read'] } as const;
const text = z.string().trim().min(1).max(4000);
const reason = z.string().trim().min(1).max(500);

export const offerRole = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/roles',
  summary: 'Offer a role to a person; whoever holds it keeps it until the other accepts',
  tag: 'incidents',
  access: running,
  params: incidentParams,
  body: z
    .object({
      role: z.enum(INCIDENT_ROLES),
      personId: idSchema,
      /** Where things stand; needed when the lead is handed over. */
      handOver: text.optional(),
    })
    .strict(),
  response: incidentDetailSchema,
  problems: [
    'incident-not-found',
    'incident-closed',
    'unknown-person',
    'has-it-already',
    'hand-over-needed',
    'not-the-lead',
  ],
});

export const answerOffer = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/roles/{offerId}/answer',
  summary: 'Accept a role that one was offered, or decline it with a reason',
  tag: 'incidents',
  access: taking,
  params: incidentParams.extend({ offerId: idSchema }),
  body: z.discriminatedUnion('answer', [
    z.object({ answer: z.literal('accept') }).strict(),
    z.object({ answer: z.literal('decline'), reason }).strict(),
  ]),
  response: incidentDetailSchema,
  problems: [
    'incident-not-found',
    'incident-closed',
    'offer-not-found',
    'not-your-offer',
    'transition-not-allowed',
  ],
});

export const addTask = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/tasks',
  summary: 'Add a line to the checklist',
  tag: 'incidents',
  access: taking,
  params: incidentParams,
  body: z
    .object({
      label: z.string().trim().min(1).max(200),
      role: z.enum(INCIDENT_ROLES),
      ownerId: idSchema.nullable().default(null),
      dueAt: instantSchema,
    })
    .strict(),
  response: incidentDetailSchema,
  status: 201,
  problems: ['incident-not-found', 'incident-closed', 'unknown-person', 'too-many-tasks'],
});

export const changeTask = endpoint({
  method: 'PATCH',
  path: '/api/incidents/{incidentId}/tasks/{taskId}',
  summary: 'Tick a line off, give it to somebody, move its time, or drop it with a reason',
  tag: 'incidents',
  access: taking,
  params: incidentParams.extend({ taskId: idSchema }),
  body: z
    .object({
      state: z.enum(TASK_STATES).optional(),
      ownerId: idSchema.nullable().optional(),
      dueAt: instantSchema.optional(),
      note: z.string().trim().max(500).optional(),
    })
    .strict()
    .superRefine((body, context) => {
      if (body.state === 'dropped' && !body.note)
        context.addIssue({
          code: 'custom',
          path: ['note'],
          message: 'is required to drop a line',
          params: { code: 'required' },
        });
    }),
  response: incidentDetailSchema,
  problems: ['incident-not-found', 'incident-closed', 'task-not-found', 'task-settled', 'unknown-person'],
});

export const TIMELINE_KINDS = [
  'fact',
  'unknown',
  'decision',
  'event',
  'level',
  'replies',
  'post',
  'escalation',
] as const;

/** A line of the decision log, or something that happened elsewhere and belongs to the incident. */
export const timelineEntrySchema = z
  .object({
    /** Unique in the timeline; lines of the log begin with `log-`. */
    key: z.string(),
    kind: z.enum(TIMELINE_KINDS),
    at: instantSchema,
    /** When it was written down; only lines of the log. */
    writtenAt: instantSchema.nullable(),
    by: personSchema.nullable(),
    text: z.string(),
    basis: z.string(),
    /** Only lines of the log: its id, what it refers to and as what, what later lines say of it. */
    logId: idSchema.nullable(),
    refersTo: idSchema.nullable(),
    refersAs: z.enum(['corrects', 'checks']).nullable(),
    correctedBy: idSchema.nullable(),
    nextCheckAt: instantSchema.nullable(),
    checked: z.boolean(),
    /** What happened, and its values. */
    event: z.string().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'IncidentTimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const readIncidentLog = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/log',
  summary: 'The decision log with what else happened, to its last line, page by page',
  tag: 'incidents',
  access: reading,
  params: incidentParams,
  query: z.object({
    order: z.enum(['newest', 'oldest']).default('newest'),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(100),
  }),
  response: pageOf(timelineEntrySchema),
  problems: ['incident-not-found', 'cursor-invalid'],
});

export const writeLogEntry = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/log',
  summary: 'Write a line into the decision log; nothing written can be changed, a correction is a new line',
  tag: 'incidents',
  access: taking,
  params: incidentParams,
  body: z
    .object({
      kind: z.enum(['fact', 'unknown', 'decision']),
      text,
      basis: z.string().trim().max(2000).default(''),
      /** When it happened; left out: now. */
      at: instantSchema.optional(),
      nextCheckAt: instantSchema.nullable().default(null),
      refersTo: z
        .object({ entryId: idSchema, as: z.enum(['corrects', 'checks']) })
        .nullable()
        .default(null),
    })
    .strict(),
  response: timelineEntrySchema,
  status: 201,
  problems: [
    'incident-not-found',
    'incident-closed',
    'at-ahead',
    'check-not-ahead',
    'entry-not-found',
    'already-corrected',
  ],
});

export const readAttached = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/attachments',
  summary: 'Mentions and escalations that were attached, and the escalations of its topic',
  tag: 'incidents',
  access: reading,
  params: incidentParams,
  response: z.object({
    mentions: z.array(mentionSummarySchema),
    escalations: z.array(
      z.object({
        id: idSchema,
        question: z.string(),
        state: z.string(),
        level: z.number().int(),
        openedAt: instantSchema,
        decidedAt: instantSchema.nullable(),
        /** False: it is of the topic. */
        attached: z.boolean(),
      }),
    ),
  }),
  problems: ['incident-not-found'],
});

export const attach = endpoint({
  method: 'PUT',
  path: '/api/incidents/{incidentId}/attachments/{kind}/{subjectId}',
  summary: 'Attach a mention or an escalation; attaching it again changes nothing',
  tag: 'incidents',
  access: taking,
  params: incidentParams.extend({ kind: z.enum(['mention', 'escalation']), subjectId: idSchema }),
  response: readAttached.response,
  problems: [
    'incident-not-found',
    'incident-closed',
    'mention-not-found',
    'escalation-not-found',
    'other-realm',
  ],
});

export const detach = endpoint({
  method: 'DELETE',
  path: '/api/incidents/{incidentId}/attachments/{kind}/{subjectId}',
  summary: 'Take a mention or an escalation out again',
  tag: 'incidents',
  access: taking,
  params: incidentParams.extend({ kind: z.enum(['mention', 'escalation']), subjectId: idSchema }),
  response: readAttached.response,
  problems: ['incident-not-found', 'incident-closed'],
});
