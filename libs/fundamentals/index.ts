export * from './entities.js';
export * from './fundamentals.module.js';
export { FundamentalsService } from './fundamentals.service.js';
