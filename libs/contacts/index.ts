export * from './contacts-worker.js';
export * from './contacts.module.js';
export { ContactsService } from './contacts.service.js';
export * from './entities.js';
export { findProposals } from './find-proposals.js';
