import { describe, expect, it } from '@jest/globals';
import { READY_SCENARIOS } from '#rules/drills';
import { LESSON_KEYS, type LessonKey } from './lesson.js';
import { lessonsRehearsedBy, LINKS_OF_LESSON } from './rehearsed-by.js';

/** What a drill has to ask for to exercise a lesson. */
const ASKS: Partial<Record<LessonKey, readonly string[]>> = {
  'using-answers': ['reply'],
  'when-not-to-answer': ['no_reply'],
  escalating: ['escalate'],
  'first-hour': ['incident', 'holding_statement', 'level'],
};

describe('lessons and drills', () => {
  it('name each other: every ready scenario has a lesson, every lesson but one a scenario', () => {
    expect(Object.keys(LINKS_OF_LESSON)).toEqual([...LESSON_KEYS]);
    const keys = READY_SCENARIOS.map(({ key }) => key);
    for (const key of keys) expect(lessonsRehearsedBy(key)).not.toEqual([]);
    const named = LESSON_KEYS.map((key) => LINKS_OF_LESSON[key].scenario);
    expect(named.filter((key) => key === null)).toHaveLength(1);
    for (const key of named) if (key !== null) expect(keys).toContain(key);
  });

  it.each(Object.entries(ASKS))('the drill of %s asks for what the lesson teaches', (lesson, kinds) => {
    const { scenario } = LINKS_OF_LESSON[lesson as LessonKey];
    const ready = READY_SCENARIOS.find(({ key }) => key === scenario);
    const asked = ready?.scenario.injects.flatMap(({ expected }) => expected.map(({ kind }) => kind));
    for (const kind of kinds) expect(asked).toContain(kind);
  });
});
