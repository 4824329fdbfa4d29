/** The pure rules about invitations, also for the console. */
export * from './invitation-life-cycle.js';
export * from './invitation-policy.js';
