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
import { playbookKeySchema } from './contract-playbooks.js';
import {
  CLUSTERS,
  INCIDENT_ROLES,
  INCIDENT_STATES,
  OFFER_STATES,
  TASK_STATES,
  WAITING_KINDS,
} from './rules.js';

const level = z.number().int().min(0).max(4);
export const personSchema = z.object({ id: idSchema, name: z.string() });
const words = z.object({ fr: z.string(), en: z.string() });
export const incidentParams = z.object({ incidentId: idSchema });

export const waitingSchema = z.object({
  kind: z.enum(WAITING_KINDS),
  count: z.number().int(),
  dueAt: instantSchema.nullable(),
  overdue: z.boolean(),
});

export const incidentSummarySchema = z
  .object({
    id: idSchema,
    title: z.string(),
    /** As the topic is called now; `active` false: it is watched no more. */
    topic: z.object({ id: idSchema, name: z.string(), active: z.boolean() }),
    realm: realmSchema,
    state: z.enum(INCIDENT_STATES),
    type: z.object({ key: z.string(), name: words }),
    cluster: z.enum(CLUSTERS),
    /** Where the topic stands now. */
    level,
    levelByHand: z.boolean(),
    levelSince: instantSchema.nullable(),
    declaredLevel: level,
    declaredAt: instantSchema,
    closedAt: instantSchema.nullable(),
    lead: personSchema.nullable(),
    /** To whom the lead is offered. */
    offeredLead: personSchema.nullable(),
    nextReportAt: instantSchema.nullable(),
    /** The most pressing first. */
    waitsFor: z.array(waitingSchema),
  })
  .meta({ id: 'Incident' });
export type IncidentSummary = z.infer<typeof incidentSummarySchema>;

export const offerSchema = z.object({
  id: idSchema,
  role: z.enum(INCIDENT_ROLES),
  person: personSchema,
  state: z.enum(OFFER_STATES),
  proposedBy: personSchema,
  proposedAt: instantSchema,
  dueAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  reason: z.string().nullable(),
  handOver: z.string().nullable(),
});
export type RoleOffer = z.infer<typeof offerSchema>;

export const taskSchema = z.object({
  id: idSchema,
  label: words,
  role: z.enum(INCIDENT_ROLES),
  /** Who answers for it: its owner, else whoever holds the role. */
  owner: personSchema.nullable(),
  assigned: z.boolean(),
  dueAt: instantSchema,
  state: z.enum(TASK_STATES),
  done: z.object({ at: instantSchema, by: personSchema }).nullable(),
  note: z.string().nullable(),
});
export type IncidentTask = z.infer<typeof taskSchema>;

export const incidentDetailSchema = incidentSummarySchema
  .extend({
    why: z.string(),
    declaredBy: personSchema,
    runningAt: instantSchema.nullable(),
    closedBy: personSchema.nullable(),
    reopened: z.number().int(),
    version: z.number().int(),
    call: z.object({ link: z.string(), phone: z.string(), note: z.string() }),
    /** When the topic came to level 2. */
    detectedAt: instantSchema,
    /** When the first public word is, or was, due. */
    statementDueAt: instantSchema.nullable(),
    statementAt: instantSchema.nullable(),
    freeze: z
      .object({
        id: idSchema,
        reason: z.string(),
        by: personSchema.nullable(),
        frozenAt: instantSchema,
        releasedAt: instantSchema.nullable(),
        releasedBy: personSchema.nullable(),
        held: z.number().int(),
      })
      .nullable(),
    /** Every offer, newest first. */
    offers: z.array(offerSchema),
    tasks: z.array(taskSchema),
    /** Strategies of answers that fit the cluster. */
    strategies: z.array(z.string()),
    /** What keeps it from being closed. */
    obstacles: z.array(z.enum(['level', 'freeze', 'happened', 'worked', 'failed', 'actions'])),
    report: z.object({ id: idSchema, number: z.number().int(), draft: z.boolean() }).nullable(),
  })
  .meta({ id: 'IncidentDetail' });
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;

const reading = { anyOf: ['incidents.read'] } as const;
const running = { anyOf: ['incidents.run'] } as const;
const reason = z.string().trim().min(1).max(500);
const title = z.string().trim().min(1).max(160);
const link = z
  .string()
  .trim()
  .max(500)
  .refine((value) => value === '' || /^https?:\/\/\S+$/i.test(value), { error: 'is not a web address' });
const callSchema = z.object({
  link: link.default(''),
  phone: z.string().trim().max(60).default(''),
  note: z.string().trim().max(500).default(''),
});

export const incidentProposalSchema = z
  .object({
    id: idSchema,
    topic: z.object({ id: idSchema, name: z.string() }),
    realm: realmSchema,
    /** The highest level since it was proposed. */
    level,
    /** Where the topic stands now. */
    currentLevel: level,
    proposedAt: instantSchema,
    /** From level 3 on an incident is asked for. */
    askedAt: instantSchema.nullable(),
  })
  .meta({ id: 'IncidentProposal' });
export type IncidentProposal = z.infer<typeof incidentProposalSchema>;

export const listProposals = endpoint({
  method: 'GET',
  path: '/api/incident-proposals',
  summary: 'Topics for which an incident is proposed or asked for, and nobody has decided',
  tag: 'incidents',
  access: reading,
  query: z.object({ realm: realmSchema }),
  response: z.object({ items: z.array(incidentProposalSchema) }),
});

