import { z } from 'zod';
import { endpoint, idSchema, instantSchema } from '#platform/contract';
import { CLUSTERS, INCIDENT_ROLES } from './rules.js';

const label = z.object({
  fr: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
});
export const playbookKeySchema = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, {
  error: 'must be lower-case letters, digits and _',
});

export const playbookSchema = z
  .object({
    key: playbookKeySchema,
    name: label,
    cluster: z.enum(CLUSTERS),
    steps: z.array(
      z.object({
        label,
        role: z.enum(INCIDENT_ROLES),
        /** After the declaration. */
        minutes: z.number().int(),
      }),
    ),
    /** Not offered any more when an incident is declared. */
    active: z.boolean(),
    /** 0: as it comes with the product. */
    version: z.number().int(),
    changedBy: z.object({ id: idSchema, name: z.string() }).nullable(),
    changedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Playbook' });
export type PlaybookView = z.infer<typeof playbookSchema>;

export const listPlaybooks = endpoint({
  method: 'GET',
  path: '/api/playbooks',
  summary: 'Types of crisis, each with its checklist',
  tag: 'incidents',
  access: { anyOf: ['incidents.read'] },
  response: z.object({ items: z.array(playbookSchema) }),
});

export const savePlaybook = endpoint({
  method: 'PUT',
  path: '/api/playbooks/{key}',
  summary: 'Change a playbook, or add one for another type of crisis; running incidents keep their checklist',
  tag: 'incidents',
  access: { anyOf: ['playbooks.write'] },
  params: z.object({ key: playbookKeySchema }),
  body: z
    .object({
      /** The version one started from; 0 for one as it comes with the product, or a new one. */
      version: z.number().int().min(0),
      name: label,
      cluster: z.enum(CLUSTERS),
      active: z.boolean().default(true),
      steps: z
        .array(
          z.object({
            label,
            role: z.enum(INCIDENT_ROLES),
            minutes: z.number().int().min(1).max(43_200),
          }),
        )
        .min(1)
        .max(60),
    })
    .strict(),
  response: playbookSchema,
  problems: ['changed-meanwhile', 'last-playbook'],
});
