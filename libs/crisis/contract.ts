export * from './contract-incident.js';
export * from './contract-playbooks.js';
export * from './contract-posts.js';
export * from './contract-reports.js';
export * from './contract-review.js';
export * from './contract-statements.js';
export * from './contract-work.js';
