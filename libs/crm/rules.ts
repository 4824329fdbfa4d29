/** Rules of the CRM, also for the browser. */
export { type Direction, DIRECTIONS, SYNCED_FIELDS, type SyncedField } from './synced-values.js';
