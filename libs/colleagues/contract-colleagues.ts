import { z } from 'zod';
import { endpoint, idSchema, instantSchema, localeSchema, realmSchema } from '#platform/contract';

const personRef = z.object({ id: idSchema, name: z.string() });
const nameSchema = z.object({
  fr: z.string().trim().min(1).max(80),
  en: z.string().trim().min(1).max(80),
});

export const fieldSchema = z
  .object({
    id: idSchema,
    name: nameSchema,
    /** Not offered any more. */
    retired: z.boolean(),
    /** Active colleagues who know about it. */
    people: z.number().int(),
  })
  .meta({ id: 'FieldOfExpertise' });
export type Field = z.infer<typeof fieldSchema>;

export const listFields = endpoint({
  method: 'GET',
  path: '/api/fields-of-expertise',
  summary: 'What people know about, by which they can be asked',
  tag: 'colleagues',
  access: { anyOf: ['mentions.read'] },
  response: z.object({ items: z.array(fieldSchema) }),
});

export const createField = endpoint({
  method: 'POST',
  path: '/api/fields-of-expertise',
  summary: 'Add a field of expertise',
  tag: 'colleagues',
  access: { anyOf: ['colleagues.invite', 'people.write'] },
  body: z.object({ name: nameSchema }).strict(),
  response: fieldSchema,
  status: 201,
  problems: ['field-name-taken'],
});

export const changeField = endpoint({
  method: 'PATCH',
  path: '/api/fields-of-expertise/{fieldId}',
  summary: 'Rename a field of expertise, retire it or offer it again',
  tag: 'colleagues',
  access: { anyOf: ['colleagues.invite', 'people.write'] },
  params: z.object({ fieldId: idSchema }),
  body: z.object({ name: nameSchema.optional(), retired: z.boolean().optional() }).strict(),
  response: fieldSchema,
  problems: ['field-not-found', 'field-name-taken'],
});

export const colleagueSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    departmentIds: z.array(idSchema),
    fieldIds: z.array(idSchema),
    /** Has not used the one-time link yet. */
    newcomer: z.boolean(),
    /** Whether the policy lets people of their departments be asked. */
    allowed: z.boolean(),
    /** Invitations that wait for this person now. */
    waiting: z.number().int(),
  })
  .meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof colleagueSchema>;

export const listColleagues = endpoint({
  method: 'GET',
  path: '/api/colleagues',
  summary: 'Who can be invited to answer',
  tag: 'colleagues',
  access: { anyOf: ['mentions.read'] },
  response: z.object({ items: z.array(colleagueSchema) }),
});

export const inviteNewcomer = endpoint({
  method: 'POST',
  path: '/api/colleagues',
  summary: 'Invite somebody who has no account yet, as a colleague; the answer carries the one-time link',
  tag: 'colleagues',
  access: { anyOf: ['colleagues.invite', 'people.write'] },
  body: z
    .object({
      email: z.email(),
      name: z.string().trim().min(1).max(120),
      locale: localeSchema.default('fr'),
      departmentIds: z.array(idSchema).max(50).default([]),
      fieldIds: z.array(idSchema).max(50).default([]),
    })
    .strict(),
  response: z.object({ colleague: colleagueSchema, invitationPath: z.string() }),
  status: 201,
  problems: ['email-taken', 'unknown-department', 'unknown-field'],
});

export const setFields = endpoint({
  method: 'PUT',
  path: '/api/colleagues/{personId}/fields',
  summary: 'Say what a colleague knows about',
  tag: 'colleagues',
  access: { anyOf: ['colleagues.invite', 'people.write'] },
  params: z.object({ personId: idSchema }),
  body: z.object({ fieldIds: z.array(idSchema).max(50) }).strict(),
  response: colleagueSchema,
  problems: ['colleague-not-found', 'unknown-field'],
});

const policyRules = z.object({
  levelMax: z.number().int().min(0).max(4),
  departmentIds: z.array(idSchema).max(50).describe('Whose people may be asked; empty: everybody'),
  confirm: z.boolean().describe('Whether whoever invites, or a second person, has a look before it leaves'),
});
const reasonSchema = z.string().trim().min(1).max(500);

export const invitationPolicySchema = policyRules
  .extend({
    /** 0 for the default, before anybody changed it. */
    version: z.number().int(),
    versions: z.array(
      policyRules.extend({
        version: z.number().int(),
        at: instantSchema,
        by: personRef.nullable(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'InvitationPolicy' });
export type InvitationPolicy = z.infer<typeof invitationPolicySchema>;

export const readInvitationPolicy = endpoint({
  method: 'GET',
  path: '/api/answer-invitation-policy',
  summary: 'When colleagues may be invited to answer, and the versions of that',
  tag: 'colleagues',
  access: { anyOf: ['mentions.read'] },
  response: invitationPolicySchema,
});

export const changeInvitationPolicy = endpoint({
  method: 'PUT',
  path: '/api/answer-invitation-policy',
  summary: 'Change when colleagues may be invited; a new version, also for invitations that are open',
  tag: 'colleagues',
  access: { anyOf: ['replies.govern'] },
  body: policyRules
    .extend({
      version: z
        .number()
        .int()
        .min(0)
        .describe('The one started from; refused if somebody else changed it since'),
      reason: reasonSchema,
    })
    .strict(),
  response: invitationPolicySchema,
  problems: ['changed-meanwhile', 'nothing-to-change', 'unknown-department'],
});

const figuresSchema = z.object({
  /** Published replies that colleagues picked by invitation. */
  replies: z.number().int(),
  /** Followers of the authors answered; every author counts once. */
  reach: z.number().int(),
  /** From the invitation to the publication, seconds; null without replies. */
  medianSeconds: z.number().nullable(),
});

export const invitationReportSchema = z
  .object({
    since: instantSchema,
    total: figuresSchema,
    people: z.array(figuresSchema.extend({ person: personRef })),
    fields: z.array(figuresSchema.extend({ field: z.object({ id: idSchema, name: nameSchema }) })),
  })
  .meta({ id: 'InvitationReport' });
export type InvitationReport = z.infer<typeof invitationReportSchema>;

export const readInvitationReport = endpoint({
  method: 'GET',
  path: '/api/answer-invitation-report',
  summary: 'Answers and reach of invited colleagues, by person and by field of expertise',
  tag: 'colleagues',
  access: { anyOf: ['mentions.read'] },
  query: z.object({ realm: realmSchema, days: z.coerce.number().int().min(1).max(366).default(30) }),
  response: invitationReportSchema,
});
