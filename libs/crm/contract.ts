import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, instantSchema, limitSchema, pageOf } from '#platform/contract';
import { DIRECTIONS, SYNCED_FIELDS } from './rules.js';

const SEE = { anyOf: ['contacts.write', 'sources.write'] } as const;
const CONNECT = { anyOf: ['sources.write'] } as const;
/** What a CRM says of people is personal. */
const DECIDE = { anyOf: ['contacts.personal'] } as const;

export const CRM_STATES = ['active', 'paused', 'needs_attention'] as const;
export const CRM_LINK_STATES = ['to_create', 'linked', 'gone_there', 'merged_here'] as const;
export const CRM_MATCH_REASONS = ['same_email', 'same_account'] as const;

const countsSchema = z.object({
  /** Records that the CRM said had changed. */
  read: z.int(),
  /** Contacts changed here, and records changed there. */
  in: z.int(),
  out: z.int(),
  archived: z.int(),
});
export type PassCounts = z.infer<typeof countsSchema>;

export const crmConnectionSchema = z
  .object({
    account: z.string(),
    baseAddress: z.string(),
    direction: z.enum(DIRECTIONS),
    state: z.enum(CRM_STATES),
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
    lastPassAt: instantSchema.nullable(),
    lastPass: countsSchema.nullable(),
    running: z.boolean(),
    links: z.int(),
    conflicts: z.int(),
    matches: z.int(),
    /** Records of erased people that are still to be archived there. */
    toArchive: z.int(),
    connectedAt: instantSchema,
  })
  .meta({ id: 'CrmConnection' });
export type CrmConnectionView = z.infer<typeof crmConnectionSchema>;

const accessSchema = z.object({
  baseAddress: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .default('https://api.hubapi.com'),
  token: z.string().trim().min(1).max(500),
  /** The address may lead into the own network. */
  allowPrivate: z.boolean().default(false),
});

export const readCrm = endpoint({
  method: 'GET',
  path: '/api/crm',
  summary: 'The CRM that contacts are kept in step with, and how that goes',
  tag: 'crm',
  access: { anyOf: ['contacts.read'] },
  response: z.object({ connection: crmConnectionSchema.nullable() }),
});

const TRYING = ['token-refused', 'rights-missing', 'address-refused', 'crm-unreachable'] as const;

export const tryCrm = endpoint({
  method: 'POST',
  path: '/api/crm/trial',
  summary: 'Looks whether HubSpot accepts an access; changes nothing here or there',
  tag: 'crm',
  access: CONNECT,
  body: accessSchema,
  response: z.object({
    account: z.string(),
    /** Properties that connecting would make there. */
    missing: z.array(z.string()),
  }),
  problems: [...TRYING],
});

export const connectCrm = endpoint({
  method: 'POST',
  path: '/api/crm',
  summary: 'Connects HubSpot',
  tag: 'crm',
  access: CONNECT,
  body: accessSchema.extend({
    direction: z.enum(DIRECTIONS),
    /** That the missing properties are made there. */
    consent: z.literal(true),
  }),
  response: z.object({ connection: crmConnectionSchema }),
  status: 201,
  problems: [...TRYING, 'crm-connected'],
});

export const changeCrm = endpoint({
  method: 'PUT',
  path: '/api/crm',
  summary: 'Changes the direction, pauses, goes on, or gives a new token',
  tag: 'crm',
  access: CONNECT,
  body: z.object({
    direction: z.enum(DIRECTIONS),
    state: z.enum(['active', 'paused']),
    /** Null: the one that is there. */
    token: z.string().trim().min(1).max(500).nullable().default(null),
  }),
  response: z.object({ connection: crmConnectionSchema }),
  problems: ['crm-not-connected', ...TRYING, 'crm-other-account'],
});

export const disconnectCrm = endpoint({
  method: 'DELETE',
  path: '/api/crm',
  summary: 'Disconnects, with the token and all that was kept of the CRM; contacts keep their references',
  tag: 'crm',
  access: CONNECT,
  response: z.object({ links: z.int() }),
  problems: ['crm-not-connected'],
});

