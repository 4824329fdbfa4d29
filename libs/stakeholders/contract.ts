import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, limitSchema, pageOf, realmSchema } from '#platform/contract';
import {
  LONGEST_NOTE,
  placeSchema,
  stakeholderFieldsSchema,
  stakeholderMoveSchema,
  stakeholderSchema,
  stakeholderSummarySchema,
} from './contract-schemas.js';

export * from './contract-authors.js';
export * from './contract-press.js';
export * from './contract-schemas.js';
export * from './contract-voice.js';

const READ = { anyOf: ['stakeholders.read'] } as const;
const WRITE = { anyOf: ['stakeholders.write'] } as const;
const ONE = z.object({ stakeholderId: idSchema });
const CHANGING = ['stakeholder-not-found', 'stakeholder-archived', 'stakeholder-changed'] as const;

export const listStakeholders = endpoint({
  method: 'GET',
  path: '/api/stakeholders',
  summary: 'Stakeholders of a realm by name, all of those in use or the archived ones',
  tag: 'stakeholders',
  access: READ,
  query: z.object({
    realm: realmSchema.default('live'),
    archived: z
      .enum(['true', 'false'])
      .default('false')
      .transform((given) => given === 'true'),
  }),
  response: z.object({ items: z.array(stakeholderSummarySchema) }),
});

export const createStakeholder = endpoint({
  method: 'POST',
  path: '/api/stakeholders',
  summary: 'A new stakeholder, at its place on the map',
  tag: 'stakeholders',
  access: WRITE,
  body: stakeholderFieldsSchema.extend({ realm: realmSchema.default('live'), ...placeSchema.shape }),
  response: stakeholderSchema,
  status: 201,
  problems: ['stakeholder-name-taken', 'unknown-person', 'too-many-stakeholders'],
});

export const readStakeholder = endpoint({
  method: 'GET',
  path: '/api/stakeholders/{stakeholderId}',
  summary: 'A stakeholder: class, place, plan, owner, next contact',
  tag: 'stakeholders',
  access: READ,
  params: ONE,
  response: stakeholderSchema,
  problems: ['stakeholder-not-found'],
});

export const changeStakeholder = endpoint({
  method: 'PUT',
  path: '/api/stakeholders/{stakeholderId}',
  summary: 'Change a stakeholder; where its salience changes, the last days of its authors are weighed anew',
  tag: 'stakeholders',
  access: WRITE,
  params: ONE,
  body: stakeholderFieldsSchema.extend({ version: z.int() }),
  response: stakeholderSchema,
  problems: [...CHANGING, 'stakeholder-name-taken', 'unknown-person'],
});

export const moveStakeholder = endpoint({
  method: 'POST',
  path: '/api/stakeholders/{stakeholderId}/moves',
  summary: 'Put a stakeholder elsewhere on the map; every move is kept',
  tag: 'stakeholders',
  access: WRITE,
  params: ONE,
  body: placeSchema.extend({ version: z.int(), why: z.string().trim().max(LONGEST_NOTE).default('') }),
  response: stakeholderSchema,
  problems: CHANGING,
});

export const listMoves = endpoint({
  method: 'GET',
  path: '/api/stakeholders/{stakeholderId}/moves',
  summary: 'Where a stakeholder stood on the map, the latest first',
  tag: 'stakeholders',
  access: READ,
  params: ONE,
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(20) }),
  response: pageOf(stakeholderMoveSchema),
  problems: ['stakeholder-not-found', 'cursor-invalid'],
});

export const archiveStakeholder = endpoint({
  method: 'POST',
  path: '/api/stakeholders/{stakeholderId}/archive',
  summary: 'Put a stakeholder away, or take it back into use: one that is away weighs nothing',
  tag: 'stakeholders',
  access: WRITE,
  params: ONE,
  body: z.object({ archived: z.boolean(), version: z.int() }),
  response: stakeholderSchema,
  problems: [
    'stakeholder-not-found',
    'stakeholder-changed',
    'stakeholder-name-taken',
    'too-many-stakeholders',
  ],
});
