import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';
import { ANSWER_KINDS } from './contract-schemas.js';

/** Bytes of the largest file of the library that is taken, and the most answers in it. */
export const LARGEST_LIBRARY_FILE = 10 * 1024 * 1024;
export const MOST_LIBRARY_ANSWERS = 2000;

export const exportLibraryJson = endpoint({
  method: 'GET',
  path: '/api/library/export.json',
  summary: 'The whole library with every version, as docs/library-exchange.md describes it',
  tag: 'answers',
  access: { anyOf: ['answers.read'] },
  response: z.unknown(),
});

export const exportLibraryCsv = endpoint({
  method: 'GET',
  path: '/api/library/export.csv',
  summary: 'The whole library as CSV, one row for each text; see docs/library-exchange.md',
  tag: 'answers',
  access: { anyOf: ['answers.read'] },
  response: z.string().describe('text/csv; charset=utf-8'),
});

export const PLAN_OUTCOMES = ['new', 'changed', 'unchanged', 'refused'] as const;
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];
export const ARRIVE_AS = ['draft', 'in_review'] as const;

/** What is wrong with one field, in the words of the file: a column of CSV, a path of JSON. */
const fileErrorSchema = z.object({
  line: z.number().int(),
  field: z.string(),
  code: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
export type FileError = z.infer<typeof fileErrorSchema>;

export const planEntrySchema = z
  .object({
    /** Line of the file at which the answer begins, from 1. */
    line: z.number().int(),
    outcome: z.enum(PLAN_OUTCOMES),
    /** The answer that it changes; null for a new one, and where it could not be told. */
    answerId: idSchema.nullable(),
    kind: z.enum(ANSWER_KINDS).nullable(),
    question: z.object({ fr: z.string(), en: z.string() }),
    /** The version that it was compared with. */
    base: z
      .object({ versionNumber: z.number().int(), state: z.string(), revision: z.number().int() })
      .nullable(),
    /** Each field that differs, before (null for a new answer) and after, in words of the file. */
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string() })),
    arrivesAs: z.enum(ARRIVE_AS).nullable(),
    /** What is still missing before the departments can be asked; it then arrives as a draft. */
    openPoints: z.array(fileErrorSchema),
    /** Why it is refused, each with its line. */
    errors: z.array(fileErrorSchema),
  })
  .meta({ id: 'LibraryPlanEntry' });
export type PlanEntry = z.infer<typeof planEntrySchema>;

const planCountsSchema = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
});

export const libraryImportSchema = z
  .object({
    id: idSchema,
    fileName: z.string(),
    state: z.enum(['planned', 'applied']),
    arriveAs: z.enum(ARRIVE_AS),
    createdAt: instantSchema,
    appliedAt: instantSchema.nullable(),
    /** SHA-256 of the plan: applying needs it, and does exactly this. */
    planHash: z.string(),
    counts: planCountsSchema,
    entries: z.array(planEntrySchema),
  })
  .meta({ id: 'LibraryImport' });
export type LibraryImport = z.infer<typeof libraryImportSchema>;

export const planLibraryImport = endpoint({
  method: 'POST',
  path: '/api/library/imports',
  summary:
    'Read a JSON or CSV file of the library (multipart: `file`) and say what it would change; nothing is changed yet',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  query: z.object({
    arriveAs: z
      .enum(ARRIVE_AS)
      .default('draft')
      .describe('`in_review`: also ask the departments for approval, where nothing is missing'),
  }),
  response: libraryImportSchema,
  status: 201,
  problems: ['file-missing', 'file-too-large', 'library-file-unreadable'],
});

export const readLibraryImport = endpoint({
  method: 'GET',
  path: '/api/library/imports/{importId}',
  summary:
    'A planned or applied import of mine; what is planned is compared afresh with the library as it is',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  params: z.object({ importId: idSchema }),
  response: libraryImportSchema,
  problems: ['import-not-found'],
});

export const applyLibraryImport = endpoint({
  method: 'POST',
  path: '/api/library/imports/{importId}/application',
  summary: 'Carry out exactly the plan that was shown, all of it or nothing; its answers arrive unapproved',
  tag: 'answers',
  access: { anyOf: ['answers.write'] },
  params: z.object({ importId: idSchema }),
  body: z.object({ planHash: z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not the hash of a plan' }) }),
  response: libraryImportSchema,
  problems: ['import-not-found', 'import-applied', 'library-changed', 'nothing-to-import'],
});
