import { KeyMessageRow } from './key-message.entity.js';
import { MessageHitRow } from './message-hit.entity.js';
import { MessagePickUpRow } from './message-pick-up.entity.js';
import { MessagePickUpSumRow } from './message-pick-up-sum.entity.js';
import { MessageSetApproval } from './message-set-approval.entity.js';
import { MessageSetVersionRow } from './message-set-version.entity.js';
import { MessageSetRow } from './message-set.entity.js';

export const MESSAGES_ENTITIES = [
  MessageSetRow,
  MessageSetVersionRow,
  MessageSetApproval,
  KeyMessageRow,
  MessageHitRow,
  MessagePickUpRow,
  MessagePickUpSumRow,
];
