import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delayScore, measure, type MeasuredCriterion, overallScore } from './criteria.js';
import { plainFacts, plainInject, plainScenario } from './drills.fixture.js';
import type { DrillFacts } from './facts.js';
import { outcomesOf } from './outcomes.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const scenario = plainScenario([
  plainInject('question', 60, { expected: [{ kind: 'reply', withinSeconds: 600, answer: 'Where is it?' }] }),
  plainInject('troll', 120, { expected: [{ kind: 'no_reply', withinSeconds: 600 }] }),
  plainInject('burn', 180, {
    expected: [
      { kind: 'escalate', withinSeconds: 600, department: 'legal' },
      { kind: 'incident', withinSeconds: 900 },
      { kind: 'holding_statement', withinSeconds: 1200 },
      { kind: 'level', withinSeconds: 300, level: 2 },
    ],
  }),
]);
const posted: DrillFacts['posted'] = [
  { inject: 'question', at: MINUTE, mentionId: '11' },
  { inject: 'troll', at: 2 * MINUTE, mentionId: '12' },
  { inject: 'burn', at: 3 * MINUTE, mentionId: '13' },
];
const answers = { 'Where is it?': '7' };
const reply = (inject: string, at: number, answerId = '7', holding = false) => ({
  ...{ inject, mentionId: '11', answerId, holding, messages: holding ? 0 : 2, at },
});

const facts = plainFacts({
  posted,
  acts: [{ subject: { type: 'mention', id: '11' }, at: 4 * MINUTE }],
  replies: [reply('question', 5 * MINUTE), reply('burn', 40 * MINUTE, '9', true)],
  posts: [],
  noReplies: [{ inject: 'troll', mentionId: '12', at: 6 * MINUTE }],
  escalations: [
    {
      id: '3',
      injects: ['burn'],
      departments: ['legal', 'pr'],
      at: 5 * MINUTE,
      openedAt: 5 * MINUTE,
      acknowledgedAt: 7 * MINUTE,
    },
  ],
  incidents: [{ id: '4', injects: ['burn'], at: 10 * MINUTE }],
  levels: [{ topicId: '5', injects: ['burn'], level: 2, at: 4 * MINUTE, before: false }],
});
const statesOf = (given: DrillFacts, elapsed = HOUR) =>
  Object.fromEntries(
    outcomesOf(scenario, answers, given, elapsed).map(({ inject, kind, state }) => [
      `${inject} ${kind}`,
      state,
    ]),
  );
const measured = (given: DrillFacts, criterion: MeasuredCriterion, over = true, elapsed = HOUR) =>
  measure(scenario, outcomesOf(scenario, answers, given, elapsed), given, { elapsedMs: elapsed, over }).find(
    (one) => one.criterion === criterion,
  );

describe('what became of the expected reactions', () => {
  it('is told one by one', () => {
    expect(statesOf(facts)).toEqual({
      'question reply': 'done',
      'troll no_reply': 'done',
      'burn escalate': 'done',
      'burn incident': 'done',
      'burn holding_statement': 'late',
      'burn level': 'done',
    });
  });

  it('is pending until it is due, then missing', () => {
    expect(statesOf(plainFacts({ posted }), 5 * MINUTE)).toMatchObject({ 'question reply': 'pending' });
    expect(statesOf(plainFacts({ posted }))).toMatchObject({ 'question reply': 'missing' });
    expect(statesOf(plainFacts())).toEqual({});
  });

  it('is wrong where other words were picked, or words where silence was right', () => {
    const wrong = { ...facts, replies: [reply('question', MINUTE, '8'), reply('troll', MINUTE, '7')] };
    expect(statesOf(wrong)).toMatchObject({ 'question reply': 'wrong', 'troll no_reply': 'wrong' });
    // Corrected afterwards by the right answer: what counts is that one.
    const corrected = { ...facts, replies: [reply('question', MINUTE, '8'), reply('question', HOUR, '7')] };
    expect(statesOf(corrected)).toMatchObject({ 'question reply': 'late' });
  });

  it('takes any approved answer where the library lacks the one that is named', () => {
    const other = { ...facts, replies: [reply('question', 2 * MINUTE, '8')] };
    const outcomes = outcomesOf(scenario, { 'Where is it?': null }, other, HOUR);
    expect(outcomes.find(({ kind }) => kind === 'reply')).toMatchObject({ state: 'done' });
  });

  it('wants the department that has to know', () => {
    const elsewhere = { ...facts, escalations: [{ ...facts.escalations[0]!, departments: ['pr'] }] };
    expect(statesOf(elsewhere)).toMatchObject({ 'burn escalate': 'missing' });
  });

  it('takes a holding statement wherever the public could read it first: in a post of its own, or under a mention', () => {
    const posted = { ...facts, posts: [{ incidentId: '4', at: 10 * MINUTE }] };
    const [found] = outcomesOf(scenario, answers, posted, HOUR).filter(
      ({ kind }) => kind === 'holding_statement',
    );
    expect(found).toMatchObject({ state: 'done', subject: { type: 'incident', id: '4' } });
    expect(measured(posted, 'holding_statement')!.value).toBeLessThan(
      measured(facts, 'holding_statement')!.value!,
    );
  });

  it('cannot be seen of a level that stood there before', () => {
    const before = { ...facts, levels: [{ ...facts.levels[0]!, at: 0, before: true }] };
    expect(statesOf(before)).toMatchObject({ 'burn level': 'not_measured' });
    expect(measured(before, 'level')).toMatchObject({ score: null });
  });
});

