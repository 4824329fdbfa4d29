import { AnswerRequestMention } from './answer-request-mention.entity.js';
import { AnswerRequestWatch } from './answer-request-watch.entity.js';
import { AnswerRequest } from './answer-request.entity.js';
import { RequestSettingsRow } from './request-settings.entity.js';

export const REQUESTS_ENTITIES = [
  AnswerRequest,
  AnswerRequestMention,
  AnswerRequestWatch,
  RequestSettingsRow,
];
