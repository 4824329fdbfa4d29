import { PublicationFreeze } from './publication-freeze.entity.js';
import { ReplyRemoval } from './reply-removal.entity.js';
import { ReplyRow } from './reply.entity.js';
import { ReplyRulesRow } from './reply-rules.entity.js';

export const REPLIES_ENTITIES = [PublicationFreeze, ReplyRemoval, ReplyRow, ReplyRulesRow];
