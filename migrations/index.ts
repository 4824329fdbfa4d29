import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { AnswerRequests1764100003000 } from './1764100003000-answer-requests.js';

/** Every migration, oldest first: one linear history. */
export const MIGRATIONS = [FirstSchema1764000000000, AnswerRequests1764100003000];
