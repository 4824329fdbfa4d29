import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { Levels1764100006000 } from './1764100006000-levels.js';
import { Notifications1764100008000 } from './1764100008000-notifications.js';

/** Every migration, oldest first: one linear history. */
export const MIGRATIONS = [FirstSchema1764000000000, Levels1764100006000, Notifications1764100008000];
