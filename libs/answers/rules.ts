export * from './check-content.js';
export * from './length.js';
export * from './pick-variant.js';
export * from './placeholder-value.js';
export * from './render.js';
export * from './unsafe-characters.js';
export * from './version-before.js';
export * from './version-life-cycle.js';
