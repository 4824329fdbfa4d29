/** What the API says about escalations, by what is done with them. */
export * from './contract-acts.js';
export * from './contract-cases.js';
export * from './contract-duty.js';
export * from './contract-escalations.js';
export * from './contract-policies.js';
export * from './contract-report.js';
export * from './contract-talk-items.js';
export * from './contract-talk.js';
