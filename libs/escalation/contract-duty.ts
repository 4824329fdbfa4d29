import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';

export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is not a time (HH:MM)' });
export const daySchema = z.iso.date();

const weeklyShift = z
  .object({
    weekday: z.number().int().min(1).max(7).describe('1 Monday to 7 Sunday'),
    from: clockSchema,
    until: clockSchema.describe('At or before `from`: of the next day'),
    personId: idSchema,
  })
  .strict();

const turns = {
  startsOn: daySchema.describe('Day of the first hand-over'),
  handOverAt: clockSchema,
  participants: z.array(idSchema).min(1).max(50),
};
export const rotaSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), ...turns }).strict(),
  z.object({ kind: z.literal('daily'), ...turns }).strict(),
  z.object({ kind: z.literal('custom'), shifts: z.array(weeklyShift).min(1).max(100) }).strict(),
]);
export type RotaFields = z.infer<typeof rotaSchema>;

const dutyFields = z
  .object({
    leadId: idSchema.nullable(),
    deputyIds: z.array(idSchema).max(10),
    timeZone: z.string().max(60).describe('IANA name, e.g. `Europe/Paris`'),
    quietFrom: clockSchema.nullable(),
    quietUntil: clockSchema.nullable(),
    holidays: z.array(z.object({ day: daySchema, name: z.string().trim().max(80) }).strict()).max(200),
    rota: rotaSchema.nullable(),
  })
  .strict();
export type DutyFields = z.infer<typeof dutyFields>;

const gapSchema = z.object({
  /** Minutes from Monday 00:00 on the department’s clock. */
  from: z.number().int(),
  until: z.number().int(),
});

export const dutySchema = z
  .object({
    ...dutyFields.shape,
    departmentId: idSchema,
    version: z.number().int(),
    /** Who would be asked now, and why. */
    now: z.array(z.object({ id: idSchema, name: z.string(), because: z.string() })),
    members: z.array(z.object({ id: idSchema, name: z.string() })),
    gaps: z.array(gapSchema),
    /** Address of the calendar feed, when there is one; whoever knows it can read it. */
    calendarPath: z.string().nullable(),
    /** Whether the person who reads may change it. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'DepartmentDuty' });
export type Duty = z.infer<typeof dutySchema>;

export const listDuties = endpoint({
  method: 'GET',
  path: '/api/duty',
  summary: 'Departments with lead, deputies, rota, quiet hours, and who is on call now',
  tag: 'escalations',
  access: { anyOf: ['escalations.read'] },
  response: z.object({ items: z.array(dutySchema) }),
});

const changing = { anyOf: ['escalations.write', 'escalations.decide'] } as const;
const dutyParams = z.object({ departmentId: idSchema });

export const changeDuty = endpoint({
  method: 'PUT',
  path: '/api/duty/{departmentId}',
  summary: 'Change lead, deputies, rota and quiet times; a rota with a gap has to be accepted as such',
  tag: 'escalations',
  access: changing,
  params: dutyParams,
  body: dutyFields.safeExtend({
    version: z.number().int(),
    acceptGaps: z.boolean().default(false).describe('In a gap the lead is asked'),
  }),
  response: dutySchema,
  problems: [
    'department-not-found',
    'changed-meanwhile',
    'not-your-department',
    'unknown-person',
    'unknown-time-zone',
    'rota-gap',
    'quiet-hours-incomplete',
    'quiet-hours-all-day',
  ],
});

export const shiftSchema = z
  .object({
    personId: idSchema,
    name: z.string(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    /** Somebody who stands in, and for whom; null for a regular shift. */
    override: z.object({ id: idSchema, reason: z.string(), replacesId: idSchema.nullable() }).nullable(),
  })
  .meta({ id: 'Shift' });
export type ShiftView = z.infer<typeof shiftSchema>;

export const listShifts = endpoint({
  method: 'GET',
  path: '/api/duty/{departmentId}/shifts',
  summary: 'Who is on call when: regular shifts and who stands in, at most 62 days',
  tag: 'escalations',
  access: { anyOf: ['escalations.read'] },
  params: dutyParams,
  query: z.object({ from: daySchema, to: daySchema.describe('The day after the last') }),
  response: z.object({
    shifts: z.array(shiftSchema),
    /** Spans in which nobody is on call: the lead would be asked. */
    gaps: z.array(z.object({ startsAt: instantSchema, endsAt: instantSchema })),
  }),
  problems: ['department-not-found', 'span-too-long'],
});

export const addOverride = endpoint({
  method: 'POST',
  path: '/api/duty/{departmentId}/overrides',
  summary: 'Somebody stands in for a time, for one person or for whoever is on call',
  tag: 'escalations',
  access: changing,
  params: dutyParams,
  body: z
    .object({
      personId: idSchema,
      replacesId: idSchema.nullable().default(null),
      startsAt: instantSchema,
      endsAt: instantSchema,
      reason: z.string().trim().max(200).default(''),
    })
    .strict()
    .superRefine((body, context) => {
      if (Date.parse(body.startsAt) >= Date.parse(body.endsAt))
        context.addIssue({
          code: 'custom',
          path: ['endsAt'],
          message: 'is not after the beginning',
          params: { code: 'span-reversed' },
        });
    }),
  response: dutySchema,
  status: 201,
  problems: [
    'department-not-found',
    'not-your-department',
    'unknown-person',
    'span-reversed',
    'span-too-long',
  ],
});

export const removeOverride = endpoint({
  method: 'DELETE',
  path: '/api/duty/{departmentId}/overrides/{overrideId}',
  summary: 'The regular shift holds again',
  tag: 'escalations',
  access: changing,
  params: z.object({ departmentId: idSchema, overrideId: idSchema }),
  response: z.null(),
  status: 204,
  problems: ['override-not-found', 'not-your-department'],
});

export const renewCalendar = endpoint({
  method: 'POST',
  path: '/api/duty/{departmentId}/calendar',
  summary: 'A new secret address of the calendar feed; the old one ends',
  tag: 'escalations',
  access: changing,
  params: dutyParams,
  response: dutySchema,
  status: 201,
  problems: ['department-not-found', 'not-your-department'],
});

export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/calendars/{token}',
  summary: 'The rota as an iCalendar feed (RFC 5545); the address is the secret',
  tag: 'escalations',
  access: 'public',
  params: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  response: z.string().describe('text/calendar'),
  problems: ['calendar-not-found'],
});
