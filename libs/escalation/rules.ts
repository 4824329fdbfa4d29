/** The rules of escalation, also for the browser. */
export * from './attachment-type.js';
export * from './concerned.js';
export * from './duty-book.js';
export * from './joint-outcome.js';
export * from './life-cycles.js';
export * from './limits.js';
export * from './next-move.js';
export * from './policy.js';
export * from './preview.js';
export * from './quiet-hours.js';
export * from './rota.js';
export * from './subjects.js';
