import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, limitSchema, pageOf } from '#platform/contract';

export const LEVELS = [0, 1, 2, 3, 4] as const;
export const levelSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Level = z.infer<typeof levelSchema>;

/** One thing that weighed in an automatic judgement, in a form that any language can say in words. */
export const reasonSchema = z
  .object({
    part: z.string(),
    code: z.string(),
    weight: z.number(),
    words: z.array(z.string()).optional(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .meta({ id: 'Reason' });
export type ReasonView = z.infer<typeof reasonSchema>;

export const assessmentSchema = z
  .object({
    language: z.string(),
    languageKnown: z.boolean(),
    sentiment: z.string(),
    intent: z.string(),
    harm: z.string(),
    severity: z.number(),
    level: levelSchema,
    advice: z.string(),
    reasons: z.array(reasonSchema),
    /** Set when a person overruled the automatic judgement. */
    correctedBy: z.string().nullable(),
    /** Who seems to speak: press, official, brand, person, automated; null in assessments of before. */
    authorKind: z.string().nullable(),
    /** Probabilities, 0-1; null where no measured model took part or was trained on the language. */
    sentimentConfidence: z.number().nullable(),
    offensive: z.number().nullable(),
    anger: z.number().nullable(),
    sarcasm: z.number().nullable(),
    emotion: z.string().nullable(),
    /** The trainings whose weights took part. */
    modelVersion: z.string().nullable(),
  })
  .meta({ id: 'Assessment' });
export type AssessmentView = z.infer<typeof assessmentSchema>;

export const lexiconEntrySchema = z
  .object({
    id: idSchema,
    language: z.enum(['fr', 'en']),
    category: z.string(),
    term: z.string(),
    weight: z.number(),
    active: z.boolean(),
  })
  .meta({ id: 'LexiconEntry' });
export type LexiconEntryView = z.infer<typeof lexiconEntrySchema>;

export const listLexicon = endpoint({
  method: 'GET',
  path: '/api/lexicon',
  summary: 'Terms that classification looks for',
  tag: 'classification',
  access: { anyOf: ['lexicon.read'] },
  query: z.object({
    language: z.enum(['fr', 'en']).optional(),
    category: z.string().max(60).optional(),
    search: z.string().max(100).optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(100),
  }),
  response: pageOf(lexiconEntrySchema).extend({
    /** Number of terms per category under the language filter. */
    categories: z.array(z.object({ category: z.string(), terms: z.number().int() })),
  }),
});

const lexiconFields = z.object({
  language: z.enum(['fr', 'en']),
  category: z.string().min(1).max(60),
  term: z.string().trim().min(1).max(120),
  weight: z.number().min(-10).max(10),
  active: z.boolean().default(true),
});

export const addLexiconEntry = endpoint({
  method: 'POST',
  path: '/api/lexicon',
  summary: 'Add a term',
  tag: 'classification',
  access: { anyOf: ['lexicon.write'] },
  body: lexiconFields,
  response: lexiconEntrySchema,
  status: 201,
  problems: ['lexicon-term-invalid', 'lexicon-term-exists', 'unknown-category'],
});

export const changeLexiconEntry = endpoint({
  method: 'PATCH',
  path: '/api/lexicon/{entryId}',
  summary: 'Change a term',
  tag: 'classification',
  access: { anyOf: ['lexicon.write'] },
  params: z.object({ entryId: idSchema }),
  body: lexiconFields.partial(),
  response: lexiconEntrySchema,
  problems: ['lexicon-entry-not-found', 'lexicon-term-invalid', 'lexicon-term-exists', 'unknown-category'],
});

export const removeLexiconEntry = endpoint({
  method: 'DELETE',
  path: '/api/lexicon/{entryId}',
  summary: 'Remove a term',
  tag: 'classification',
  access: { anyOf: ['lexicon.write'] },
  params: z.object({ entryId: idSchema }),
  response: z.null(),
  status: 204,
  problems: ['lexicon-entry-not-found'],
});

export const tryClassification = endpoint({
  method: 'POST',
  path: '/api/classification/try',
  summary: 'Assess a text without storing anything (the playground)',
  tag: 'classification',
  access: { anyOf: ['lexicon.read'] },
  body: z.object({
    text: z.string().trim().min(1).max(10_000),
    followers: z.number().int().min(0).optional(),
    hasMedia: z.boolean().default(false),
  }),
  response: assessmentSchema,
});
