import { z } from 'zod';
import { endpoint, idSchema, realmSchema } from '#platform/contract';

/** Bytes of the largest file: 5 MB. */
export const LARGEST_CONTACT_FILE = 5 * 1024 * 1024;
/** Contacts in one file. */
export const MOST_CONTACTS = 5000;
/** So many entries of a plan are shown; all are counted. */
export const MOST_SHOWN_ENTRIES = 300;

export const CONTACT_OUTCOMES = ['new', 'changed', 'same', 'refused'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

const planEntrySchema = z.object({
  line: z.int(),
  outcome: z.enum(CONTACT_OUTCOMES),
  contactId: idSchema.nullable(),
  name: z.string(),
  changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  errors: z.array(z.object({ column: z.string(), code: z.string(), detail: z.string() })),
});
export type ContactPlanEntry = z.infer<typeof planEntrySchema>;

export const contactPlanSchema = z
  .object({
    applied: z.boolean(),
    /** SHA-256 of the plan: applying needs it, and does exactly this. */
    planHash: z.string(),
    counts: z.record(z.enum(CONTACT_OUTCOMES), z.int()),
    /** Refused first, then changed and new; those that stay the same are only counted. */
    entries: z.array(planEntrySchema),
  })
  .meta({ id: 'ContactPlan' });
export type ContactPlan = z.infer<typeof contactPlanSchema>;

const WRITE = { anyOf: ['contacts.write'] } as const;
const FILE = ['file-missing', 'file-too-large', 'contact-file-unreadable'] as const;

export const planContactImport = endpoint({
  method: 'POST',
  path: '/api/contacts/imports/plan',
  summary:
    'Read a CSV file of contacts (multipart: `file`) and say what it would change; nothing is changed or kept',
  tag: 'contacts',
  access: WRITE,
  query: z.object({ realm: realmSchema.default('live') }),
  response: contactPlanSchema,
  problems: FILE,
});

export const applyContactImport = endpoint({
  method: 'POST',
  path: '/api/contacts/imports',
  summary:
    'Carry out exactly the plan that was shown for the same file, all of it or nothing; refused lines are left out',
  tag: 'contacts',
  access: WRITE,
  query: z.object({
    realm: realmSchema.default('live'),
    planHash: z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not the hash of a plan' }),
  }),
  response: contactPlanSchema,
  problems: [...FILE, 'contacts-changed', 'nothing-to-import'],
});

export const exportContacts = endpoint({
  method: 'GET',
  path: '/api/contacts/export.csv',
  summary: 'All contacts as CSV; personal columns only with the right to them. The download goes on record',
  tag: 'contacts',
  access: { anyOf: ['contacts.read'] },
  query: z.object({ realm: realmSchema.default('live') }),
  response: z.string().describe('text/csv; charset=utf-8'),
});
