import { AuthorTrait } from './author-trait.entity.js';
import { ContactAuthor } from './contact-author.entity.js';
import { ContactProposal } from './contact-proposal.entity.js';
import { Contact } from './contact.entity.js';

export const CONTACTS_ENTITIES = [AuthorTrait, Contact, ContactAuthor, ContactProposal];
