import { z } from 'zod';
import { endpoint, idSchema, realmSchema } from '#platform/contract';

/** Bytes of the largest list: 1 MB. */
export const LARGEST_PRESS_FILE = 1024 * 1024;

export const PRESS_OUTCOMES = ['new', 'changed', 'same', 'refused'] as const;
export type PressOutcome = (typeof PRESS_OUTCOMES)[number];

export const pressPlanSchema = z
  .object({
    applied: z.boolean(),
    /** SHA-256 of the plan: applying needs it, and does exactly this. */
    planHash: z.string(),
    counts: z.record(z.enum(PRESS_OUTCOMES), z.int()),
    /** Of the accounts named, those that have posted already. */
    accounts: z.int(),
    entries: z.array(
      z.object({
        line: z.int(),
        outcome: z.enum(PRESS_OUTCOMES),
        stakeholderId: idSchema.nullable().describe('Null: it would be a new one'),
        name: z.string(),
        /** Accounts and domains that the list adds. */
        terms: z.array(z.string()),
        errors: z.array(z.object({ column: z.string(), detail: z.string() })),
      }),
    ),
  })
  .meta({ id: 'PressPlan' });
export type PressPlan = z.infer<typeof pressPlanSchema>;
export type PressPlanEntry = PressPlan['entries'][number];

const WRITE = { anyOf: ['stakeholders.write'] } as const;
const FILE = ['file-missing', 'file-too-large', 'press-file-unreadable'] as const;

export const planPressImport = endpoint({
  method: 'POST',
  path: '/api/stakeholders/press/plan',
  summary:
    'Read a CSV list of checked press (multipart: `file`) and say what it would do; nothing is changed',
  tag: 'stakeholders',
  access: WRITE,
  query: z.object({ realm: realmSchema.default('live') }),
  response: pressPlanSchema,
  problems: FILE,
});

export const applyPressImport = endpoint({
  method: 'POST',
  path: '/api/stakeholders/press',
  summary: 'Carry out exactly the plan that was shown for the same file; refused lines are left out',
  tag: 'stakeholders',
  access: WRITE,
  query: z.object({
    realm: realmSchema.default('live'),
    planHash: z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not the hash of a plan' }),
  }),
  response: pressPlanSchema,
  problems: [...FILE, 'stakeholders-changed', 'nothing-to-import', 'too-many-stakeholders'],
});