export const declineProposal = endpoint({
  method: 'POST',
  path: '/api/incident-proposals/{proposalId}/refusal',
  summary: 'Decide against an incident, with a reason; a higher level proposes again',
  tag: 'incidents',
  access: running,
  params: z.object({ proposalId: idSchema }),
  body: z.object({ reason }).strict(),
  response: incidentProposalSchema,
  problems: ['proposal-not-found', 'proposal-decided'],
});

export const prepareIncident = endpoint({
  method: 'GET',
  path: '/api/topics/{topicId}/incident-draft',
  summary: 'What is known before an incident is declared: level, why, and a type with its reason',
  tag: 'incidents',
  access: running,
  params: z.object({ topicId: idSchema }),
  query: z.object({ realm: realmSchema }),
  response: z.object({
    topic: personSchema,
    level,
    levelSince: instantSchema.nullable(),
    byHand: z.boolean(),
    /** The open incident of this topic, if there is one. */
    openIncidentId: idSchema.nullable(),
    guess: z.object({
      type: z.string(),
      /** The harm that most of the mentions speak of; null where none points to a type. */
      harm: z.string().nullable(),
      mentions: z.number().int(),
    }),
    cluster: z.enum(CLUSTERS),
    /** Mentions of the last six hours. */
    mentions: z.number().int(),
    /** The mentions that weigh most. */
    posts: z.array(
      z.object({ id: idSchema, author: z.string().nullable(), text: z.string(), severity: z.number() }),
    ),
    freeze: z.boolean(),
  }),
  problems: ['topic-not-found'],
});
export type IncidentDraft = z.infer<(typeof prepareIncident)['response']>;

export const listIncidents = endpoint({
  method: 'GET',
  path: '/api/incidents',
  summary: 'Incidents, newest first; those that are open come with what they wait for',
  tag: 'incidents',
  access: reading,
  query: z.object({
    realm: realmSchema,
    state: listOf(z.enum(INCIDENT_STATES)).optional(),
    topicId: idSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(incidentSummarySchema),
  problems: ['cursor-invalid'],
});

export const declareIncident = endpoint({
  method: 'POST',
  path: '/api/incidents',
  summary: 'Declare an incident on a topic; one at a time for each topic',
  tag: 'incidents',
  access: running,
  body: z
    .object({
      topicId: idSchema,
      realm: realmSchema,
      title,
      why: z.string().trim().min(1).max(2000),
      type: playbookKeySchema,
      /** Left out: that of the playbook. */
      cluster: z.enum(CLUSTERS).optional(),
      /** Who leads: oneself, at once, or somebody who has to accept. */
      leadId: idSchema,
      roles: z
        .array(z.object({ role: z.enum(INCIDENT_ROLES).exclude(['lead']), personId: idSchema }))
        .max(5)
        .default([]),
      call: callSchema.default({ link: '', phone: '', note: '' }),
      /** Holds all other publications of the realm. */
      freeze: z.boolean(),
    })
    .strict(),
  response: incidentDetailSchema,
  status: 201,
  problems: [
    'topic-not-found',
    'incident-open-already',
    'unknown-playbook',
    'unknown-person',
    'role-named-twice',
  ],
});

export const readIncident = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}',
  summary: 'An incident: where it stands, who does what, and what is next',
  tag: 'incidents',
  access: reading,
  params: incidentParams,
  response: incidentDetailSchema,
  problems: ['incident-not-found'],
});

export const changeIncident = endpoint({
  method: 'PATCH',
  path: '/api/incidents/{incidentId}',
  summary: 'Change the title, the cluster, the call details or the time of the next report',
  tag: 'incidents',
  access: running,
  params: incidentParams,
  body: z
    .object({
      title: title.optional(),
      cluster: z.enum(CLUSTERS).optional(),
      call: callSchema.optional(),
      nextReportAt: instantSchema.nullable().optional(),
      version: z.number().int().optional().describe('The version one started from'),
    })
    .strict(),
  response: incidentDetailSchema,
  problems: ['incident-not-found', 'incident-closed', 'changed-meanwhile', 'report-not-ahead'],
});

export const moveIncidentState = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/moves',
  summary:
    'Conclude (it is calm, the review begins), resume, close (level at 0-1 and the review complete) or reopen',
  tag: 'incidents',
  access: running,
  params: incidentParams,
  body: z
    .object({
      move: z.enum(['conclude', 'resume', 'close', 'reopen']),
      reason: reason.optional(),
    })
    .strict()
    .superRefine(({ move, reason: given }, context) => {
      if ((move === 'resume' || move === 'reopen') && !given)
        context.addIssue({
          code: 'custom',
          path: ['reason'],
          message: 'is required',
          params: { code: 'required' },
        });
    }),
  response: incidentDetailSchema,
  problems: [
    'incident-not-found',
    'transition-not-allowed',
    'level-still-high',
    'still-frozen',
    'review-incomplete',
    'incident-open-already',
  ],
});

export const freezeForIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/freeze',
  summary: 'Hold all other publications of the realm; holding statements still leave',
  tag: 'incidents',
  access: running,
  params: incidentParams,
  body: z.object({ reason }).strict(),
  response: incidentDetailSchema,
  problems: ['incident-not-found', 'incident-closed', 'frozen-already'],
});

export const releaseIncidentFreeze = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/freeze/release',
  summary: 'As lead, end the freeze of this incident',
  tag: 'incidents',
  access: running,
  params: incidentParams,
  body: z.object({ reason }).strict(),
  response: incidentDetailSchema,
  problems: ['incident-not-found', 'not-the-lead', 'not-frozen'],
});
