import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  networkSchema,
  pageOf,
  realmSchema,
} from '#platform/contract';
import { CONFIDENCES, SAME_PERSON_REASONS } from './rules.js';

export * from './contract-exchange.js';
export * from './contract-history.js';

const READ = { anyOf: ['contacts.read'] } as const;
const WRITE = { anyOf: ['contacts.write'] } as const;

export const contactAuthorSchema = z
  .object({
    id: idSchema,
    network: networkSchema,
    handle: z.string().nullable(),
    name: z.string().nullable(),
    url: z.string().nullable(),
    /** The contact it belongs to. */
    contactId: idSchema.nullable(),
    /** Posts of theirs, counted up to 1,000. */
    mentions: z.int(),
  })
  .meta({ id: 'ContactAuthor' });
export type ContactAuthorView = z.infer<typeof contactAuthorSchema>;

export const contactSummarySchema = z
  .object({
    id: idSchema,
    realm: realmSchema,
    name: z.string(),
    organisation: z.string().nullable(),
    crmSystem: z.string().nullable(),
    crmId: z.string().nullable(),
    networks: z.array(networkSchema),
  })
  .meta({ id: 'ContactSummary' });
export type ContactSummary = z.infer<typeof contactSummarySchema>;

export const contactSchema = contactSummarySchema
  .extend({
    language: z.string().nullable(),
    /** Null without the right to personal data, which `personal` says. */
    note: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    personal: z.boolean(),
    version: z.int(),
    createdAt: instantSchema,
    changedAt: instantSchema,
    /** Into which it was merged: that one has everything now. */
    mergedInto: idSchema.nullable(),
    erasedAt: instantSchema.nullable(),
    authors: z.array(contactAuthorSchema),
    /** What was merged into it, with the values that it did not take over. */
    absorbed: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        organisation: z.string().nullable(),
        crmSystem: z.string().nullable(),
        crmId: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Contact' });
export type ContactView = z.infer<typeof contactSchema>;

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullable()
    .default(null)
    .transform((text) => (text === '' ? null : text));

export const contactFieldsSchema = z
  .object({
    name: z.string().trim().min(1).max(200),
    organisation: optionalText(200),
    /** ISO 639-1. */
    language: z
      .string()
      .regex(/^[a-z]{2}$/)
      .nullable()
      .default(null),
    note: optionalText(2000),
    email: z.email().max(254).nullable().default(null),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[0-9][0-9 ().-]{3,29}$/)
      .nullable()
      .default(null),
    crmSystem: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
      .nullable()
      .default(null),
    crmId: optionalText(100),
  })
  .superRefine(({ crmSystem, crmId }, context) => {
    if ((crmSystem === null) === (crmId === null)) return;
    context.addIssue({
      code: 'custom',
      path: [crmSystem === null ? 'crmSystem' : 'crmId'],
      message: 'is required: a reference is a system and an id',
      params: { code: 'required' },
    });
  });

export const listContacts = endpoint({
  method: 'GET',
  path: '/api/contacts',
  summary: 'Contacts by name; `search` looks in names, organisations and CRM ids',
  tag: 'contacts',
  access: READ,
  query: z.object({
    realm: realmSchema.default('live'),
    search: z.string().trim().max(100).optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(50),
  }),
  response: pageOf(contactSummarySchema),
  problems: ['cursor-invalid'],
});

export const createContact = endpoint({
  method: 'POST',
  path: '/api/contacts',
  summary: 'A new contact, with the accounts that belong to it',
  tag: 'contacts',
  access: WRITE,
  body: contactFieldsSchema.safeExtend({
    realm: realmSchema.default('live'),
    authorIds: z.array(idSchema).max(50).default([]),
  }),
  response: contactSchema,
  status: 201,
  problems: ['author-not-found', 'author-linked', 'author-of-other-realm', 'crm-reference-taken'],
});

export const readContact = endpoint({
  method: 'GET',
  path: '/api/contacts/{contactId}',
  summary: 'A contact and its accounts',
  tag: 'contacts',
  access: READ,
  params: z.object({ contactId: idSchema }),
  response: contactSchema,
  problems: ['contact-not-found'],
});

const ONE = z.object({ contactId: idSchema });
const CHANGING = ['contact-not-found', 'contact-gone', 'contact-changed'] as const;

export const changeContact = endpoint({
  method: 'PUT',
  path: '/api/contacts/{contactId}',
  summary: 'Change what is known of a contact',
  tag: 'contacts',
  access: WRITE,
  params: ONE,
  body: contactFieldsSchema.safeExtend({ version: z.int() }),
  response: contactSchema,
  problems: [...CHANGING, 'crm-reference-taken'],
});

export const linkAuthor = endpoint({
  method: 'POST',
  path: '/api/contacts/{contactId}/authors',
  summary: 'Say that an account belongs to this contact',
  tag: 'contacts',
  access: WRITE,
  params: ONE,
  body: z.object({ authorId: idSchema }),
  response: contactSchema,
  problems: [
    'contact-not-found',
    'contact-gone',
    'author-not-found',
    'author-linked',
    'author-of-other-realm',
  ],
});

export const unlinkAuthor = endpoint({
  method: 'DELETE',
  path: '/api/contacts/{contactId}/authors/{authorId}',
  summary: 'Take an account out of a contact; it is not proposed for its other accounts again',
  tag: 'contacts',
  access: WRITE,
  params: ONE.extend({ authorId: idSchema }),
  response: contactSchema,
  problems: ['contact-not-found', 'contact-gone', 'author-not-linked'],
});

export const splitContact = endpoint({
  method: 'POST',
  path: '/api/contacts/{contactId}/split',
  summary: 'Make a contact of its own out of some of the accounts; answers with the new one',
  tag: 'contacts',
  access: WRITE,
  params: ONE,
  body: z.object({
    name: z.string().trim().min(1).max(200),
    authorIds: z.array(idSchema).min(1).max(50),
    version: z.int(),
  }),
  response: contactSchema,
  status: 201,
  problems: [...CHANGING, 'author-not-linked'],
});

export const mergeContacts = endpoint({
  method: 'POST',
  path: '/api/contacts/{contactId}/merge',
  summary: 'Merge another contact into this one, which keeps its own values and takes what it lacks',
  tag: 'contacts',
  access: WRITE,
  params: ONE,
  body: z.object({ otherId: idSchema, version: z.int(), otherVersion: z.int() }),
  response: contactSchema,
  problems: [...CHANGING, 'contact-itself', 'contact-of-other-realm'],
});

export const eraseContact = endpoint({
  method: 'POST',
  path: '/api/contacts/{contactId}/erasure',
  summary: 'Erase the personal data of a contact, for good; figures and the fact on record stay',
  tag: 'contacts',
  access: WRITE,
  params: ONE,
  body: z.object({
    version: z.int(),
    /** Also take the names out of everything that its accounts posted. */
    authors: z.boolean(),
  }),
  response: contactSchema,
  problems: CHANGING,
});

export const findAuthors = endpoint({
  method: 'GET',
  path: '/api/authors',
  summary: 'Accounts whose handle or name contains the words',
  tag: 'contacts',
  access: WRITE,
  query: z.object({
    realm: realmSchema.default('live'),
    search: z.string().trim().min(2).max(100),
  }),
  response: z.object({ items: z.array(contactAuthorSchema) }),
});

export const contactProposalSchema = z
  .object({
    id: idSchema,
    realm: realmSchema,
    confidence: z.enum(CONFIDENCES),
    reasons: z.array(z.object({ reason: z.enum(SAME_PERSON_REASONS), value: z.string() })),
    foundAt: instantSchema,
    authors: z.array(contactAuthorSchema).length(2),
    /** The contact that one of them belongs to already: the other would join it. */
    contact: z.object({ id: idSchema, name: z.string() }).nullable(),
  })
  .meta({ id: 'ContactProposal' });
export type ContactProposalView = z.infer<typeof contactProposalSchema>;

export const listContactProposals = endpoint({
  method: 'GET',
  path: '/api/contact-proposals',
  summary: 'Accounts that may be one person, the surest first; nothing is linked by itself',
  tag: 'contacts',
  access: WRITE,
  query: z.object({
    realm: realmSchema.default('live'),
    authorId: idSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(20),
  }),
  response: pageOf(contactProposalSchema),
  problems: ['cursor-invalid'],
});

export const decideContactProposal = endpoint({
  method: 'POST',
  path: '/api/contact-proposals/{proposalId}/decision',
  summary: 'Confirm that two accounts are one person, or dismiss it for good',
  tag: 'contacts',
  access: WRITE,
  params: z.object({ proposalId: idSchema }),
  body: z.object({ decision: z.enum(['confirm', 'dismiss']) }),
  response: z.object({ contactId: idSchema.nullable() }),
  problems: ['proposal-not-found', 'proposal-decided', 'authors-in-two-contacts', 'author-linked'],
});
