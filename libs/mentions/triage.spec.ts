import { describe, expect, it } from '@jest/globals';
import { DECISION_ACTIONS, MENTION_STATES, type MentionState } from '#contract/mentions';
import { type DecisionAction, triage, UNDO_MS, undoRefusal } from './triage.js';

const camille = '1';
const decide = (
  state: MentionState,
  action: DecisionAction,
  assigneeId: string | null = null,
  given?: string,
) => triage({ state, assigneeId }, action, { personId: camille, assigneeId: given });

describe('triage', () => {
  it.each(DECISION_ACTIONS)('never moves a mention that has its reply: %s', (action) => {
    expect(decide('answered', action, null, '2')).toMatchObject({
      ok: false,
      code: 'mention-already-answered',
    });
  });

  it('never makes a mention answered: only a published reply does', () => {
    for (const state of MENTION_STATES) {
      for (const action of DECISION_ACTIONS) {
        const step = decide(state, action, '3', '2');
        if (step.ok) expect(step.to.state).not.toBe('answered');
      }
    }
  });

  it('assigns to oneself and starts when one takes a mention, also from a colleague', () => {
    expect(decide('new', 'take')).toEqual({ ok: true, to: { state: 'in_progress', assigneeId: camille } });
    expect(decide('in_progress', 'take', '2')).toEqual({
      ok: true,
      to: { state: 'in_progress', assigneeId: camille },
    });
  });

  it('puts a mention that nobody is at any more back to new', () => {
    expect(decide('in_progress', 'unassign', '2')).toEqual({
      ok: true,
      to: { state: 'new', assigneeId: null },
    });
    expect(decide('escalated', 'unassign', '2')).toEqual({
      ok: true,
      to: { state: 'escalated', assigneeId: null },
    });
  });

  it('leaves the state alone when it assigns', () => {
    expect(decide('escalated', 'assign', null, '2')).toEqual({
      ok: true,
      to: { state: 'escalated', assigneeId: '2' },
    });
  });

  it('reopens what was decided, and nothing else', () => {
    expect(decide('no_reply', 'reopen', '2')).toEqual({ ok: true, to: { state: 'new', assigneeId: null } });
    expect(decide('escalated', 'reopen', '2')).toEqual({ ok: true, to: { state: 'new', assigneeId: null } });
    expect(decide('new', 'reopen')).toMatchObject({ ok: false, code: 'transition-not-allowed' });
  });

  it('refuses what would change nothing', () => {
    expect(decide('in_progress', 'take', camille)).toMatchObject({
      ok: false,
      code: 'transition-not-allowed',
    });
    expect(decide('new', 'assign', '2', '2')).toMatchObject({ ok: false, code: 'transition-not-allowed' });
    expect(decide('no_reply', 'no_reply')).toMatchObject({ ok: false, code: 'transition-not-allowed' });
  });
});

describe('undo', () => {
  const at = new Date('2026-03-01T10:00:00Z');
  const decision = { personId: camille, at, undoneAt: null, versionAfter: 4 };
  const asked = { personId: camille, mentionVersion: 4, now: new Date(at.getTime() + UNDO_MS) };

  it.each([
    ['allows one’s own last decision within ten minutes', decision, asked, null],
    ['refuses what does not exist', undefined, asked, 'decision-not-found'],
    ['refuses a colleague’s', { ...decision, personId: '2' }, asked, 'not-your-decision'],
    ['refuses a second time', { ...decision, undoneAt: at }, asked, 'already-undone'],
    [
      'refuses after ten minutes',
      decision,
      { ...asked, now: new Date(at.getTime() + UNDO_MS + 1) },
      'too-late',
    ],
    [
      'refuses when something happened since',
      decision,
      { ...asked, mentionVersion: 5 },
      'mention-changed-meanwhile',
    ],
  ])('%s', (_, given, request, refusal) => {
    expect(undoRefusal(given, request)).toBe(refusal);
  });
});
