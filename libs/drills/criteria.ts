import type { Scenario } from './contract-scenario.js';
import { type DrillFacts, statementsOf, type Subject } from './facts.js';
import type { Outcome } from './outcomes.js';

/** What is measured by itself, in the order of the page. */
export const MEASURED = [
  'detection',
  'level',
  'holding_statement',
  'in_time',
  'right_answer',
  'replies',
  'acknowledged',
  'messages',
] as const;
export type MeasuredCriterion = (typeof MEASURED)[number];

/** What only people can judge, from 0 to 100. */
export const OBSERVED = ['roles', 'coordination', 'tone', 'record'] as const;
export type ObservedCriterion = (typeof OBSERVED)[number];

/** One figure of the evaluation; delays are seconds of the scenario, shares 0 to 1. */
export interface Measure {
  criterion: MeasuredCriterion;
  unit: 'seconds' | 'level' | 'share';
  value: number | null;
  target: number;
  /** 0 to 100; null: nothing to measure, or not over yet. */
  score: number | null;
  /** How many things a share is a share of. */
  of: number;
  /** What it counts; what went wrong comes first. */
  opens: Subject[];
}

/** A delay scores in full up to its target, and nothing from this many times the target. */
const HOPELESS = 3;

export function delayScore(seconds: number, target: number): number {
  const overdue = (seconds - target) / (target * (HOPELESS - 1));
  return Math.round(100 * Math.min(1, Math.max(0, 1 - overdue)));
}

/**
 * The measured part of the grid. `over`: what has not been done by now, and was due, is missing; what was not due when
 * the drill ended is left out.
 */
export function measure(
  scenario: Scenario,
  outcomes: readonly Outcome[],
  facts: DrillFacts,
  { elapsedMs, over }: { elapsedMs: number; over: boolean },
): Measure[] {
  const { targets } = scenario;
  const asking = new Set(
    scenario.injects.filter(({ expected }) => expected.length > 0).map(({ key }) => key),
  );
  const began = Math.min(...facts.posted.filter(({ inject }) => asking.has(inject)).map(({ at }) => at));
  const missed = (target: number) => over && elapsedMs - began >= target * 1000;
  const due = outcomes.filter(({ state }) => state !== 'pending' && state !== 'not_measured');
  const toAnswer = due.filter(({ kind }) => kind === 'reply' || kind === 'no_reply');
  const mentions = new Map(facts.posted.map(({ inject, mentionId }) => [inject, mentionId]));
  const replied = new Set(facts.replies.map(({ inject }) => inject));
  const picked = toAnswer.filter(({ kind, inject }) => kind === 'reply' && replied.has(inject));
  const subjectOf = ({ subject, inject }: Outcome): Subject[] => {
    const mentionId = mentions.get(inject);
    return subject ? [subject] : mentionId ? [{ type: 'mention', id: mentionId }] : [];
  };
  const shareOf = (
    criterion: MeasuredCriterion,
    found: readonly Outcome[],
    good: (one: Outcome) => boolean,
  ) =>
    share(
      criterion,
      found.map((one) => ({ good: good(one), opens: subjectOf(one) })),
    );
  const answered = (one: Outcome) => one.state === 'done' || one.state === 'late';
  return [
    delay('detection', earliest(facts.acts), began, targets.detectionSeconds, missed),
    level(scenario, facts, over),
    ...(targets.holdingStatementSeconds === null
      ? []
      : [
          delay(
            'holding_statement',
            earliest(statementsOf(facts).filter(({ at }) => at >= began)),
            began,
            targets.holdingStatementSeconds,
            missed,
          ),
        ]),
    shareOf('in_time', due, ({ state }) => state === 'done'),
    shareOf('right_answer', picked, answered),
    shareOf('replies', toAnswer, answered),
    share(
      'acknowledged',
      facts.escalations
        .filter(
          ({ openedAt, acknowledgedAt }) =>
            acknowledgedAt !== null || elapsedMs - openedAt > targets.acknowledgeSeconds * 1000,
        )
        .map(({ id, openedAt, acknowledgedAt }) => ({
          good: acknowledgedAt !== null && acknowledgedAt - openedAt <= targets.acknowledgeSeconds * 1000,
          opens: [{ type: 'escalation', id }],
        })),
    ),
    share(
      'messages',
      facts.replies.map(({ mentionId, messages }) => ({
        good: messages > 0,
        opens: [{ type: 'mention', id: mentionId }],
      })),
    ),
  ];
}

type Moment = { at: number; subject: Subject };

function earliest(moments: readonly Moment[]): Moment | null {
  return moments.reduce<Moment | null>((best, one) => (best === null || one.at < best.at ? one : best), null);
}

function delay(
  criterion: MeasuredCriterion,
  moment: Moment | null,
  began: number,
  target: number,
  missed: (target: number) => boolean,
): Measure {
  const value = moment && Number.isFinite(began) ? Math.max(0, Math.round((moment.at - began) / 1000)) : null;
  const missing = missed(target) ? 0 : null;
  return {
    criterion,
    unit: 'seconds',
    value,
    target,
    score: value === null ? missing : delayScore(value, target),
    of: moment ? 1 : 0,
    opens: moment ? [moment.subject] : [],
  };
}

/** Too low is not seen; too high frightens: a step either way costs half. */
function level({ targets }: Scenario, { levels, posted }: DrillFacts, over: boolean): Measure {
  const blind = levels.some(({ before, level: stood }) => before && stood >= Math.max(1, targets.level));
  const reached = Math.max(0, ...levels.map((one) => one.level));
  const topics = [...new Set(levels.map(({ topicId }) => topicId))];
  return {
    criterion: 'level',
    unit: 'level',
    value: posted.length === 0 ? null : reached,
    target: targets.level,
    score:
      blind || !over || posted.length === 0
        ? null
        : Math.max(0, 100 - 50 * Math.abs(reached - targets.level)),
    of: topics.length,
    opens: topics.map((id) => ({ type: 'topic', id })),
  };
}

function share(criterion: MeasuredCriterion, found: readonly { good: boolean; opens: Subject[] }[]): Measure {
  const good = found.filter((one) => one.good).length;
  const value = found.length === 0 ? null : good / found.length;
  const inOrder = [...found.filter((one) => !one.good), ...found.filter((one) => one.good)];
  return {
    criterion,
    unit: 'share',
    value,
    target: 1,
    score: value === null ? null : Math.round(100 * value),
    of: found.length,
    opens: inOrder.flatMap(({ opens }) => opens),
  };
}

/** The mean of all criteria that have a score, observed ones by the mean of their observers; null without any. */
export function overallScore(
  measured: readonly Pick<Measure, 'score'>[],
  observed: readonly { criterion: ObservedCriterion; score: number }[],
): number | null {
  const means = OBSERVED.flatMap((criterion) => {
    const scores = observed.filter((one) => one.criterion === criterion).map(({ score }) => score);
    return scores.length === 0 ? [] : [mean(scores)];
  });
  const all = [...measured.flatMap(({ score }) => (score === null ? [] : [score])), ...means];
  return all.length === 0 ? null : Math.round(mean(all));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
