import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { Escalation1764100007000 } from './1764100007000-escalation.js';

/** Every migration, oldest first: one linear history. */
export const MIGRATIONS = [
  FirstSchema1764000000000,
  Escalation1764100007000,
];
