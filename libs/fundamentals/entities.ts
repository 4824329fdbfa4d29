import { LessonAnswerRow } from './lesson-answer.entity.js';
import { LessonProgressRow } from './lesson-progress.entity.js';

export const FUNDAMENTALS_ENTITIES = [LessonAnswerRow, LessonProgressRow];
