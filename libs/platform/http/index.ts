export * from './access.guard.js';
export * from './actor.js';
export * from './endpoint.decorator.js';
export * from './openapi.js';
export * from './problem.filter.js';
export * from './response.interceptor.js';
export * from './receive-file.js';
