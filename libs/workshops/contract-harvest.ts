import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';

const person = z.object({ id: idSchema, name: z.string() });
const workshopParams = z.object({ workshopId: idSchema });

/** What became of something that was written. */
export const harvestSchema = z
  .object({
    id: idSchema,
    kind: z.enum(['answer', 'action', 'message', 'note']),
    itemId: idSchema.nullable(),
    /** The words of the item, or of the action. */
    text: z.string(),
    /** The draft in the library. */
    answerId: idSchema.nullable(),
    /** The draft of key messages, and the key that it has there. */
    messageSetId: idSchema.nullable(),
    messageKey: z.string().nullable(),
    /** On whose record the note stands. */
    stakeholder: person.nullable(),
    owner: person.nullable(),
    /** A day, `2026-12-01`. */
    dueOn: z.string().nullable(),
    done: z.object({ by: person, at: instantSchema }).nullable(),
    by: person,
    at: instantSchema,
  })
  .meta({ id: 'WorkshopHarvest' });
export type Harvest = z.infer<typeof harvestSchema>;

export const harvestAnswer = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/harvest/answers',
  summary: 'Begin a draft in the library from an item; a second call gives the same draft',
  tag: 'workshops',
  access: { anyOf: ['answers.write'] },
  params: workshopParams,
  body: z.object({ itemId: idSchema, departmentIds: z.array(idSchema).min(1).max(20) }),
  response: harvestSchema,
  status: 201,
  problems: ['workshop-not-found', 'item-not-found', 'unknown-department'],
});

export const harvestMessage = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/harvest/messages',
  summary:
    'Put an item as a message into the draft of a house or map, or into a new map; a second call gives the same',
  tag: 'workshops',
  access: { anyOf: ['answers.write'] },
  params: workshopParams,
  body: z.object({
    itemId: idSchema,
    setId: idSchema.nullable().describe('Null: a new map on the topic of the workshop'),
    departmentIds: z
      .array(idSchema)
      .max(20)
      .default([])
      .describe('Who has to approve a new map; of one that is there, they are known'),
  }),
  response: harvestSchema,
  status: 201,
  problems: [
    'workshop-not-found',
    'item-not-found',
    'message-set-not-found',
    'message-set-full',
    'version-in-review',
    'unknown-department',
    'required',
  ],
});

export const harvestNote = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/harvest/notes',
  summary: 'Put an item as a note on the record of a stakeholder; a second call gives the same note',
  tag: 'workshops',
  access: { anyOf: ['stakeholders.write'] },
  params: workshopParams,
  body: z.object({ itemId: idSchema, stakeholderId: idSchema }),
  response: harvestSchema,
  status: 201,
  problems: ['workshop-not-found', 'item-not-found', 'stakeholder-not-found', 'stakeholder-archived'],
});

const day = z.iso.date().describe('A day, `2026-12-01`');

export const harvestAction = endpoint({
  method: 'POST',
  path: '/api/workshops/{workshopId}/harvest/actions',
  summary: 'Make an action with owner and date, of an item or of its own',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: workshopParams,
  body: z.object({
    itemId: idSchema.nullable(),
    text: z.string().trim().min(1).max(500),
    ownerId: idSchema,
    dueOn: day,
  }),
  response: harvestSchema,
  status: 201,
  problems: ['workshop-not-found', 'item-not-found', 'unknown-person', 'characters-not-allowed'],
});

export const workshopActionSchema = harvestSchema
  .extend({ workshop: z.object({ id: idSchema, title: z.string() }) })
  .meta({ id: 'WorkshopAction' });
export type WorkshopAction = z.infer<typeof workshopActionSchema>;

export const listWorkshopActions = endpoint({
  method: 'GET',
  path: '/api/workshop-actions',
  summary: 'Actions of all workshops that are not done, the one due first at the top',
  tag: 'workshops',
  access: { anyOf: ['workshops.read'] },
  query: z.object({ mine: z.enum(['true', 'false']).optional() }),
  response: z.object({ items: z.array(workshopActionSchema) }),
});

export const changeWorkshopAction = endpoint({
  method: 'PATCH',
  path: '/api/workshop-actions/{actionId}',
  summary: 'Say that an action is done or not, give it to somebody else, or another date',
  tag: 'workshops',
  access: { anyOf: ['workshops.read'] },
  params: z.object({ actionId: idSchema }),
  body: z.object({ done: z.boolean().optional(), ownerId: idSchema.optional(), dueOn: day.optional() }),
  response: harvestSchema,
  problems: ['action-not-found', 'not-your-action', 'unknown-person'],
});
