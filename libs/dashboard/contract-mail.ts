import { z } from 'zod';
import { endpoint, instantSchema, realmSchema } from '#platform/contract';

const mailSchema = z
  .object({
    realm: realmSchema,
    morning: z.boolean(),
    /** Hour of the day, in the time zone. */
    hour: z.number().int().min(0).max(23),
    timeZone: z.string().min(1).max(64).describe('IANA name, e.g. Europe/Paris'),
    atLevelChange: z.boolean(),
  })
  .meta({ id: 'DashboardMail' });
export type DashboardMail = z.infer<typeof mailSchema>;

const answer = mailSchema.extend({ nextAt: instantSchema.nullable() });

export const readDashboardMail = endpoint({
  method: 'GET',
  path: '/api/dashboard/mail',
  summary: 'Whether one is told of the situation each morning and when a level changes',
  tag: 'dashboard',
  access: { anyOf: ['topics.read'] },
  response: answer,
});

export const changeDashboardMail = endpoint({
  method: 'PUT',
  path: '/api/dashboard/mail',
  summary: 'Ask to be told of the situation, or no more',
  tag: 'dashboard',
  access: { anyOf: ['topics.read'] },
  body: mailSchema,
  response: answer,
  problems: ['unknown-time-zone'],
});
