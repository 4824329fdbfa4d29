import { z } from 'zod';
import {
  cursorSchema,
  endpoint,
  idSchema,
  instantSchema,
  limitSchema,
  pageOf,
  realmSchema,
} from '#platform/contract';

export const IMPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export const ROW_OUTCOMES = ['stored', 'known', 'refused'] as const;

export const importSchema = z
  .object({
    id: idSchema,
    fileName: z.string(),
    mappingName: z.string(),
    realm: realmSchema,
    state: z.enum(IMPORT_STATES),
    /** Bytes read and in all, for the progress. */
    bytesRead: z.number().int(),
    bytesTotal: z.number().int(),
    lines: z.number().int(),
    stored: z.number().int(),
    known: z.number().int(),
    refused: z.number().int(),
    problem: z.string().nullable(),
    by: z.string().nullable(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Import' });
export type ImportRun = z.infer<typeof importSchema>;

export const importRowSchema = z
  .object({
    line: z.number().int().describe('Line of the file, from 1'),
    item: z.number().int().describe('Place within the line when a line holds several posts, from 1'),
    outcome: z.enum(ROW_OUTCOMES),
    field: z.string().nullable(),
    reason: z.string().nullable(),
    mentionId: idSchema.nullable(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof importRowSchema>;

export const listMappings = endpoint({
  method: 'GET',
  path: '/api/imports/mappings',
  summary: 'Mapping files that are known, by name',
  tag: 'imports',
  access: { anyOf: ['imports.read'] },
  response: z.object({ items: z.array(z.object({ name: z.string(), description: z.string() })) }),
});

export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  summary: 'Imports, newest first',
  tag: 'imports',
  access: { anyOf: ['imports.read'] },
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(30) }),
  response: pageOf(importSchema),
});

export const uploadImport = endpoint({
  method: 'POST',
  path: '/api/imports',
  summary:
    'Upload a JSON Lines or CSV file (multipart: `file`, `mapping` = name of a known mapping, `auto`, or mapping JSON)',
  tag: 'imports',
  access: { anyOf: ['imports.write'] },
  body: z.object({ mapping: z.string().max(20_000).default('auto') }),
  response: importSchema,
  status: 201,
  problems: [
    'file-missing',
    'file-too-large',
    'mapping-unknown',
    'mapping-invalid',
    'mapping-not-recognised',
  ],
});

export const readImport = endpoint({
  method: 'GET',
  path: '/api/imports/{importId}',
  summary: 'An import and its figures',
  tag: 'imports',
  access: { anyOf: ['imports.read'] },
  params: z.object({ importId: idSchema }),
  response: importSchema,
  problems: ['import-not-found'],
});

export const listImportRows = endpoint({
  method: 'GET',
  path: '/api/imports/{importId}/rows',
  summary: 'The report: what became of each row',
  tag: 'imports',
  access: { anyOf: ['imports.read'] },
  params: z.object({ importId: idSchema }),
  query: z.object({
    outcome: z.enum(ROW_OUTCOMES).optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(100),
  }),
  response: pageOf(importRowSchema),
  problems: ['import-not-found'],
});
