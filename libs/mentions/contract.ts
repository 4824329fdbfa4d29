/** What the API says about mentions: what one is, the inbox, decisions on it, and corrections of its judgement. */
export * from './contract-corrections.js';
export * from './contract-inbox.js';
export * from './contract-mention.js';
export * from './contract-triage.js';
