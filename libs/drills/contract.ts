import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';
import { scenarioSchema } from './contract-scenario.js';

export * from './contract-picture.js';
export * from './contract-run.js';
export * from './contract-scenario.js';

export const scenarioViewSchema = z
  .object({
    /** Of a ready one its name, of an own one its id. */
    key: z.string(),
    /** Part of the product: it is changed by making a copy. */
    ready: z.boolean(),
    revision: z.number().int(),
    changedBy: z.object({ id: idSchema, name: z.string() }).nullable(),
    changedAt: instantSchema.nullable(),
    scenario: scenarioSchema,
  })
  .meta({ id: 'DrillScenarioView' });
export type ScenarioView = z.infer<typeof scenarioViewSchema>;

const params = z.object({ key: z.string().min(1).max(40) });

export const listScenarios = endpoint({
  method: 'GET',
  path: '/api/drill-scenarios',
  summary: 'Scenarios: the ready ones, and those written here, the newest first',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  response: z.object({ items: z.array(scenarioViewSchema) }),
});

export const readDrillScenario = endpoint({
  method: 'GET',
  path: '/api/drill-scenarios/{key}',
  summary: 'A scenario; its `scenario` is what can be given to `POST /api/drill-scenarios` elsewhere',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params,
  response: scenarioViewSchema,
  problems: ['drill-scenario-not-found'],
});

const contentProblems = [
  'inject-key-duplicate',
  'inject-out-of-order',
  'inject-without-text',
  'picture-without-words',
  'picture-not-found',
  'no-earlier-inject',
  'reaction-not-expected',
  'reaction-twice',
] as const;

export const createScenario = endpoint({
  method: 'POST',
  path: '/api/drill-scenarios',
  summary: 'Keep a scenario: a new one, a copy, or one brought in from a file',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  body: scenarioSchema,
  response: scenarioViewSchema,
  status: 201,
  problems: contentProblems,
});

export const changeScenario = endpoint({
  method: 'PUT',
  path: '/api/drill-scenarios/{key}',
  summary: 'Change an own scenario; drills that were prepared keep theirs',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params,
  body: z.object({ revision: z.number().int(), scenario: scenarioSchema }),
  response: scenarioViewSchema,
  problems: [...contentProblems, 'drill-scenario-not-found', 'scenario-ready', 'changed-meanwhile'],
});

export const removeScenario = endpoint({
  method: 'DELETE',
  path: '/api/drill-scenarios/{key}',
  summary: 'Remove an own scenario; drills that were prepared keep theirs',
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  params,
  response: z.null(),
  status: 204,
  problems: ['drill-scenario-not-found', 'scenario-ready'],
});
