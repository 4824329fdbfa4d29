import { Author } from './author.entity.js';
import { Correction } from './correction.entity.js';
import { DecisionRow } from './decision.entity.js';
import { Mention } from './mention.entity.js';
import { MentionIdentity } from './mention-identity.entity.js';
import { MentionPresence } from './mention-presence.entity.js';
import { MentionEdit } from './mention-edit.entity.js';
import { MentionQueue } from './mention-queue.entity.js';
import { SavedViewRow } from './saved-view.entity.js';

export const MENTIONS_ENTITIES = [
  Author,
  Correction,
  DecisionRow,
  Mention,
  MentionIdentity,
  MentionPresence,
  MentionEdit,
  MentionQueue,
  SavedViewRow,
];
