export * from './cell.js';
export * from './records.js';
