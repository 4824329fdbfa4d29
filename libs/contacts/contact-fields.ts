import { fold } from './fold.js';

/** What is known of a contact. */
export interface ContactFields {
  name: string;
  organisation: string | null;
  language: string | null;
  note: string | null;
  email: string | null;
  phone: string | null;
  crmSystem: string | null;
  crmId: string | null;
}

export const CONTACT_FIELDS = [
  'name',
  'organisation',
  'language',
  'email',
  'phone',
  'note',
  'crmSystem',
  'crmId',
] as const satisfies readonly (keyof ContactFields)[];

/** Shown only to those with the right to personal data. */
export const PERSONAL_FIELDS = ['email', 'phone', 'note'] as const satisfies readonly (keyof ContactFields)[];

/** What differs between two states of a contact, in the order of the fields. */
export function changedFields(before: ContactFields, after: ContactFields): (keyof ContactFields)[] {
  return CONTACT_FIELDS.filter((field) => before[field] !== after[field]);
}

/**
 * What a contact knows after another has been merged into it: its own values, and the other's where it has none. The
 * reference to the CRM goes over as a pair.
 */
export function mergedFields(kept: ContactFields, other: ContactFields): ContactFields {
  const reference = kept.crmId === null ? other : kept;
  return {
    name: kept.name,
    organisation: kept.organisation ?? other.organisation,
    language: kept.language ?? other.language,
    note: kept.note ?? other.note,
    email: kept.email ?? other.email,
    phone: kept.phone ?? other.phone,
    crmSystem: reference.crmSystem,
    crmId: reference.crmId,
  };
}

/** What a contact is ordered and searched by. */
export function searchFields({ name, organisation, crmId }: ContactFields): {
  sortName: string;
  search: string;
} {
  return { sortName: fold(name), search: fold([name, organisation, crmId].filter(Boolean).join(' ')) };
}
