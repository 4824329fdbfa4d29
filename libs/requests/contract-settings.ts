import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';

const WEEK_MINUTES = 7 * 24 * 60;

/** Minutes within which an answer is due, by crisis level: a more severe level is never given more time. */
export const dueMinutesSchema = z
  .array(z.number().int().min(1).max(WEEK_MINUTES))
  .length(5)
  .superRefine((minutes, context) => {
    for (const [level, value] of minutes.entries()) {
      const below = minutes[level - 1];
      if (below !== undefined && value > below)
        context.addIssue({
          code: 'custom',
          path: [level],
          message: 'is more than at the level below',
          params: { code: 'not-falling' },
        });
    }
  })
  .describe('Minutes by crisis level, 0 to 4');

export const requestSettingsSchema = z
  .object({
    /** 0 for the defaults, before anybody changed them. */
    version: z.number().int(),
    minutes: dueMinutesSchema,
    defaults: dueMinutesSchema,
    versions: z.array(
      z.object({
        version: z.number().int(),
        at: instantSchema,
        by: z.object({ id: idSchema, name: z.string() }).nullable(),
        reason: z.string(),
        minutes: z.array(z.number().int()),
      }),
    ),
  })
  .meta({ id: 'RequestSettings' });
export type RequestSettings = z.infer<typeof requestSettingsSchema>;

export const readRequestSettings = endpoint({
  method: 'GET',
  path: '/api/answer-request-settings',
  summary: 'Within how many minutes an answer is due at each level, and the versions of that',
  tag: 'requests',
  access: { anyOf: ['answers.read'] },
  response: requestSettingsSchema,
});

export const changeRequestSettings = endpoint({
  method: 'PUT',
  path: '/api/answer-request-settings',
  summary: 'Set within how many minutes an answer is due, for what is asked from then on; a new version',
  tag: 'requests',
  access: { anyOf: ['levels.settings'] },
  body: z
    .object({
      version: z
        .number()
        .int()
        .min(0)
        .describe('The one started from; refused if somebody else changed it since'),
      minutes: dueMinutesSchema,
      reason: z.string().trim().min(1).max(500),
    })
    .strict(),
  response: requestSettingsSchema,
  problems: ['changed-meanwhile', 'nothing-to-change', 'not-falling'],
});
