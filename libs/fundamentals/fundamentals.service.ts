import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Permission } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { conflict, invalidField } from '#platform/problem';
import type { LessonProgress } from './contract.js';
import type { Lesson, LessonKey } from './lesson.js';
import { lessonOf, LESSONS } from './lessons.js';
import { type Sign, suggestionsFor } from './needs.js';
import { pathCompletedAt, standingOf } from './progress.js';
import { readProgress, storeAnswer, storeBegun, type StoredProgress } from './progress-store.js';
import { noteExercises } from './read-acts.js';
import { readSigns } from './read-signs.js';

export interface Learner {
  personId: string;
  permissions: readonly Permission[];
}

/** One's own way through the lessons. */
@Injectable()
export class FundamentalsService {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    learner: Learner,
    now = new Date(),
  ): Promise<{ items: LessonProgress[]; completedAt: string | null }> {
    const items = await inTransaction(this.dataSource, ({ manager }) =>
      progressIn(manager, learner, LESSONS, now),
    );
    const completedAt = pathCompletedAt(
      items.map((item) => ({ completedAt: item.completedAt === null ? null : new Date(item.completedAt) })),
    );
    return { items, completedAt: completedAt?.toISOString() ?? null };
  }

  read(learner: Learner, key: LessonKey, now = new Date()): Promise<LessonProgress> {
    return inTransaction(this.dataSource, ({ manager }) => progressOf(manager, learner, key, now));
  }

  /** `at`: when, for a past that is told; otherwise the database's own time, to which deeds are compared. */
  begin(learner: Learner, key: LessonKey, at: Date | null = null): Promise<LessonProgress> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await storeBegun(manager, learner.personId, key, at);
      return progressOf(manager, learner, key, at ?? new Date());
    });
  }

  answer(
    learner: Learner,
    key: LessonKey,
    given: { question: string; option: string },
    at: Date | null = null,
  ): Promise<LessonProgress> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { right } = optionOf(lessonOf(key), given);
      if (!(await storeAnswer(manager, learner.personId, key, { ...given, right }, at)))
        throw conflict('lesson-not-begun', 'Begin the lesson first.');
      return progressOf(manager, learner, key, at ?? new Date());
    });
  }
}

function optionOf(lesson: Lesson, given: { question: string; option: string }) {
  const question = lesson.questions.find(({ key }) => key === given.question);
  if (!question) throw invalidField('question', 'unknown-question', 'is not a question of this lesson');
  const option = question.options.find(({ key }) => key === given.option);
  if (!option) throw invalidField('option', 'unknown-option', 'is not an answer to this question');
  return option;
}

async function progressOf(
  manager: EntityManager,
  learner: Learner,
  key: LessonKey,
  now: Date,
): Promise<LessonProgress> {
  const [progress] = await progressIn(manager, learner, [lessonOf(key)], now);
  if (!progress) throw new Error(`the lesson ${key} was not read`);
  return progress;
}

async function progressIn(
  manager: EntityManager,
  learner: Learner,
  lessons: readonly Lesson[],
  now: Date,
): Promise<LessonProgress[]> {
  await noteExercises(manager, [learner.personId]);
  const stored = await readProgress(manager, [learner.personId]);
  const signs = await readSigns(manager, learner.personId, now);
  return lessons.map((lesson) => viewOf(lesson, stored(learner.personId, lesson.key), learner, signs, now));
}

function viewOf(
  lesson: Lesson,
  stored: StoredProgress,
  { permissions }: Learner,
  signs: readonly Sign[],
  now: Date,
): LessonProgress {
  const { state, completedAt, exerciseAsked } = standingOf(lesson, stored, permissions);
  const answers = lesson.questions.flatMap(({ key, options }) => {
    const given = stored.answers.find(({ question }) => question === key);
    const option = options.find((one) => one.key === given?.option);
    if (!given || !option) return [];
    const { attempts, rightAt } = given;
    const right = option.right;
    return [{ question: key, option: option.key, right, attempts, rightAt: rightAt?.toISOString() ?? null }];
  });
  return {
    lesson: lesson.key,
    state,
    begunAt: stored.begunAt?.toISOString() ?? null,
    completedAt: completedAt?.toISOString() ?? null,
    answers,
    exercise: {
      asked: exerciseAsked,
      doneAt: stored.exerciseDoneAt?.toISOString() ?? null,
      path: stored.exercisePath,
    },
    suggested: suggestionsFor(lesson.key, completedAt, signs, now).map((suggestion) => ({
      ...suggestion,
      signs: suggestion.signs.map(({ at, path }) => ({ at: at.toISOString(), path })),
    })),
  };
}
