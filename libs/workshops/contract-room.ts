import { z } from 'zod';
import { endpoint, idSchema, instantSchema, localeSchema } from '#platform/contract';
import { itemKindSchema, objectiveSchema, placeSchema, planSchema, roomSchema } from './contract-plan.js';
import { WORKSHOP_STATES } from './life-cycle.js';

export const workshopStateSchema = z.enum(WORKSHOP_STATES);

export const phaseRunSchema = z.object({
  startedAt: instantSchema,
  minutes: z.number().int(),
  pausedMs: z.number(),
  pausedAt: instantSchema.nullable(),
});

export const seatSchema = z
  .object({
    id: idSchema,
    /** Counted within the workshop, for those who give no name. */
    number: z.number().int(),
    name: z.string().nullable(),
    /** Wanted as host of a table. */
    host: z.boolean(),
  })
  .meta({ id: 'WorkshopSeat' });
export type Seat = z.infer<typeof seatSchema>;

export const itemSchema = z
  .object({
    id: idSchema,
    kind: itemKindSchema,
    text: z.string(),
    /** In which phase it was written. */
    phaseKey: z.string(),
    /** Null: anonymous, also in the database. */
    author: z.object({ seatId: idSchema.nullable(), name: z.string() }).nullable(),
    clusterId: idSchema.nullable(),
    /** Of all participants together. */
    dots: z.number().int(),
    createdAt: instantSchema,
  })
  .meta({ id: 'WorkshopItem' });
export type Item = z.infer<typeof itemSchema>;

export const clusterSchema = z.object({ id: idSchema, title: z.string() }).meta({ id: 'WorkshopCluster' });
export type Cluster = z.infer<typeof clusterSchema>;

const drawnRound = z.object({
  phaseKey: z.string(),
  groups: z.array(z.object({ hostId: idSchema.nullable(), seatIds: z.array(idSchema) })),
});
export const drawSchema = z.object({
  rounds: z.array(drawnRound),
  /** Pairs of people who sit together at least once. */
  met: z.number().int(),
  /** No plan of this shape could let more pairs meet. */
  bound: z.number().int(),
});

/** Everything in a workshop that changes but the items. */
export const hallSchema = z
  .object({
    id: idSchema,
    title: z.string(),
    sponsor: z.string(),
    objective: objectiveSchema,
    place: placeSchema,
    language: localeSchema,
    state: workshopStateSchema,
    anonymousAllowed: z.boolean(),
    methodKey: z.string(),
    plan: planSchema,
    rooms: z.array(roomSchema),
    /** Null until it has been started. */
    phaseIndex: z.number().int().nullable(),
    /** Phases that have been run, so that what was written in them is still accepted. */
    begun: z.array(z.string()),
    run: phaseRunSchema.nullable(),
    seats: z.array(seatSchema),
    draw: drawSchema.nullable(),
    /** The server's clock, by which screens set theirs. */
    now: instantSchema,
  })
  .meta({ id: 'WorkshopHall' });
export type Hall = z.infer<typeof hallSchema>;

/**
 * What a stream sends: first everything, then what has changed. `me` comes first on a participant's stream; `left` says
 * that the seat was taken back.
 */
export interface RoomPatch {
  hall?: Hall;
  items?: Item[];
  /** Items that were taken away. */
  gone?: string[];
  clusters?: Cluster[];
  /** Replaces all that was known. */
  whole?: boolean;
}
export interface RoomSelf {
  seatId: string;
  /** Own dots by item. */
  dots: Record<string, number>;
}

const workshopParams = z.object({ workshopId: idSchema });
const stream = z.string().describe('text/event-stream of what changes in the room; begins with all of it');
const secret = z.string().min(20).max(100);

export const followRoom = endpoint({
  method: 'GET',
  path: '/api/workshops/{workshopId}/live',
  summary: 'The room of a workshop, live (SSE), for those who run it',
  tag: 'workshops',
  access: { anyOf: ['workshops.read'] },
  params: workshopParams,
  response: stream,
  problems: ['workshop-not-found'],
});

export const followSeat = endpoint({
  method: 'GET',
  path: '/api/rooms/{workshopId}/live',
  summary: 'The room of a workshop, live (SSE), for a participant who has joined',
  tag: 'workshops',
  access: 'public',
  params: workshopParams,
  response: stream,
  problems: ['seat-unknown'],
});

export const lookRoom = endpoint({
  method: 'POST',
  path: '/api/rooms/look',
  summary: 'What a link to a workshop leads to',
  tag: 'workshops',
  access: 'public',
  body: z.object({ token: secret }),
  response: z.object({
    workshopId: idSchema,
    title: z.string(),
    language: localeSchema,
    state: workshopStateSchema,
    anonymousAllowed: z.boolean(),
    /** Whoever asks has joined before, with this browser. */
    joined: z.boolean(),
  }),
  problems: ['join-link-invalid', 'too-many-attempts'],
});

