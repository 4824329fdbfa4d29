import { describe, expect, it } from '@jest/globals';
import { type Inject, scenarioSchema } from '#contract/drills';
import { emptyScenario, inOrder, newInject, newReaction } from './scenario-draft.js';

describe('the draft of a scenario', () => {
  it('is sound from its beginning, and with each inject that is added', () => {
    const draft = emptyScenario('New', 'A post');
    const more = { ...draft, injects: [...draft.injects, newInject(draft.injects, 'Another')] };
    expect(scenarioSchema.safeParse(draft).success).toBe(true);
    expect(scenarioSchema.safeParse(more).success).toBe(true);
    expect(newInject(more.injects.slice(1)).key).toBe('inject_3');
  });

  it('keeps its injects in order, and lets go of what would hang on a later one', () => {
    const first: Inject = { ...newInject([], 'one'), expected: [newReaction('incident')] };
    const second: Inject = {
      ...newInject([first], 'two'),
      replyTo: first.key,
      branch: { inject: first.key, reaction: 'incident', when: 'done' },
    };
    expect(inOrder([first, second])).toEqual([first, second]);
    const late = { ...first, atSeconds: 9000 };
    expect(inOrder([late, second])).toEqual([{ ...second, replyTo: null, branch: null }, late]);
    expect(inOrder([{ ...first, expected: [] }, second])[1]).toMatchObject({ branch: null });
  });
});