describe('the evaluation grid', () => {
  it('measures delays from the first inject that asks for something', () => {
    expect(measured(facts, 'detection')).toMatchObject({ value: 180, target: 300, score: 100 });
    // 39 minutes for a target of 30: 15 % of what is left until it is hopeless.
    expect(measured(facts, 'holding_statement')).toMatchObject({ value: 2340, score: 85 });
    expect(measured(plainFacts({ posted }), 'detection')).toMatchObject({ value: null, score: 0 });
    expect(measured(plainFacts({ posted }), 'detection', false)).toMatchObject({ score: null });
    // It ended before anything was due.
    expect(measured(plainFacts({ posted }), 'detection', true, 4 * MINUTE)).toMatchObject({ score: null });
    expect(measured(plainFacts(), 'detection')).toMatchObject({ value: null, score: null });
  });

  it('takes off half for each step of the level, up or down', () => {
    const at = (level: number) =>
      measured({ ...facts, levels: [{ ...facts.levels[0]!, level }] }, 'level')?.score;
    expect([1, 2, 3, 4].map(at)).toEqual([50, 100, 50, 0]);
    expect(measured({ ...facts, levels: [] }, 'level')).toMatchObject({ value: 0, score: 0 });
  });

  it('counts shares, and opens what it counts with what went wrong first', () => {
    const wrong = { ...facts, replies: [reply('question', MINUTE, '8')] };
    expect(measured(facts, 'right_answer')).toMatchObject({ value: 1, of: 1 });
    expect(measured(wrong, 'right_answer')).toMatchObject({
      ...{ value: 0, of: 1, score: 0 },
      opens: [{ type: 'mention', id: '11' }],
    });
    expect(measured(wrong, 'replies')).toMatchObject({ value: 0.5, of: 2, score: 50 });
    expect(measured(facts, 'in_time')).toMatchObject({ value: 5 / 6, of: 6, score: 83 });
    expect(measured(facts, 'acknowledged')).toMatchObject({ value: 1, of: 1 });
    expect(measured(facts, 'messages')).toMatchObject({ value: 0.5, of: 2 });
    expect(measured(plainFacts({ posted }), 'acknowledged')).toMatchObject({ value: null, score: null });
  });

  it('leaves out what no scenario asks for', () => {
    const silent = plainScenario(scenario.injects, { holdingStatementSeconds: null });
    expect(
      measure(silent, [], facts, { elapsedMs: HOUR, over: true }).map(({ criterion }) => criterion),
    ).not.toContain('holding_statement');
  });

  it('scores a delay between 0 and 100, and never better for being later', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 10, max: 86_400 }), (a, b, target) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
        expect(delayScore(sooner, target)).toBeGreaterThanOrEqual(delayScore(later, target));
        expect(delayScore(later, target)).toBeGreaterThanOrEqual(0);
        expect(delayScore(target, target)).toBe(100);
        expect(delayScore(3 * target, target)).toBe(0);
      }),
    );
  });

  it('takes the mean of what has a score, each observed criterion by the mean of its observers', () => {
    expect(overallScore([], [])).toBeNull();
    expect(overallScore([{ score: 100 }, { score: null }], [])).toBe(100);
    expect(
      overallScore(
        [{ score: 100 }],
        [
          { criterion: 'tone', score: 20 },
          { criterion: 'tone', score: 40 },
          { criterion: 'roles', score: 50 },
        ],
      ),
    ).toBe(60);
  });
});
