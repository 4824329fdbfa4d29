/** The rules of incidents, also for the console. */
export * from './life-cycles.js';
export * from './targets.js';
export * from './waits-for.js';
export * from './guess-type.js';
export * from './milestones.js';
export * from './playbook.js';
export * from './ready-playbooks.js';
export * from './review-delays.js';
export * from './report-sections.js';
