import type { ContactFields } from './contact-fields.js';

/** The columns of a file of contacts; see docs/decisions/0021-authors-and-contacts.md. */
export const CSV_COLUMNS = [
  'contact_id',
  'crm_system',
  'crm_id',
  'name',
  'organisation',
  'language',
  'email',
  'phone',
  'note',
  'accounts',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** The column that a field is written to. */
export const COLUMN_OF: Readonly<Record<keyof ContactFields, CsvColumn>> = {
  name: 'name',
  organisation: 'organisation',
  language: 'language',
  email: 'email',
  phone: 'phone',
  note: 'note',
  crmSystem: 'crm_system',
  crmId: 'crm_id',
};
