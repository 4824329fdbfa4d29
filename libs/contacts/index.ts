export { announceChanges } from './announce-changes.js';
export { type ContactRow, lockContacts } from './contact-record.js';
export * from './contacts-worker.js';
export * from './contacts.module.js';
export { ContactsService } from './contacts.service.js';
export * from './entities.js';
export { findProposals } from './find-proposals.js';
export { updateContacts } from './write-contact.js';
