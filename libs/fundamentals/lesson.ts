import type { Permission } from '#platform/contract';

/** The training path, in the order in which it is offered. */
export const LESSON_KEYS = [
  'stakeholders',
  'key-messages',
  'using-answers',
  'when-not-to-answer',
  'escalating',
  'first-hour',
  'facilitating',
] as const;
export type LessonKey = (typeof LESSON_KEYS)[number];

type Localised = Readonly<Record<'fr' | 'en', string>>;

/** A short text, questions to check oneself, and an exercise in the real screens. */
export interface Lesson {
  key: LessonKey;
  title: Localised;
  summary: Localised;
  /** To read it and answer its questions; the exercise comes on top. */
  minutes: number;
  parts: readonly LessonPart[];
  sources: readonly { text: string; url: string | null }[];
  questions: readonly Question[];
  exercise: Exercise;
}

export interface LessonPart {
  title: Localised;
  text: Localised;
  points?: readonly Localised[];
}

export interface Question {
  key: string;
  text: Localised;
  /** Exactly one is right; each says why it is or is not. */
  options: readonly { key: string; text: Localised; right: boolean; why: Localised }[];
}

export interface Exercise {
  /** Without this right the exercise cannot be done, and is not asked for. */
  permission: Permission;
  task: Localised;
  steps: readonly Localised[];
  /** Address in the console where it begins. */
  path: string;
}
