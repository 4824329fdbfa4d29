/** When an answer is due, what can happen to a request, and who may end it: also for the console. */
export * from './due-time.js';
export * from './request-life-cycle.js';
