import { z } from 'zod';
import {
  endpoint,
  cursorSchema,
  idSchema,
  instantSchema,
  limitSchema,
  localeSchema,
  pageOf,
} from '#platform/contract';
import { pictureSchema } from '#contract/mentions';
import { branchSchema, reactionKindSchema, reactionSchema, targetsSchema } from './contract-scenario.js';
import { CAUSED_KINDS, DRILL_MOVES, DRILL_STATES, MEASURED, OBSERVED, OUTCOMES } from './rules.js';

const person = z.object({ id: idSchema, name: z.string() });
const words = z.object({ fr: z.string(), en: z.string() });
const speed = z.number().int().min(1).max(60);
const score = z.number().int().min(0).max(100);

export const drillSummarySchema = z
  .object({
    id: idSchema,
    title: z.string(),
    scenario: z.object({ key: z.string(), name: words, crisisType: z.string() }),
    language: localeSchema,
    /** Times the speed of the scenario. */
    speed,
    state: z.enum(DRILL_STATES),
    createdBy: person,
    createdAt: instantSchema,
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    /** Of all criteria, measured and observed, once it has ended. */
    overall: score.nullable(),
    scores: z.array(z.object({ criterion: z.enum([...MEASURED, ...OBSERVED]), score: score.nullable() })),
  })
  .meta({ id: 'DrillSummary' });
export type DrillSummary = z.infer<typeof drillSummarySchema>;

export const subjectSchema = z.object({
  type: z.enum(['mention', 'escalation', 'incident', 'topic']),
  id: idSchema,
});

export const outcomeSchema = z
  .object({
    inject: z.string(),
    kind: reactionKindSchema,
    dueAt: z.number().describe('Milliseconds of the scenario'),
    doneAt: z.number().nullable(),
    state: z.enum(OUTCOMES),
    subject: subjectSchema.nullable(),
  })
  .meta({ id: 'DrillOutcome' });

export const measureSchema = z
  .object({
    criterion: z.enum(MEASURED),
    unit: z.enum(['seconds', 'level', 'share']),
    value: z.number().nullable(),
    target: z.number(),
    score: score.nullable(),
    of: z.number().int(),
    /** What it counts; what went wrong comes first. */
    opens: z.array(subjectSchema),
  })
  .meta({ id: 'DrillMeasure' });

const happeningSchema = z.object({
  at: z.number().describe('Milliseconds of the scenario'),
  what: z.enum(['reply', 'no_reply', 'escalation', 'incident', 'level']),
  level: z.number().int().nullable(),
  subject: subjectSchema,
});

export const evaluationSchema = z
  .object({
    measures: z.array(measureSchema),
    outcomes: z.array(outcomeSchema),
    /** What was done, in its order. */
    happened: z.array(happeningSchema),
  })
  .meta({ id: 'DrillEvaluation' });
export type Evaluation = z.infer<typeof evaluationSchema>;

export const lessonsSchema = z.object({
  worked: z.string().trim().max(4000),
  failed: z.string().trim().max(4000),
  next: z.string().trim().max(4000).describe('What is done differently from now on'),
});
export type Lessons = z.infer<typeof lessonsSchema>;

export const drillInjectSchema = z
  .object({
    key: z.string(),
    atSeconds: z.number().int(),
    look: z.string(),
    author: z.object({ handle: z.string(), name: z.string(), followers: z.number().int() }),
    text: z.string(),
    hasMedia: z.boolean(),
    picture: pictureSchema.nullable(),
    branch: branchSchema.nullable(),
    expected: z.array(reactionSchema),
    note: z.string(),
    /** Null: it has not come yet. */
    outcome: z.enum(['posted', 'skipped']).nullable(),
    settledAt: z.number().nullable().describe('Milliseconds of the scenario'),
    /** Who let it come by hand. */
    byHand: person.nullable(),
    mentionId: idSchema.nullable(),
    postId: idSchema.nullable(),
  })
  .meta({ id: 'DrillInjectOfRun' });
export type DrillInject = z.infer<typeof drillInjectSchema>;

export const drillDetailSchema = drillSummarySchema
  .extend({
    description: words,
    targets: targetsSchema,
    /** Questions that the scenario expects an answer to and that the library does not have. */
    answersMissing: z.array(z.string()),
    clock: z.object({
      elapsedMs: z.number(),
      lengthMs: z.number(),
      runs: z.boolean(),
      readAt: instantSchema,
    }),
    /** While it is under way, only who runs it sees what is to come. */
    injects: z.array(drillInjectSchema),
    notes: z.array(
      z.object({ id: idSchema, by: person, at: instantSchema, elapsedMs: z.number(), text: z.string() }),
    ),
    evaluation: evaluationSchema.nullable(),
    observations: z.array(
      z.object({ criterion: z.enum(OBSERVED), by: person, score, note: z.string(), at: instantSchema }),
    ),
    lessons: lessonsSchema.nullable(),
    /** Whether what it caused is being closed, or is; null: nobody has asked for it. */
    closing: z.object({ by: person, askedAt: instantSchema, doneAt: instantSchema.nullable() }).nullable(),
  })
  .meta({ id: 'DrillDetail' });
