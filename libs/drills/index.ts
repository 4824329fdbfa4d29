export { CloseCaused } from './close-caused.job.js';
export { ConductService } from './conduct.service.js';
export { DebriefService } from './debrief.service.js';
export { DrillPlayer } from './drill-player.js';
export * from './drills-worker.js';
export * from './drills.module.js';
export * from './entities.js';
export { DrillReader } from './reader.service.js';
export { ScenariosService } from './scenarios.service.js';