export const passCrm = endpoint({
  method: 'POST',
  path: '/api/crm/pass',
  summary: 'Compares both sides now',
  tag: 'crm',
  access: SEE,
  response: z.object({ connection: crmConnectionSchema }),
  problems: ['crm-not-connected', 'crm-not-active'],
});

const pages = z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(20) });
const contactSchema = z.object({ id: idSchema, name: z.string() });

export const crmConflictSchema = z
  .object({
    id: idSchema,
    contact: contactSchema,
    recordUrl: z.string(),
    field: z.enum(SYNCED_FIELDS),
    here: z.string().nullable(),
    there: z.string().nullable(),
    foundAt: instantSchema,
  })
  .meta({ id: 'CrmConflict' });
export type CrmConflictView = z.infer<typeof crmConflictSchema>;

export const listCrmConflicts = endpoint({
  method: 'GET',
  path: '/api/crm/conflicts',
  summary: 'Fields that were changed here and there, differently; newest first',
  tag: 'crm',
  access: DECIDE,
  query: pages,
  response: pageOf(crmConflictSchema),
  problems: ['cursor-invalid'],
});

export const decideCrmConflict = endpoint({
  method: 'POST',
  path: '/api/crm/conflicts/{conflictId}/decision',
  summary: 'Says which of two values is right; the next comparison carries it to the other side',
  tag: 'crm',
  access: DECIDE,
  params: z.object({ conflictId: idSchema }),
  body: z.object({ choice: z.enum(['here', 'there']) }),
  response: z.object({ contactId: idSchema }),
  problems: ['crm-question-gone'],
});

export const crmMatchSchema = z
  .object({
    id: idSchema,
    contact: contactSchema,
    recordUrl: z.string(),
    reason: z.enum(CRM_MATCH_REASONS),
    name: z.string().nullable(),
    organisation: z.string().nullable(),
  })
  .meta({ id: 'CrmMatch' });
export type CrmMatchView = z.infer<typeof crmMatchSchema>;

export const listCrmMatches = endpoint({
  method: 'GET',
  path: '/api/crm/matches',
  summary: 'Records that may be of contacts without one; nothing is linked by itself',
  tag: 'crm',
  access: DECIDE,
  query: pages,
  response: pageOf(crmMatchSchema),
  problems: ['cursor-invalid'],
});

export const decideCrmMatch = endpoint({
  method: 'POST',
  path: '/api/crm/matches/{matchId}/decision',
  summary: 'Confirms that contact and record are one person, or dismisses it for good',
  tag: 'crm',
  access: DECIDE,
  params: z.object({ matchId: idSchema }),
  body: z.object({ decision: z.enum(['confirm', 'dismiss']) }),
  response: z.object({ contactId: idSchema }),
  problems: ['crm-question-gone', 'contact-gone', 'contact-not-found', 'crm-reference-taken'],
});

const contactCrmSchema = z.object({
  connected: z.boolean(),
  /** Null: the contact has no record, and none is wanted. */
  link: z
    .object({
      state: z.enum(CRM_LINK_STATES),
      recordUrl: z.string().nullable(),
      /** Changed here, and not told there yet. */
      waiting: z.boolean(),
      conflicts: z.int(),
      checkedAt: instantSchema.nullable(),
    })
    .nullable(),
});

export const readContactCrm = endpoint({
  method: 'GET',
  path: '/api/contacts/{contactId}/crm',
  summary: 'How a contact stands with its record in the CRM',
  tag: 'crm',
  access: { anyOf: ['contacts.read'] },
  params: z.object({ contactId: idSchema }),
  response: contactCrmSchema,
});

export const sendContactToCrm = endpoint({
  method: 'POST',
  path: '/api/contacts/{contactId}/crm',
  summary: 'Asks for a record in the CRM; name, e-mail, phone, organisation and accounts go there',
  tag: 'crm',
  access: DECIDE,
  params: z.object({ contactId: idSchema }),
  response: contactCrmSchema,
  problems: [
    'crm-not-connected',
    'crm-only-in',
    'contact-not-found',
    'contact-gone',
    'crm-linked',
    'crm-not-live',
  ],
});
