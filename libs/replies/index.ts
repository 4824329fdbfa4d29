export * from './entities.js';
export * from './publisher-port.js';
