import type { Lesson, LessonKey } from './lesson.js';
import { ESCALATING } from './lessons/escalating.js';
import { FACILITATING } from './lessons/facilitating.js';
import { FIRST_HOUR } from './lessons/first-hour.js';
import { KEY_MESSAGES } from './lessons/key-messages.js';
import { STAKEHOLDERS } from './lessons/stakeholders.js';
import { USING_ANSWERS } from './lessons/using-answers.js';
import { WHEN_NOT_TO_ANSWER } from './lessons/when-not-to-answer.js';

/** The lessons that ship with the product, in the order of the path. */
export const LESSONS: readonly Lesson[] = [
  STAKEHOLDERS,
  KEY_MESSAGES,
  USING_ANSWERS,
  WHEN_NOT_TO_ANSWER,
  ESCALATING,
  FIRST_HOUR,
  FACILITATING,
];

const BY_KEY = new Map(LESSONS.map((lesson) => [lesson.key, lesson]));

export function lessonOf(key: LessonKey): Lesson {
  const lesson = BY_KEY.get(key);
  if (!lesson) throw new Error(`there is no lesson ${key}`);
  return lesson;
}
