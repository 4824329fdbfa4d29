export * from './data-source.js';
export * from './keyset.js';
export * from './snake-naming.js';
export * from './transaction.js';
export * from './revision.entity.js';
