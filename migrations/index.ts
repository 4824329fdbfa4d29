import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { SuggestionCorrections1764100001000 } from './1764100001000-suggestion-corrections.js';
import { Library1764100002000 } from './1764100002000-library.js';
import { Notifications1764100008000 } from './1764100008000-notifications.js';

/** Every migration, oldest first: one linear history. */
export const MIGRATIONS = [
  FirstSchema1764000000000,
  SuggestionCorrections1764100001000,
  Library1764100002000,
  Notifications1764100008000,
];
