/** Rules of stakeholders, also for the browser. */
export {
  type AttachRule,
  matchRule,
  readTerm,
  RULE_KINDS,
  type RuleKind,
  type RuleMatch,
} from './attach-rule.js';
export * from './categories.js';
export * from './map-place.js';
export { PRESS_COLUMNS } from './press-columns.js';
export { REWEIGHED_DAYS, REWEIGHED_POSTS } from './reweighed-span.js';
export * from './salience.js';
export { tellFirst, type ToTell } from './tell-first.js';
