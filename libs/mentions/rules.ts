/** The rules of triage, also for the browser: which decisions are possible, and what they make of a mention. */
export { isErasedAuthor } from './erased-author.js';
export { type DecisionAction, type Handling, triage } from './triage.js';
