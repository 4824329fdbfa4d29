import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { permissionsOf } from '#platform/contract';
import { type Act, findExercise, isExercise } from './evidence.js';
import { LESSON_KEYS } from './lesson.js';
import { lessonOf, LESSONS } from './lessons.js';
import { NEED_DAYS, NEED_KINDS, NEEDS, type Sign, suggestionsFor } from './needs.js';
import { pathCompletedAt, standingOf } from './progress.js';

const MANAGER = permissionsOf(['community_manager']);
const EXECUTIVE = permissionsOf(['executive']);
const day = (number: number) => new Date(Date.UTC(2026, 10, number));

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Every text of a lesson in one language. */
function textsOf(value: unknown, language: 'fr' | 'en'): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, language));
  if (typeof value !== 'object' || value === null) return [];
  if ('fr' in value && 'en' in value) return [(value as Record<'fr' | 'en', string>)[language]];
  return Object.values(value).flatMap((one) => textsOf(one, language));
}

describe('the lessons', () => {
  it('are the seven of the path, in its order', () => {
    expect(LESSONS.map(({ key }) => key)).toEqual([...LESSON_KEYS]);
  });

  it.each(LESSONS)('$key is short in both languages and names its sources', (lesson) => {
    for (const language of ['fr', 'en'] as const) {
      const text = textsOf(lesson.parts, language).join(' ');
      expect(wordsOf(text)).toBeGreaterThanOrEqual(200);
      expect(wordsOf(text)).toBeLessThanOrEqual(350);
      for (const each of textsOf(lesson, language)) {
        expect(each.trim()).not.toBe('');
        // Typographic apostrophes and quotation marks.
        expect(each).not.toMatch(/['"]/);
      }
    }
    for (const each of textsOf(lesson, 'fr')) {
      expect(each).not.toMatch(/[^\s!][;:!?»]|«\S/u);
    }
    expect(lesson.sources.length).toBeGreaterThan(0);
  });

  it.each(LESSONS)('$key asks two or three questions with one right answer and reasons for all', (lesson) => {
    expect([2, 3]).toContain(lesson.questions.length);
    expect(new Set(lesson.questions.map(({ key }) => key)).size).toBe(lesson.questions.length);
    for (const { options } of lesson.questions) {
      expect(options.filter(({ right }) => right)).toHaveLength(1);
      expect(new Set(options.map(({ key }) => key)).size).toBe(options.length);
    }
  });

  it('do not always have the right answer in the same place', () => {
    const places = LESSONS.flatMap(({ questions }) =>
      questions.map(({ options }) => options.findIndex(({ right }) => right)),
    );
    expect(new Set(places).size).toBeGreaterThan(1);
  });
});

describe('an exercise', () => {
  const act = (given: object) => ({ at: day(2), path: '/x', ...given }) as Act;

  it.each([
    ['stakeholders', { kind: 'taken', authorKind: 'press' }, true],
    ['stakeholders', { kind: 'taken', authorKind: 'official' }, true],
    ['stakeholders', { kind: 'taken', authorKind: 'person' }, false],
    ['stakeholders', { kind: 'taken', authorKind: null }, false],
    ['when-not-to-answer', { kind: 'no_reply', intent: 'troll', reason: 'troll' }, true],
    ['when-not-to-answer', { kind: 'no_reply', intent: 'unhappy_customer', reason: 'troll' }, false],
    ['when-not-to-answer', { kind: 'no_reply', intent: 'troll', reason: null }, false],
    ['using-answers', { kind: 'reply', carriesMessage: false }, true],
    ['key-messages', { kind: 'reply', carriesMessage: false }, false],
    ['key-messages', { kind: 'reply', carriesMessage: true }, true],
    ['escalating', { kind: 'escalation', question: 'x'.repeat(40), departments: 1 }, true],
    ['escalating', { kind: 'escalation', question: ' '.repeat(60), departments: 1 }, false],
    ['escalating', { kind: 'escalation', question: 'x'.repeat(40), departments: 0 }, false],
    ['first-hour', { kind: 'report' }, true],
    ['facilitating', { kind: 'workshop', sponsor: 'Élise', stake: 'Trust' }, true],
    ['facilitating', { kind: 'workshop', sponsor: 'Élise', stake: ' ' }, false],
    ['facilitating', { kind: 'report' }, false],
  ] as const)('of %s is done by %j: %s', (lesson, given, done) => {
    expect(isExercise(lesson, act(given))).toBe(done);
  });

  it('is the first fitting act since the lesson was begun, in whatever order acts are read', () => {
    const acts = fc.array(
      fc.record({
        at: fc.integer({ min: 1, max: 20 }).map(day),
        authorKind: fc.constantFrom('press', 'official', 'person', null),
      }),
    );
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 20 }).map(day), (given, begunAt) => {
        const all = given.map((one) => act({ kind: 'taken', ...one }));
        const found = findExercise('stakeholders', begunAt, all);
        const fitting = all.filter((one) => one.at >= begunAt && isExercise('stakeholders', one));
        if (found === null) expect(fitting).toEqual([]);
        else {
          expect(fitting).toContain(found);
          expect(Math.min(...fitting.map(({ at }) => at.getTime()))).toBe(found.at.getTime());
        }
        expect(findExercise('stakeholders', begunAt, all.toReversed())?.at).toEqual(found?.at);
      }),
    );
  });
});

