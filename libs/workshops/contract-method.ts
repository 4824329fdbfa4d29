import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';
import { methodFitSchema, phaseSchema, placeSchema } from './contract-plan.js';

/** Text in both languages; where one is empty, the other is shown in its place. */
const words = (most: number) =>
  z.object({ fr: z.string().trim().max(most).default(''), en: z.string().trim().max(most).default('') });
/** The same, and at least one of the two is there. */
const needed = (most: number) =>
  words(most).refine(({ fr, en }) => fr !== '' || en !== '', {
    error: 'is needed in French or in English',
    params: { code: 'words-missing' },
  });

/** A method as people write it: what the ready ones hold, within what a plan can carry. */
export const ownMethodSchema = z
  .object({
    name: needed(80),
    summary: words(500),
    sources: z
      .array(
        z.object({
          text: z.string().trim().min(1).max(300),
          url: z
            .url({ protocol: /^https?$/, error: 'is not an address that begins with https:// or http://' })
            .max(500)
            .nullable(),
        }),
      )
      .max(10),
    fit: methodFitSchema,
    phases: z
      .array(phaseSchema.omit({ title: true, text: true }).extend({ title: needed(80), text: words(1000) }))
      .min(1)
      .max(30),
    rules: z.array(needed(200)).max(12),
    roles: z.array(z.object({ name: needed(80), text: words(1000) })).max(12),
    roomPlan: z.record(placeSchema, words(1000)),
    dots: z.number().int().min(0).max(50),
    dotsPerItem: z.number().int().min(1).max(50),
    whenNot: z.array(needed(300)).max(12),
    harvest: words(300),
  })
  .superRefine((method, context) => {
    const refuse = (path: (string | number)[], code: string, message: string) =>
      context.addIssue({ code: 'custom', path, message, params: { code } });
    const seen = new Set<string>();
    for (const [index, { key }] of method.phases.entries()) {
      if (seen.has(key))
        refuse(['phases', index, 'key'], 'phase-key-duplicate', `is the key of an earlier phase: ${key}`);
      seen.add(key);
    }
    if (method.dots === 0 && method.phases.some(({ voting }) => voting))
      refuse(['dots'], 'dots-missing', 'must be at least 1, because a phase votes');
    for (const bound of ['people', 'minutes'] as const)
      if (method.fit[bound].min > method.fit[bound].max)
        refuse(['fit', bound, 'max'], 'bounds-reversed', 'is less than the least');
    if (Object.values(method.fit.objectives).every((strength) => strength === 0))
      refuse(['fit', 'objectives'], 'objective-missing', 'serves no objective: say what it is for');
  })
  .meta({ id: 'OwnWorkshopMethodContent' });
export type OwnMethod = z.infer<typeof ownMethodSchema>;

const person = z.object({ id: idSchema, name: z.string() });

export const ownMethodViewSchema = z
  .object({
    id: idSchema,
    /** Of this version, as a workshop refers to it. */
    key: z.string(),
    version: z.number().int(),
    /** The key of the method that it was copied from; null: begun anew. */
    basedOn: z.string().nullable(),
    method: ownMethodSchema,
    archivedAt: instantSchema.nullable(),
    by: person,
    at: instantSchema,
  })
  .meta({ id: 'OwnWorkshopMethod' });
export type OwnMethodView = z.infer<typeof ownMethodViewSchema>;

const one = z.object({ methodId: idSchema });
const problems = [
  'characters-not-allowed',
  'words-missing',
  'phase-key-duplicate',
  'dots-missing',
  'bounds-reversed',
  'objective-missing',
] as const;

export const listOwnMethods = endpoint({
  method: 'GET',
  path: '/api/workshop-methods',
  summary: 'Methods that people here wrote or adapted, the newest version of each; archived ones too',
  tag: 'workshops',
  access: { anyOf: ['workshops.read'] },
  response: z.object({ items: z.array(ownMethodViewSchema) }),
});

export const createOwnMethod = endpoint({
  method: 'POST',
  path: '/api/workshop-methods',
  summary: 'Keep a method of one’s own: written anew, adapted from another, or brought in from a file',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  body: z.object({ basedOn: z.string().max(60).nullable().default(null), method: ownMethodSchema }),
  response: ownMethodViewSchema,
  status: 201,
  problems: ['unknown-method', 'too-many-methods', ...problems],
});

export const readOwnMethod = endpoint({
  method: 'GET',
  path: '/api/workshop-methods/{methodId}',
  summary: 'A method of one’s own, and who wrote which version',
  tag: 'workshops',
  access: { anyOf: ['workshops.read'] },
  params: one,
  response: ownMethodViewSchema.extend({
    versions: z.array(z.object({ number: z.number().int(), by: person, at: instantSchema })),
  }),
  problems: ['workshop-method-not-found'],
});

export const changeOwnMethod = endpoint({
  method: 'PUT',
  path: '/api/workshop-methods/{methodId}',
  summary: 'Write the next version; workshops keep the one that they were planned with',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: one,
  body: z.object({
    version: z.number().int().describe('The version that one started from'),
    method: ownMethodSchema,
  }),
  response: ownMethodViewSchema,
  problems: ['workshop-method-not-found', 'workshop-method-archived', 'changed-meanwhile', ...problems],
});

export const archiveOwnMethod = endpoint({
  method: 'POST',
  path: '/api/workshop-methods/{methodId}/archive',
  summary: 'Put a method away, so that it is advised no more, or take it back into use',
  tag: 'workshops',
  access: { anyOf: ['workshops.run'] },
  params: one,
  body: z.object({ archived: z.boolean() }),
  response: ownMethodViewSchema,
  problems: ['workshop-method-not-found', 'too-many-methods'],
});
