import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  localeSchema,
  pageOf,
} from '#platform/contract';
import { harvestSchema } from './contract-harvest.js';
import { objectiveSchema, placeSchema, planSchema, roomSchema, trustSchema } from './contract-plan.js';
import { workshopStateSchema } from './contract-room.js';

export * from './contract-harvest.js';
export * from './contract-method.js';
export * from './contract-plan.js';
export * from './contract-room.js';

const line = z.string().trim().max(300);

/** What one says of a workshop before anything else. */
export const workshopBriefSchema = z.object({
  title: z.string().trim().min(1).max(120),
  sponsor: line.describe('Who asked for it and answers for what becomes of it'),
  stake: line,
  strategy: line.describe('The strategy that it serves'),
  objective: objectiveSchema,
  people: z.number().int().min(2).max(500),
  minutes: z.number().int().min(5).max(6000),
  place: placeSchema,
  trust: trustSchema,
  language: localeSchema,
  anonymousAllowed: z.boolean(),
  plannedAt: instantSchema.nullable(),
  topicId: idSchema.nullable().describe('The watched topic that gave rise to it'),
});

const content = workshopBriefSchema.extend({
  methodKey: z.string().min(1).max(60),
  plan: planSchema,
  rooms: z.array(roomSchema).max(60),
});
export type WorkshopContent = z.infer<typeof content>;

const person = z.object({ id: idSchema, name: z.string() });

export const workshopSummarySchema = z
  .object({
    id: idSchema,
    title: z.string(),
    sponsor: z.string(),
    objective: objectiveSchema,
    methodKey: z.string(),
    /** Of the version that it was planned with. */
    method: z.object({
      name: z.object({ fr: z.string(), en: z.string() }),
      sources: z.array(z.object({ text: z.string(), url: z.url().nullable() })),
    }),
    place: placeSchema,
    state: workshopStateSchema,
    plannedAt: instantSchema.nullable(),
    createdBy: person,
    createdAt: instantSchema,
    people: z.number().int(),
    /** Who has joined. */
    seats: z.number().int(),
    items: z.number().int(),
    /** Actions that came of it and are not done. */
    openActions: z.number().int(),
  })
  .meta({ id: 'WorkshopSummary' });
export type WorkshopSummary = z.infer<typeof workshopSummarySchema>;

export const workshopDetailSchema = workshopSummarySchema
  .extend({
    ...content.shape,
    /** Rises with each change of brief and plan. */
    revision: z.number().int(),
    /** Phases as they were run. */
    runs: z.array(
      z.object({
        phaseKey: z.string(),
        title: z.string(),
        startedAt: instantSchema,
        endedAt: instantSchema.nullable(),
        plannedMinutes: z.number().int(),
        /** Without pauses; null while it runs. */
        realMinutes: z.number().nullable(),
      }),
    ),
    harvest: z.array(harvestSchema),
  })
  .meta({ id: 'WorkshopDetail' });
export type WorkshopDetail = z.infer<typeof workshopDetailSchema>;

export const listWorkshops = endpoint({
  method: 'GET',
  path: '/api/workshops',
  summary: 'Workshops, the newest first',
  tag: 'workshops',
  access: { anyOf: ['workshops.read'] },
  query: z.object({
    state: workshopStateSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(30),
  }),
  response: pageOf(workshopSummarySchema),
  problems: ['cursor-invalid'],
});

const contentProblems = ['unknown-method', 'unknown-topic', 'phase-key-duplicate', 'dots-missing'] as const;

export const createWorkshop = endpoint({
  method: 'POST',
  path: '/api/workshops',
  summary: 'Prepare a workshop: its brief, and a plan made of a method',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  body: content,
  response: workshopDetailSchema,
  status: 201,
  problems: contentProblems,
});

const workshopParams = z.object({ workshopId: idSchema });

export const readWorkshop = endpoint({
  method: 'GET',
  path: '/api/workshops/{workshopId}',
  summary: 'A workshop with its plan, what was run, and its harvest',
  tag: 'workshops',
  access: { anyOf: ['workshops.read'] },
  params: workshopParams,
  response: workshopDetailSchema,
  problems: ['workshop-not-found'],
});

export const changeWorkshop = endpoint({
  method: 'PUT',
  path: '/api/workshops/{workshopId}',
  summary: 'Change brief, plan and rooms; phases that have begun stay as they are',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams,
  body: content.extend({ revision: z.number().int() }),
  response: workshopDetailSchema,
  problems: ['workshop-not-found', 'workshop-over', 'changed-meanwhile', 'phase-begun', ...contentProblems],
});

export const moveWorkshopOn = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/moves',
  summary: 'Open it to participants, start, go to a phase, pause, add minutes, close, cancel',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams,
  body: z.discriminatedUnion('move', [
    z.object({ move: z.enum(['open', 'start', 'pause', 'resume', 'close', 'cancel']) }),
    z.object({
      move: z.literal('phase'),
      /** The phase that one was looking at: two who press at once go on once. */
      from: z.number().int().min(0),
      to: z.number().int().min(0).max(29),
    }),
    z.object({ move: z.literal('extend'), minutes: z.number().int().min(1).max(120) }),
  ]),
  response: z.object({ state: workshopStateSchema }),
  problems: ['workshop-not-found', 'transition-not-allowed', 'changed-meanwhile', 'phase-not-found'],
});

const joinLinkSchema = z.object({
  path: z.string().nullable(),
  address: z
    .url()
    .nullable()
    .describe('With the address under which people reach the console; null where none is configured'),
});

export const readJoinLink = endpoint({
  method: 'GET',
  path: '/api/workshops/{workshopId}/link',
  summary: 'The link by which people join; null while there is none',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams,
  response: joinLinkSchema,
  problems: ['workshop-not-found'],
});

export const changeJoinLink = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/link',
  summary: 'Make a new link, so that the old one ends, or end it without a new one; who has joined stays',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams,
  body: z.object({ action: z.enum(['renew', 'revoke']) }),
  response: joinLinkSchema,
  problems: ['workshop-not-found', 'workshop-over'],
});

export const changeSeat = endpoint({
  method: 'PATCH',
  path: '/api/workshops/{workshopId}/seats/{seatId}',
  summary: 'Name somebody host of a table, or take their seat back',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams.extend({ seatId: idSchema }),
  body: z.object({ host: z.boolean().optional(), revoked: z.literal(true).optional() }),
  response: z.null(),
  status: 204,
  problems: ['workshop-not-found', 'seat-not-found'],
});

export const drawGroups = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/groups',
  summary: 'Draw the groups of all phases that are not over, so that people meet as many others as possible',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams,
  response: z.object({ met: z.number().int(), bound: z.number().int() }),
  problems: ['workshop-not-found', 'workshop-over', 'nobody-joined', 'nothing-to-draw'],
});

export const downloadWorkshopReport = endpoint({
  method: 'GET',
  path: '/api/workshops/{workshopId}/report',
  summary: 'The report of a workshop as PDF or Word file, in a language of the interface',
  tag: 'workshops',
  access: { anyOf: ['workshops.read'] },
  params: workshopParams,
  query: z.object({ format: z.enum(['pdf', 'docx']), language: localeSchema }),
  response: z.string().describe('The file'),
  problems: ['workshop-not-found'],
});
