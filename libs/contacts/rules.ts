/** Rules of contacts, also for the browser. */
export { CONFIDENCES, type Confidence, SAME_PERSON_REASONS, type SamePersonReason } from './same-person.js';
export { CONTACT_FIELDS, type ContactFields } from './contact-fields.js';
export { CSV_COLUMNS } from './csv-columns.js';
