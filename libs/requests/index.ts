export * from './asking-mentions.module.js';
export { AnswerAllService, proposedValues } from './answer-all.service.js';
export { AskService } from './ask.service.js';
export { DecideService } from './decide.service.js';
export * from './entities.js';
export { type OverdueRequest, overdueRequests, REQUEST_SUBJECT } from './overdue-requests.js';
export { RequestReader } from './reader.service.js';
export { RequestsWorker } from './requests-worker.js';
export * from './requests.module.js';
