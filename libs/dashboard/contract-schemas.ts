import { z } from 'zod';
import { levelSchema } from '#contract/classification';
import { idSchema, instantSchema, listOf, networkSchema, realmSchema } from '#platform/contract';
import { FIGURE_CODES, FIGURE_SPANS, type FigureCode } from '#rules/figures';
import { SALIENCE_CLASSES } from '#rules/stakeholders';

/** A year, and a bit: no range is longer. */
const LONGEST_RANGE_MS = 400 * 86_400_000;

const scopeFields = z.object({
  realm: realmSchema,
  span: z.enum(FIGURE_SPANS).default('24h').describe('Up to now; `from` and `to` go before it'),
  from: instantSchema.optional().describe('With `to`: another range, made wide enough for full hours'),
  to: instantSchema.optional(),
  topicId: idSchema.optional(),
  network: listOf(networkSchema).optional(),
  language: listOf(z.string().regex(/^[a-z]{2,3}$/)).optional(),
});

function checkRange(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  context: z.RefinementCtx,
): void {
  const issue = (field: string, code: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message, params: { code } });
  if (from === undefined && to === undefined) return;
  if (from === undefined) return issue('from', 'required', 'is required with `to`');
  if (to === undefined) return issue('to', 'required', 'is required with `from`');
  const length = Date.parse(to) - Date.parse(from);
  if (length <= 0) issue('to', 'not-after-from', 'is not after `from`');
  if (length > LONGEST_RANGE_MS) issue('from', 'range-too-long', 'is more than 400 days before `to`');
}

/** Which figures are asked for. */
export const scopeQuery = scopeFields.superRefine(checkRange);
export const scopeQueryWith = <T extends z.ZodRawShape>(more: T) =>
  scopeFields.extend(more).superRefine((given, context) => checkRange(given as never, context));
export type ScopeQuery = z.output<typeof scopeFields>;

export const rangeSchema = z.object({ from: instantSchema, to: instantSchema });

export const figureSchema = z
  .object({
    code: z.enum(FIGURE_CODES as [FigureCode, ...FigureCode[]]),
    value: z.number().nullable(),
    before: z.number().nullable(),
    counted: z.number(),
    of: z.number().nullable(),
    atLeast: z.boolean(),
    course: z.array(z.number().nullable()),
  })
  .meta({ id: 'Figure' });

export const courseSchema = z.array(
  z.object({
    at: instantSchema,
    mentions: z.number().int(),
    negative: z.number().int(),
    /** Of such a time in the four weeks before; null where nothing is known. */
    usual: z.number().nullable(),
  }),
);

export const dashboardSchema = z
  .object({
    range: rangeSchema,
    /** When the figures were read. */
    asOf: instantSchema,
    figures: z.array(figureSchema),
    course: courseSchema,
    highest: levelSchema,
    oldestWaitingAt: instantSchema.nullable(),
  })
  .meta({ id: 'Dashboard' });
export type DashboardView = z.infer<typeof dashboardSchema>;

export const topicFiguresSchema = z
  .object({
    topicId: idSchema,
    name: z.string(),
    active: z.boolean(),
    level: levelSchema,
    byHand: z.boolean(),
    byHandUntil: instantSchema.nullable(),
    since: instantSchema.nullable(),
    score: z.number(),
    mentions: z.number().int(),
    negative: z.number().int(),
    /** Mentions in the period before. */
    before: z.number().int(),
    /** The level over the range: it stood at `level` from `at` on. */
    steps: z.array(z.object({ at: instantSchema, level: levelSchema })),
  })
  .meta({ id: 'TopicFigures' });
export type TopicFiguresView = z.infer<typeof topicFiguresSchema>;

export const topicListSchema = z.object({
  range: rangeSchema,
  /** Topics above level 0, and topics that were spoken of; `items` may be fewer. */
  raised: z.number().int(),
  spoken: z.number().int(),
  items: z.array(topicFiguresSchema),
});

const lineSchema = z.object({ code: z.string(), mentions: z.number().int(), negative: z.number().int() });
export const breakdownSchema = z.object({
  networks: z.array(lineSchema),
  languages: z.array(lineSchema),
  voices: z.array(lineSchema),
});

export const authorSchema = z.object({
  network: networkSchema,
  author: z.string(),
  voice: z.string(),
  mentions: z.number().int(),
  negative: z.number().int(),
  followers: z.number().int(),
});

export const speakingSchema = z.object({
  stakeholderId: idSchema,
  name: z.string(),
  kind: z.enum(['group', 'person']),
  /** On the map, 0-10. */
  power: z.number().int(),
  interest: z.number().int(),
  salience: z.enum(SALIENCE_CLASSES),
  /** Accounts that spoke for it, and the followers of these. */
  accounts: z.number().int(),
  reach: z.number(),
  mentions: z.number().int(),
  negative: z.number().int(),
});

export const contentSchema = z.object({
  id: idSchema,
  network: networkSchema,
  author: z.string().nullable(),
  text: z.string(),
  publishedAt: instantSchema,
  level: levelSchema,
  severity: z.number().int(),
  followers: z.number().int().nullable(),
  negative: z.boolean(),
});

export const snapshotSchema = z.object({
  at: instantSchema,
  figures: z.partialRecord(z.enum(FIGURE_CODES as [FigureCode, ...FigureCode[]]), z.number().nullable()),
  topics: z.array(z.object({ topicId: idSchema, name: z.string(), level: z.number().int() })),
  range: z.string(),
});

export const departmentWorkSchema = z.object({
  departmentId: idSchema,
  /** Questions that wait for it, and those of them that are late. */
  open: z.number().int(),
  overdue: z.number().int(),
  /** Answers that wait for its approval; decisions in the range, and the median of their seconds. */
  waiting: z.number().int(),
  decided: z.number().int(),
  median: z.number().nullable(),
  /** People of it who are active in the workspace. */
  people: z.number().int(),
});
