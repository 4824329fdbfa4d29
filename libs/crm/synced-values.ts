/** What goes to and fro between a contact and its record in the CRM. Notes never leave. */
export const SYNCED_FIELDS = ['name', 'email', 'phone', 'organisation'] as const;
export type SyncedField = (typeof SYNCED_FIELDS)[number];
export type SyncedValues = Record<SyncedField, string | null>;

export const DIRECTIONS = ['both', 'in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Whether two values mean the same: a CRM writes e-mail in small letters and phone numbers in a form of its own. */
export function sameValue(field: SyncedField, a: string | null, b: string | null): boolean {
  return comparable(field, a) === comparable(field, b);
}

function comparable(field: SyncedField, value: string | null): string | null {
  if (value === null) return null;
  if (field === 'phone') return value.replace(/[^0-9+]/g, '');
  const plain = value.trim().replace(/\s+/gu, ' ');
  return field === 'email' ? plain.toLowerCase() : plain;
}
