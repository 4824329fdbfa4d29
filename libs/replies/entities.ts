import { ReplyRow } from './reply.entity.js';

export const REPLIES_ENTITIES = [ReplyRow];
