import { listContacts, readContact } from '#contract/contacts';
import { listCrmConflicts, listCrmMatches, readContactCrm, readCrm } from '#contract/crm';

/** What any change of the connection, or a decision, makes stale. */
export const TOUCHED = [readCrm, listCrmConflicts, listCrmMatches, readContactCrm, readContact, listContacts];
