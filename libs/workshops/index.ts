export { BoardService } from './board.service.js';
export { ConductService } from './conduct.service.js';
export { ContributionsService } from './contributions.service.js';
export * from './entities.js';
export { HarvestService } from './harvest.service.js';
export { OwnMethodsService } from './own-methods.service.js';
export { SeatsService } from './seats.service.js';
export * from './workshops.module.js';
export { WorkshopsService } from './workshops.service.js';
