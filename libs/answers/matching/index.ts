export * from './answer-matcher.js';
export * from './confidence.js';
export * from './confidence-numbers.js';
export type { Rejection } from './rejection-memory.js';
