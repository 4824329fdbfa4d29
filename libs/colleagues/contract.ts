export * from './contract-colleagues.js';
export * from './contract-invitations.js';
export * from './contract-mine.js';