export const joinRoom = endpoint({
  method: 'POST',
  path: '/api/rooms/join',
  summary: 'Take a seat in a workshop, by its link; sets a cookie that stands for the seat',
  tag: 'workshops',
  access: 'public',
  body: z.object({ token: secret, name: z.string().trim().min(1).max(60).nullable() }),
  response: z.object({ workshopId: idSchema, seatId: idSchema, number: z.number().int() }),
  status: 201,
  problems: [
    'join-link-invalid',
    'too-many-attempts',
    'workshop-over',
    'workshop-full',
    'name-needed',
    'characters-not-allowed',
  ],
});

const contribution = {
  /** Made by whoever writes: sending it again, after a lost connection, changes nothing. */
  key: z.uuid(),
  kind: itemKindSchema,
  text: z.string().trim().min(1).max(1000),
  phaseKey: z.string().min(1).max(40).describe('The phase in which it was written; it has to have begun'),
};
const itemProblems = [
  'workshop-not-running',
  'not-in-this-phase',
  'too-many-items',
  'characters-not-allowed',
  'key-of-another-item',
] as const;

export const contribute = endpoint({
  method: 'POST',
  path: '/api/rooms/{workshopId}/items',
  summary: 'Write down an idea, a story, a question, …; repeating it with the same key is harmless',
  tag: 'workshops',
  access: 'public',
  params: workshopParams,
  body: z.object({ ...contribution, anonymous: z.boolean() }),
  response: itemSchema,
  status: 201,
  problems: ['seat-unknown', ...itemProblems],
});

export const withdrawItem = endpoint({
  method: 'POST',
  path: '/api/rooms/{workshopId}/withdrawals',
  summary: 'Take back what one has written, by its key, while nothing was made of it',
  tag: 'workshops',
  access: 'public',
  params: workshopParams,
  body: z.object({ key: z.uuid() }),
  response: z.null(),
  status: 204,
  problems: ['seat-unknown', 'item-not-found', 'workshop-not-running', 'item-harvested'],
});

export const giveDots = endpoint({
  method: 'PUT',
  path: '/api/rooms/{workshopId}/dots',
  summary: 'Put so many of one’s dots on an item, in place of those before; never beyond the budget',
  tag: 'workshops',
  access: 'public',
  params: workshopParams,
  body: z.object({ itemId: idSchema, dots: z.number().int().min(0).max(50) }),
  response: z.object({ dots: z.record(z.string(), z.number().int()) }),
  problems: ['seat-unknown', 'workshop-not-running', 'no-vote-now', 'item-not-found', 'dots-spent'],
});

export const writeItem = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/items',
  summary: 'Write something down for the room, as one of those who run it',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams,
  body: z.object(contribution),
  response: itemSchema,
  status: 201,
  problems: ['workshop-not-found', ...itemProblems],
});

export const arrangeItem = endpoint({
  method: 'PATCH',
  path: '/api/workshops/{workshopId}/items/{itemId}',
  summary: 'Move an item to a group, out of it, or out of sight',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams.extend({ itemId: idSchema }),
  body: z.object({
    clusterId: idSchema.nullable().optional(),
    hidden: z.literal(true).optional().describe('Away from every screen; it stays on record'),
  }),
  response: z.null(),
  status: 204,
  problems: ['workshop-not-found', 'item-not-found', 'cluster-not-found'],
});

export const createCluster = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/clusters',
  summary: 'Begin a group of items that belong together',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams,
  body: z.object({
    title: z.string().trim().min(1).max(80),
    itemIds: z.array(idSchema).max(200).default([]),
  }),
  response: clusterSchema,
  status: 201,
  problems: ['workshop-not-found', 'item-not-found', 'too-many-clusters', 'characters-not-allowed'],
});

export const changeCluster = endpoint({
  method: 'PATCH',
  path: '/api/workshops/{workshopId}/clusters/{clusterId}',
  summary: 'Rename a group',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams.extend({ clusterId: idSchema }),
  body: z.object({ title: z.string().trim().min(1).max(80) }),
  response: clusterSchema,
  problems: ['workshop-not-found', 'cluster-not-found', 'characters-not-allowed'],
});

export const deleteCluster = endpoint({
  method: 'DELETE',
  path: '/api/workshops/{workshopId}/clusters/{clusterId}',
  summary: 'Dissolve a group; its items stay',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams.extend({ clusterId: idSchema }),
  response: z.null(),
  status: 204,
  problems: ['workshop-not-found', 'cluster-not-found'],
});
