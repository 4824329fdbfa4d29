import {
  findAuthors,
  listContactProposals,
  listContacts,
  readContact,
  readContactHistory,
  readMentionContact,
} from '#contract/contacts';

/** What any change of a contact makes stale. */
export const TOUCHED = [
  listContacts,
  readContact,
  readContactHistory,
  readMentionContact,
  listContactProposals,
  findAuthors,
];
