import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, instantSchema, limitSchema, pageOf } from '#platform/contract';
import { levelSchema } from '#contract/classification';

/** What a person can overrule, and what the classifier is measured by. */
export const CORRECTED_FIELDS = ['level', 'harm', 'intent', 'sentiment', 'language'] as const;
export const correctedFieldSchema = z.enum(CORRECTED_FIELDS);
export type CorrectedField = z.infer<typeof correctedFieldSchema>;

export const readConfusion = endpoint({
  method: 'GET',
  path: '/api/corrections/confusion',
  summary: 'What the classifier said against what people say, over the mentions that were corrected',
  tag: 'classification',
  access: { anyOf: ['lexicon.read'] },
  query: z.object({ since: instantSchema.optional() }),
  response: z.object({
    /** Corrected mentions that are counted; those of drills are not. */
    mentions: z.number().int(),
    fields: z.array(
      z.object({
        field: correctedFieldSchema,
        /** Mentions whose automatic value the person left as it was. */
        kept: z.number().int(),
        cells: z.array(z.object({ automatic: z.string(), person: z.string(), mentions: z.number().int() })),
      }),
    ),
  }),
});

export const listCorrections = endpoint({
  method: 'GET',
  path: '/api/corrections',
  summary: 'The corrected mentions that a cell of the confusion table counts, the latest first',
  tag: 'classification',
  access: { anyOf: ['lexicon.read'] },
  query: z.object({
    field: correctedFieldSchema,
    automatic: z.string().max(40),
    person: z.string().max(40),
    since: instantSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(20),
  }),
  response: pageOf(
    z.object({
      mentionId: idSchema,
      text: z.string(),
      at: instantSchema,
      by: z.string(),
      reason: z.string(),
    }),
  ),
  problems: ['cursor-invalid'],
});

const judgedSchema = z.object({
  level: levelSchema,
  harm: z.string(),
  intent: z.string(),
  severity: z.number().int(),
});

export const previewLexicon = endpoint({
  method: 'POST',
  path: '/api/classification/preview',
  summary: 'What a change of the lexicon would change in past mentions: one page of them; stores nothing',
  tag: 'classification',
  access: { anyOf: ['lexicon.read'] },
  body: z.object({
    /** The term that would be changed or removed; null for a new one. */
    entryId: idSchema.nullable(),
    /** How the term would read; null where it would be removed. */
    draft: z
      .object({
        language: z.enum(['fr', 'en']),
        category: z.string().min(1).max(60),
        term: z.string().trim().min(1).max(120),
        weight: z.number().min(-10).max(10),
      })
      .nullable(),
    cursor: cursorSchema.optional(),
    /** Mentions to look at in this call. */
    limit: z.number().int().min(1).max(1000).default(500),
  }),
  response: z.object({
    /** Mentions that were judged both ways; 0 at the end. */
    looked: z.number().int(),
    changed: z.array(
      z.object({
        mentionId: idSchema,
        text: z.string(),
        publishedAt: instantSchema,
        before: judgedSchema,
        after: judgedSchema,
      }),
    ),
    next: cursorSchema.nullable(),
  }),
  problems: ['lexicon-entry-not-found', 'lexicon-term-invalid', 'unknown-category', 'cursor-invalid'],
});

export const exportCorrections = endpoint({
  method: 'GET',
  path: '/api/corrections/export',
  summary: 'Every corrected mention as a labelled example, one JSON object a line',
  tag: 'classification',
  access: { anyOf: ['lexicon.write'] },
  query: z.object({ since: instantSchema.optional() }),
  response: z.string().describe('application/x-ndjson'),
});