export type DrillDetail = z.infer<typeof drillDetailSchema>;

const params = z.object({ drillId: idSchema });

export const listDrills = endpoint({
  method: 'GET',
  path: '/api/drills',
  summary: 'Drills, the newest first, with their scores',
  tag: 'drills',
  access: { anyOf: ['drills.read'] },
  query: z.object({
    state: z.enum(DRILL_STATES).optional(),
    cursor: cursorSchema.optional(),
    limit: limitSchema.default(30),
  }),
  response: pageOf(drillSummarySchema),
  problems: ['cursor-invalid'],
});

export const prepareDrill = endpoint({
  method: 'POST',
  path: '/api/drills',
  summary: 'Prepare a drill: it takes a copy of the scenario as it is now',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  body: z.object({
    title: z.string().trim().min(1).max(120),
    scenarioKey: z.string().min(1).max(40),
    language: localeSchema,
    speed,
  }),
  response: drillDetailSchema,
  status: 201,
  problems: ['drill-scenario-not-found', 'language-incomplete', 'picture-not-found'],
});

export const readDrill = endpoint({
  method: 'GET',
  path: '/api/drills/{drillId}',
  summary: 'A drill with its clock, injects, notes and evaluation',
  tag: 'drills',
  access: { anyOf: ['drills.read'] },
  params,
  response: drillDetailSchema,
  problems: ['drill-not-found'],
});

export const moveDrillOn = endpoint({
  method: 'POST',
  path: '/api/drills/{drillId}/moves',
  summary:
    'Start, pause, go on, end, close the debriefing, or cancel; a start and going on may change the speed',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params,
  body: z.object({
    move: z.enum(DRILL_MOVES),
    speed: speed.optional(),
    closeCaused: z
      .boolean()
      .default(false)
      .describe('With its end: close all that it caused and that is still open'),
  }),
  response: z.object({ state: z.enum(DRILL_STATES) }),
  problems: ['drill-not-found', 'transition-not-allowed', 'drill-under-way'],
});

export const causedSchema = z
  .object({
    kind: z.enum(CAUSED_KINDS),
    id: idSchema,
    title: z.string(),
  })
  .meta({ id: 'DrillCaused' });
export type Caused = z.infer<typeof causedSchema>;

export const readCaused = endpoint({
  method: 'GET',
  path: '/api/drills/{drillId}/caused',
  summary:
    'What a drill has caused and what is still open: escalations, incidents, missing answers, levels, …',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params,
  response: z.object({ items: z.array(causedSchema) }),
  problems: ['drill-not-found'],
});

export const closeCaused = endpoint({
  method: 'POST',
  path: '/api/drills/{drillId}/closing',
  summary: 'Close all that a drill which is over has caused, each on record in the name of whoever asks',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params,
  response: z.null(),
  status: 204,
  problems: ['drill-not-found', 'drill-not-over'],
});

export const injectNow = endpoint({
  method: 'POST',
  path: '/api/drills/{drillId}/injects/{key}',
  summary: 'Let an inject come now, whatever its time and its condition',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params: params.extend({ key: z.string().min(1).max(40) }),
  response: z.null(),
  status: 204,
  problems: ['drill-not-found', 'drill-not-under-way', 'inject-not-found', 'inject-posted'],
});

export const noteInDrill = endpoint({
  method: 'POST',
  path: '/api/drills/{drillId}/notes',
  summary: 'Note something that was seen; it stands at the present time of the scenario',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params,
  body: z.object({ text: z.string().trim().min(1).max(1000) }),
  response: z.null(),
  status: 204,
  problems: ['drill-not-found', 'drill-not-begun'],
});

export const downloadDebriefing = endpoint({
  method: 'GET',
  path: '/api/drills/{drillId}/debriefing',
  summary:
    'The debriefing of a drill as PDF or Word file, in a language of the interface, marked as an exercise',
  tag: 'drills',
  access: { anyOf: ['drills.read'] },
  params,
  query: z.object({ format: z.enum(['pdf', 'docx']), language: localeSchema }),
  response: z.string().describe('The bytes of the file'),
  problems: ['drill-not-found', 'drill-not-over'],
});

export const scoreDrill = endpoint({
  method: 'PUT',
  path: '/api/drills/{drillId}/scores/{criterion}',
  summary:
    'Score what only people can judge; each observer has one score, which can be changed until the debriefing is closed',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params: params.extend({ criterion: z.enum(OBSERVED) }),
  body: z.object({ score, note: z.string().trim().max(500) }),
  response: z.null(),
  status: 204,
  problems: ['drill-not-found', 'drill-not-begun', 'drill-closed'],
});

export const writeLessons = endpoint({
  method: 'PUT',
  path: '/api/drills/{drillId}/lessons',
  summary: 'Write what worked, what did not, and what is done differently',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params,
  body: lessonsSchema,
  response: z.null(),
  status: 204,
  problems: ['drill-not-found', 'drill-not-over', 'drill-closed'],
});
