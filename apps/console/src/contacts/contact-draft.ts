import type { ContactView } from '#contract/contacts';
import { CONTACT_FIELDS, type ContactFields } from '#rules/contacts';

/** What stands in the fields of the form; empty: not known. */
export type ContactDraft = Record<keyof ContactFields, string>;

export const EMPTY_DRAFT: ContactDraft = {
  name: '',
  organisation: '',
  language: '',
  note: '',
  email: '',
  phone: '',
  crmSystem: '',
  crmId: '',
};

export function draftOf(contact: ContactView): ContactDraft {
  return Object.fromEntries(CONTACT_FIELDS.map((field) => [field, contact[field] ?? ''])) as ContactDraft;
}

/** The draft as the API takes it. */
export function fieldsOf(draft: ContactDraft): ContactFields {
  const value = (field: keyof ContactFields) => draft[field].trim() || null;
  return {
    name: draft.name.trim(),
    organisation: value('organisation'),
    language: value('language'),
    note: value('note'),
    email: value('email'),
    phone: value('phone'),
    crmSystem: value('crmSystem'),
    crmId: value('crmId'),
  };
}
