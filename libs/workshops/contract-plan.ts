import { z } from 'zod';

/** What a workshop is for. */
export const OBJECTIVES = ['explore', 'decide', 'share', 'imagine', 'solve', 'bind'] as const;
export const objectiveSchema = z.enum(OBJECTIVES);
export type Objective = z.infer<typeof objectiveSchema>;

export const PLACES = ['on_site', 'remote', 'mixed'] as const;
export const placeSchema = z.enum(PLACES);
export type Place = z.infer<typeof placeSchema>;

/** How freely people will speak in front of each other. */
export const TRUSTS = ['low', 'medium', 'high'] as const;
export const trustSchema = z.enum(TRUSTS);
export type Trust = z.infer<typeof trustSchema>;

/** What participants can write down; which of them is a matter of the phase. */
export const ITEM_KINDS = [
  'idea',
  'story',
  'question',
  'dream',
  'proposal',
  'commitment',
  'session',
  'note',
] as const;
export const itemKindSchema = z.enum(ITEM_KINDS);
export type ItemKind = z.infer<typeof itemKindSchema>;

/**
 * `pairs` and `tables` are drawn so that people meet as many others as they can; in `sessions` everybody goes where they
 * want. With `hostStays` one person of each table stays there while the others travel.
 */
export const groupingSchema = z.object({
  kind: z.enum(['pairs', 'tables', 'sessions']),
  /** People per group. */
  size: z.number().int().min(2).max(30),
  hostStays: z.boolean(),
});
export type Grouping = z.infer<typeof groupingSchema>;

const title = z.string().trim().min(1).max(80);
const text = z.string().trim().max(1000);

export const phaseSchema = z
  .object({
    /** Stays the same when the phase is renamed or moved; what was captured refers to it. */
    key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, {
      error: 'must begin with a letter and hold only lower-case letters, digits and _',
    }),
    title,
    /** What people do, said to them. */
    text,
    minutes: z.number().int().min(1).max(600),
    captures: z.array(itemKindSchema).max(ITEM_KINDS.length),
    grouping: groupingSchema.nullable(),
    /** Dots can be given in this phase. */
    voting: z.boolean(),
  })
  .meta({ id: 'WorkshopPhase' });
export type Phase = z.infer<typeof phaseSchema>;

/** What is run: a method in one language, as it was adapted for this workshop. */
export const planSchema = z
  .object({
    phases: z.array(phaseSchema).min(1).max(30),
    /** Shown to all, all the time. */
    rules: z.array(z.string().trim().min(1).max(200)).max(12),
    roles: z.array(z.object({ name: title, text })).max(12),
    /** How the place is prepared. */
    roomPlan: text,
    /** Dots that each participant can give; 0 where nothing is voted on. */
    dots: z.number().int().min(0).max(50),
    /** Dots that one participant can give to one item. */
    dotsPerItem: z.number().int().min(1).max(50),
  })
  .superRefine((plan, context) => {
    const seen = new Set<string>();
    for (const [index, { key, voting }] of plan.phases.entries()) {
      if (seen.has(key))
        context.addIssue({
          code: 'custom',
          path: ['phases', index, 'key'],
          message: `is the key of an earlier phase: ${key}`,
          params: { code: 'phase-key-duplicate' },
        });
      seen.add(key);
      if (voting && plan.dots === 0)
        context.addIssue({
          code: 'custom',
          path: ['dots'],
          message: 'must be at least 1, because a phase votes',
          params: { code: 'dots-missing' },
        });
    }
  })
  .meta({ id: 'WorkshopPlan' });
export type Plan = z.infer<typeof planSchema>;

/** A place to talk in, on site or behind a link that somebody pasted, with the person who holds the rules there. */
export const roomSchema = z
  .object({
    name: title,
    link: z
      .url({ protocol: /^https$/, error: 'is not an address that begins with https://' })
      .max(500)
      .nullable(),
    keeper: z.string().trim().max(80),
  })
  .meta({ id: 'WorkshopRoom' });
export type Room = z.infer<typeof roomSchema>;

const localised = z.object({ fr: z.string(), en: z.string() });

/** How far a method suits: 0 not at all, 1 with care, 2 well, 3 it was made for this. */
const strength = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

/** What the adviser knows of a method. */
export const methodFitSchema = z.object({
  objectives: z.record(objectiveSchema, strength),
  people: z.object({ min: z.number().int().min(2), max: z.number().int().max(500) }),
  minutes: z.object({ min: z.number().int().min(5), max: z.number().int().max(6000) }),
  places: z.record(placeSchema, z.union([z.literal(0), z.literal(1), z.literal(2)])),
  /** Trust that there has to be already. */
  trust: trustSchema,
});
export type MethodFit = z.infer<typeof methodFitSchema>;

export const methodSchema = z
  .object({
    key: z.string(),
    name: localised,
    summary: localised,
    /** Who described it, and where. */
    sources: z.array(z.object({ text: z.string(), url: z.url().nullable() })),
    fit: methodFitSchema,
    phases: z.array(
      phaseSchema.omit({ title: true, text: true }).extend({ title: localised, text: localised }),
    ),
    rules: z.array(localised),
    roles: z.array(z.object({ name: localised, text: localised })),
    roomPlan: z.record(placeSchema, localised),
    dots: z.number().int(),
    dotsPerItem: z.number().int(),
    /** When it is better left alone. */
    whenNot: z.array(localised),
    harvest: localised,
  })
  .meta({ id: 'WorkshopMethod' });
export type Method = z.infer<typeof methodSchema>;
