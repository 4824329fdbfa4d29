import { AnswerApproval } from './answer-approval.entity.js';
import { AnswerChangeRequest } from './answer-change-request.entity.js';
import { AnswerReminder } from './answer-reminder.entity.js';
import { AnswerVariant } from './answer-variant.entity.js';
import { AnswerVersionRow } from './answer-version.entity.js';
import { Answer } from './answer.entity.js';
import { LibraryImportRow } from './library-import.entity.js';
import { LibrarySettingsRow } from './library-settings.entity.js';
import { SuggestionCorrectionRow } from './suggestion-correction.entity.js';

export const ANSWERS_ENTITIES = [
  Answer,
  AnswerVersionRow,
  AnswerVariant,
  AnswerApproval,
  AnswerChangeRequest,
  AnswerReminder,
  LibrarySettingsRow,
  LibraryImportRow,
  SuggestionCorrectionRow,
];
