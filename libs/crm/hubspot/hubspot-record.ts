import { z } from 'zod';
import type { CrmRecord, CrmWrite } from '../connector.js';
import { joinName, splitName } from './person-name.js';

/** Properties of ours at HubSpot: the first has unique values, so that nothing is created twice. */
export const REFERENCE_PROPERTY = 'passerelle_reference';
export const ACCOUNTS_PROPERTY = 'passerelle_accounts';

export const READ_PROPERTIES = [
  'firstname',
  'lastname',
  'email',
  'phone',
  'company',
  'twitterhandle',
  'lastmodifieddate',
  'hs_merged_object_ids',
  ACCOUNTS_PROPERTY,
];

export const recordSchema = z.object({
  id: z.string().regex(/^\d{1,30}$/),
  properties: z.record(z.string(), z.string().nullable().optional()),
  updatedAt: z.iso.datetime({ offset: true }).optional(),
});

export function recordOf({ id, properties, updatedAt }: z.infer<typeof recordSchema>): CrmRecord {
  const text = (name: string) => properties[name]?.trim() || null;
  const handle = text('twitterhandle');
  const changed = Date.parse(properties['lastmodifieddate'] ?? updatedAt ?? '');
  return {
    id,
    formerIds: (text('hs_merged_object_ids') ?? '').split(';').filter(Boolean),
    values: {
      name: joinName(properties['firstname'], properties['lastname']),
      email: text('email'),
      phone: text('phone'),
      organisation: text('company'),
    },
    handles: handle ? { x: handle.replace(/^@/, '').toLowerCase() } : {},
    accounts: text(ACCOUNTS_PROPERTY),
    changedAt: new Date(Number.isNaN(changed) ? 0 : changed),
  };
}

/** Nothing known is an empty text at HubSpot. */
export function propertiesOf(values: CrmWrite): Record<string, string> {
  return {
    ...(values.name ? splitName(values.name) : {}),
    ...(values.email === undefined ? {} : { email: values.email ?? '' }),
    ...(values.phone === undefined ? {} : { phone: values.phone ?? '' }),
    ...(values.organisation === undefined ? {} : { company: values.organisation ?? '' }),
    ...(values.accounts === undefined ? {} : { [ACCOUNTS_PROPERTY]: values.accounts ?? '' }),
  };
}
