export * from './sealing.js';
export * from './seals.js';
export * from './secret-key.js';
