import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { Outbox1764100004000 } from './1764100004000-outbox.js';

/** Every migration, oldest first: one linear history. */
export const MIGRATIONS = [FirstSchema1764000000000, Outbox1764100004000];
