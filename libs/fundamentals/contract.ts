import { z } from 'zod';
import { endpoint, idSchema, instantSchema, realmSchema } from '#platform/contract';
import { LESSON_KEYS, NEED_KINDS, LESSON_STATES } from './rules.js';

const learning = { anyOf: ['training.read'] } as const;
const lessonParams = z.object({ lesson: z.enum(LESSON_KEYS) });

export const lessonProgressSchema = z
  .object({
    lesson: z.enum(LESSON_KEYS),
    state: z.enum(LESSON_STATES),
    begunAt: instantSchema.nullable(),
    completedAt: instantSchema.nullable(),
    /** The last answer given to each question. */
    answers: z.array(
      z.object({
        question: z.string(),
        option: z.string(),
        right: z.boolean(),
        attempts: z.number().int(),
        /** When it was first answered right, whatever was answered since. */
        rightAt: instantSchema.nullable(),
      }),
    ),
    exercise: z.object({
      /** False: this person’s roles do not let them do it, so it is not asked for. */
      asked: z.boolean(),
      doneAt: instantSchema.nullable(),
      path: z.string().nullable().describe('Address in the console of what shows it'),
    }),
    suggested: z
      .array(
        z.object({
          kind: z.enum(NEED_KINDS),
          realm: realmSchema,
          count: z.number().int(),
          signs: z.array(z.object({ at: instantSchema, path: z.string() })),
        }),
      )
      .describe('What was counted that speaks for this lesson; empty when nothing does'),
  })
  .meta({ id: 'LessonProgress' });
export type LessonProgress = z.infer<typeof lessonProgressSchema>;

export const listLessons = endpoint({
  method: 'GET',
  path: '/api/fundamentals/lessons',
  summary: 'How far one is in every lesson, which are suggested and why',
  tag: 'fundamentals',
  access: learning,
  response: z.object({
    items: z.array(lessonProgressSchema),
    /** When the last of them was completed; null while one is missing. */
    completedAt: instantSchema.nullable(),
  }),
});

export const readLesson = endpoint({
  method: 'GET',
  path: '/api/fundamentals/lessons/{lesson}',
  summary: 'How far one is in a lesson; its exercise is looked for in what one did since',
  tag: 'fundamentals',
  access: learning,
  params: lessonParams,
  response: lessonProgressSchema,
});

export const beginLesson = endpoint({
  method: 'POST',
  path: '/api/fundamentals/lessons/{lesson}/start',
  summary: 'Begin a lesson: from now on the exercise counts. Again changes nothing',
  tag: 'fundamentals',
  access: learning,
  params: lessonParams,
  response: lessonProgressSchema,
});

export const answerQuestion = endpoint({
  method: 'POST',
  path: '/api/fundamentals/lessons/{lesson}/answers',
  summary: 'Answer a question of a lesson that was begun, as often as one likes',
  tag: 'fundamentals',
  access: learning,
  params: lessonParams,
  body: z.object({ question: z.string().min(1).max(40), option: z.string().min(1).max(40) }),
  response: lessonProgressSchema,
  problems: ['lesson-not-begun', 'unknown-question', 'unknown-option'],
});

export const readTeam = endpoint({
  method: 'GET',
  path: '/api/fundamentals/team',
  summary: 'Which lessons everybody has begun and completed; neither answers nor suggestions',
  tag: 'fundamentals',
  access: { anyOf: ['training.follow'] },
  response: z.object({
    people: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        departmentIds: z.array(idSchema),
        completed: z.number().int(),
        lessons: z.array(
          z.object({
            lesson: z.enum(LESSON_KEYS),
            state: z.enum(LESSON_STATES),
            completedAt: instantSchema.nullable(),
          }),
        ),
      }),
    ),
  }),
});
