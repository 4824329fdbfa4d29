export { askEvaluation } from './ask-evaluation.js';
export { calmLevel, forgetUntil } from './calm-level.js';
export * from './entities.js';
export { evaluateDue, settledMinute } from './evaluate-due.js';
export * from './levels-worker.js';
export * from './levels.module.js';
export * from './raised-topics.js';
export { releaseLevel, setLevel } from './set-level.js';
