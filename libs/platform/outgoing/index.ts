export * from './address.js';
export * from './guarded-fetch.js';
export * from './body-signature.js';
