import { z } from 'zod';
import {
  endpoint,
  idSchema,
  instantSchema,
  localeSchema,
  permissionSchema,
  roleSchema,
} from '#platform/contract';

export const APPEARANCES = ['light', 'dark', 'system'] as const;

export const departmentSchema = z
  .object({
    id: idSchema,
    key: z.string().regex(/^[a-z][a-z0-9_]{1,31}$/),
    name: z.object({ fr: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
  })
  .meta({ id: 'Department' });
export type Department = z.infer<typeof departmentSchema>;

export const personSchema = z
  .object({
    id: idSchema,
    email: z.email(),
    name: z.string(),
    roles: z.array(roleSchema),
    departmentIds: z.array(idSchema),
    locale: localeSchema,
    active: z.boolean(),
    /** True until the invitation has been accepted. */
    invited: z.boolean(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

export const sessionSchema = z
  .object({
    person: personSchema,
    permissions: z.array(permissionSchema),
    preferences: z.object({ locale: localeSchema, appearance: z.enum(APPEARANCES) }),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

const passwordSchema = z.string().min(12).max(200);

export const workspaceSchema = z
  .object({
    name: z.string(),
    demonstration: z.boolean(),
    /** No administrator yet: the one-time link printed at the start makes the first. */
    awaitsFirstAdministrator: z.boolean(),
    /** Only while the workspace is a demonstration: people one may sign in as. */
    demonstrationPeople: z.array(
      z.object({
        email: z.string(),
        name: z.string(),
        title: z.object({ fr: z.string(), en: z.string() }),
        roles: z.array(roleSchema),
        password: z.string(),
      }),
    ),
  })
  .meta({ id: 'Workspace' });

export const readWorkspace = endpoint({
  method: 'GET',
  path: '/api/workspace',
  summary: 'What the sign-in page needs to know',
  tag: 'identity',
  access: 'public',
  response: workspaceSchema,
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the session cookie',
  tag: 'identity',
  access: 'public',
  body: z.object({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(200) }),
  response: sessionSchema,
  status: 201,
  problems: ['wrong-credentials', 'too-many-attempts'],
});

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in',
  tag: 'identity',
  access: 'signed-in',
  response: sessionSchema,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out; ends the session',
  tag: 'identity',
  access: 'signed-in',
  response: z.null(),
  status: 204,
});

export const changePreferences = endpoint({
  method: 'PATCH',
  path: '/api/session/preferences',
  summary: 'Remember language and appearance',
  tag: 'identity',
  access: 'signed-in',
  body: z.object({ locale: localeSchema.optional(), appearance: z.enum(APPEARANCES).optional() }),
  response: sessionSchema,
});

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/session/password',
  summary: 'Change one’s own password; ends one’s other sessions',
  tag: 'identity',
  access: 'signed-in',
  body: z.object({ current: z.string().min(1).max(200), next: passwordSchema }),
  response: z.null(),
  status: 204,
  problems: ['wrong-credentials'],
});

export const readInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/read',
  summary: 'What a one-time invitation link is for',
  tag: 'identity',
  access: 'public',
  body: z.object({ token: z.string().min(20).max(200) }),
  response: z.object({
    email: z.string().nullable(),
    name: z.string().nullable(),
    roles: z.array(roleSchema),
    firstAdministrator: z.boolean(),
  }),
  problems: ['invitation-invalid'],
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Accept an invitation: choose name and password, sign in',
  tag: 'identity',
  access: 'public',
  body: z.object({
    token: z.string().min(20).max(200),
    /** Required for the first administrator, ignored otherwise. */
    email: z.email().optional(),
    name: z.string().trim().min(1).max(120),
    password: passwordSchema,
    locale: localeSchema.default('fr'),
  }),
  response: sessionSchema,
  status: 201,
  problems: ['invitation-invalid', 'email-taken'],
});

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  summary: 'People of the workspace',
  tag: 'identity',
  access: { anyOf: ['people.read'] },
  response: z.object({ items: z.array(personSchema) }),
});

export const invitePerson = endpoint({
  method: 'POST',
  path: '/api/people',
  summary: 'Invite a person; the answer carries the one-time link',
  tag: 'identity',
  access: { anyOf: ['people.write'] },
  body: z.object({
    email: z.email(),
    name: z.string().trim().min(1).max(120),
    roles: z.array(roleSchema).min(1),
    departmentIds: z.array(idSchema).default([]),
    locale: localeSchema.default('fr'),
  }),
  response: z.object({ person: personSchema, invitationPath: z.string() }),
  status: 201,
  problems: ['email-taken', 'unknown-department', 'approver-needs-department'],
});

export const changePerson = endpoint({
  method: 'PATCH',
  path: '/api/people/{personId}',
  summary: 'Change a person’s roles, departments or activity',
  tag: 'identity',
  access: { anyOf: ['people.write'] },
  params: z.object({ personId: idSchema }),
  body: z.object({
    name: z.string().trim().min(1).max(120).optional(),
    roles: z.array(roleSchema).min(1).optional(),
    departmentIds: z.array(idSchema).optional(),
    active: z.boolean().optional(),
  }),
  response: personSchema,
  problems: ['person-not-found', 'last-administrator', 'unknown-department', 'approver-needs-department'],
});

export const renewInvitation = endpoint({
  method: 'POST',
  path: '/api/people/{personId}/invitation',
  summary: 'A new one-time link for a person (invitation or forgotten password); the old one ends',
  tag: 'identity',
  access: { anyOf: ['people.write'] },
  params: z.object({ personId: idSchema }),
  response: z.object({ invitationPath: z.string(), expiresAt: instantSchema }),
  status: 201,
  problems: ['person-not-found'],
});

export const listDepartments = endpoint({
  method: 'GET',
  path: '/api/departments',
  summary: 'Departments that approve',
  tag: 'identity',
  access: 'signed-in',
  response: z.object({ items: z.array(departmentSchema) }),
});

export const createDepartment = endpoint({
  method: 'POST',
  path: '/api/departments',
  summary: 'Create a department',
  tag: 'identity',
  access: { anyOf: ['people.write'] },
  body: departmentSchema.omit({ id: true }),
  response: departmentSchema,
  status: 201,
  problems: ['department-key-taken'],
});

export const renameDepartment = endpoint({
  method: 'PATCH',
  path: '/api/departments/{departmentId}',
  summary: 'Rename a department',
  tag: 'identity',
  access: { anyOf: ['people.write'] },
  params: z.object({ departmentId: idSchema }),
  body: departmentSchema.pick({ name: true }),
  response: departmentSchema,
  problems: ['department-not-found'],
});
