import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';

/** Every migration, oldest first: one linear history. */
export const MIGRATIONS = [
  FirstSchema1764000000000,
];