describe('where somebody stands', () => {
  const lesson = lessonOf('when-not-to-answer');
  const allRight = new Map(lesson.questions.map(({ key }, index) => [key, day(3 + index)]));
  const record = { begunAt: day(1), rightAt: allRight, exerciseDoneAt: day(9) };

  it('is complete with every question and the exercise, at the time of the last of them', () => {
    expect(standingOf(lesson, record, MANAGER)).toMatchObject({ state: 'completed', completedAt: day(9) });
    expect(standingOf(lesson, { ...record, exerciseDoneAt: null }, MANAGER)).toMatchObject({
      ...{ state: 'begun', completedAt: null, right: lesson.questions.length, exerciseAsked: true },
    });
  });
  it('needs no exercise of those who have not the right to do it', () => {
    expect(standingOf(lesson, { ...record, exerciseDoneAt: null }, EXECUTIVE)).toMatchObject({
      ...{ state: 'completed', completedAt: day(4), exerciseAsked: false },
    });
  });
  it('does not count answers to questions that the lesson does not ask any more', () => {
    const rightAt = new Map([...allRight].slice(1).concat([['of-old', day(2)]]));
    expect(standingOf(lesson, { ...record, rightAt }, MANAGER).state).toBe('begun');
  });
  it('begins untouched', () => {
    const nothing = { begunAt: null, rightAt: new Map<string, Date>(), exerciseDoneAt: null };
    expect(standingOf(lesson, nothing, MANAGER)).toMatchObject({ state: 'untouched', right: 0 });
  });
  it('is the end of the path only when nothing is missing', () => {
    expect(pathCompletedAt([{ completedAt: day(2) }, { completedAt: null }])).toBeNull();
    expect(pathCompletedAt([{ completedAt: day(2) }, { completedAt: day(1) }])).toEqual(day(2));
    expect(pathCompletedAt([])).toBeNull();
  });
});

describe('a lesson is suggested', () => {
  const now = day(28);
  const sign = (kind: Sign['kind'], given: Partial<Sign> = {}): Sign => ({
    ...{ kind, realm: 'live', at: day(20), path: '/inbox/1' },
    ...given,
  });

  it('from as many signs on as its need asks for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NEED_KINDS), fc.integer({ min: 0, max: 30 }), (kind, count) => {
        const { lesson, from } = NEEDS[kind];
        const given = suggestionsFor(lesson, null, Array<Sign>(count).fill(sign(kind)), now);
        expect(given.map((one) => one.count)).toEqual(count >= from ? [count] : []);
        for (const other of LESSON_KEYS)
          if (other !== lesson)
            expect(suggestionsFor(other, null, [sign(kind), sign(kind)], now)).toEqual([]);
      }),
    );
  });
  it('never by adding up the training network and real ones', () => {
    const mixed = [sign('ask_missed'), sign('ask_missed', { realm: 'training' })];
    expect(suggestionsFor('escalating', null, mixed, now)).toEqual([]);
    const both = suggestionsFor('escalating', null, [...mixed, ...mixed], now);
    expect(both.map(({ realm, count }) => [realm, count])).toEqual([
      ['live', 2],
      ['training', 2],
    ]);
  });
  it('only by what happened since it was completed, and lately', () => {
    const signs = [sign('reply_refused')];
    expect(suggestionsFor('using-answers', day(19), signs, now)).toHaveLength(1);
    expect(suggestionsFor('using-answers', day(21), signs, now)).toEqual([]);
    const later = new Date(day(20).getTime() + (NEED_DAYS + 1) * 86_400_000);
    expect(suggestionsFor('using-answers', null, signs, later)).toEqual([]);
  });
});
