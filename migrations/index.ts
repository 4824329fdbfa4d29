import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { Library1764100002000 } from './1764100002000-library.js';
import { AnswerRequests1764100003000 } from './1764100003000-answer-requests.js';
import { Notifications1764100008000 } from './1764100008000-notifications.js';
import { Escalation1764100007000 } from './1764100007000-escalation.js';

/** Every migration, oldest first: one linear history. */
export const MIGRATIONS = [
  FirstSchema1764000000000,
  Library1764100002000,
  AnswerRequests1764100003000,
  Notifications1764100008000,
  Escalation1764100007000,
];
