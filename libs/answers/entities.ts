import { AnswerApproval } from './answer-approval.entity.js';
import { AnswerVariant } from './answer-variant.entity.js';
import { AnswerVersionRow } from './answer-version.entity.js';
import { Answer } from './answer.entity.js';

export const ANSWERS_ENTITIES = [Answer, AnswerVersionRow, AnswerVariant, AnswerApproval];
