import type { Concerned } from './concerned.js';
import { type AskedPerson, asksOwner, type DutyBook, whoIsAsked } from './duty-book.js';
import { LAST_RESORT, type Policy } from './policy.js';
import { quietUntil } from './quiet-hours.js';

const MINUTE_MS = 60_000;

/** A question to a department, as far as time is concerned. */
export interface RunningAsk {
  departmentId: string | null;
  state: 'open' | 'acknowledged' | 'confirming';
  level: number;
  /** What fires next: the round, from 1; the step and which asking of the step, from 0. */
  round: number;
  step: number;
  repetition: number;
  /** From this round on the chain is louder: the crisis lead is asked as well. */
  loudFrom: number;
  snoozed: boolean;
  /** Stakeholders who speak in it, the most salient first. */
  concerned?: readonly Concerned[];
}

export interface Place {
  round: number;
  step: number;
  repetition: number;
}

/**
 * What is due for a question. `ask`: the step fires. `wait`: nobody is disturbed before `nextAt`. `wake`: a snooze is
 * over. `lapse`: whoever had it did not decide in time; the chain goes round again, louder.
 */
export type NextMove =
  | {
      kind: 'ask';
      fired: Place;
      people: AskedPerson[];
      /** 0 in the first round, 1 once the chain has run out, and one more each time. */
      loudness: number;
      next: Place;
      nextAt: Date;
      /** This was the last of the chain: it starts again at the top. */
      exhausted: boolean;
      /** The step asks the owner of a stakeholder and there was none who could be asked. */
      noOwner: boolean;
    }
  | { kind: 'wait'; nextAt: Date }
  | { kind: 'wake'; nextAt: Date }
  | { kind: 'lapse'; next: Place; loudFrom: number; nextAt: Date };

/** How loud a round is. */
export function loudnessOf(round: number, loudFrom: number): number {
  return Math.max(0, round - loudFrom + 1);
}

/**
 * The move of a question that is due. It always leaves a later time at which it is due again, so nothing falls silent;
 * a late step is asked once, now, of whoever is on call now, and the next one waits its whole delay from then.
 */
export function nextMove(
  ask: RunningAsk,
  policy: Pick<Policy, 'steps' | 'decideMinutes'> | null,
  book: DutyBook,
  now: Date,
): NextMove {
  const { steps, decideMinutes } = policy && policy.steps.length > 0 ? policy : LAST_RESORT;
  if (ask.state === 'acknowledged') {
    if (ask.snoozed) return { kind: 'wake', nextAt: after(now, decideMinutes) };
    const round = ask.round + 1;
    return {
      kind: 'lapse',
      next: { round, step: 0, repetition: 0 },
      loudFrom: Math.min(ask.loudFrom, round),
      nextAt: now,
    };
  }
  const quiet = quietOf(book, ask, now);
  if (quiet) return { kind: 'wait', nextAt: quiet };
  // The policy may have become shorter since: what is beyond its end is the end.
  const index = Math.min(ask.step, steps.length - 1);
  const step = steps[index] ?? LAST_RESORT.steps[0];
  if (!step) throw new Error('a chain has no step');
  const loudness = loudnessOf(ask.round, ask.loudFrom);
  const people = whoIsAsked(book, step.targets, {
    departmentId: ask.departmentId,
    moment: now,
    louder: loudness > 0,
    concerned: ask.concerned ?? [],
  });
  const again = ask.repetition < step.repeat;
  const last = !again && index === steps.length - 1;
  return {
    kind: 'ask',
    fired: { round: ask.round, step: ask.step, repetition: ask.repetition },
    people,
    loudness,
    next: again
      ? { round: ask.round, step: ask.step, repetition: ask.repetition + 1 }
      : last
        ? { round: ask.round + 1, step: 0, repetition: 0 }
        : { round: ask.round, step: index + 1, repetition: 0 },
    nextAt: after(now, step.delayMinutes),
    exhausted: last,
    noOwner: asksOwner(step.targets) && !people.some(({ because }) => because === 'stakeholder_owner'),
  };
}

/** As in the book of duty: many questions, one moment, few departments and levels. */
const quietTimes = new WeakMap<DutyBook, Map<string, Date | null>>();

function quietOf(book: DutyBook, ask: RunningAsk, now: Date): Date | null {
  const duty = ask.departmentId === null ? undefined : book.departments.get(ask.departmentId);
  if (!duty) return null;
  const known = quietTimes.get(book) ?? new Map<string, Date | null>();
  quietTimes.set(book, known);
  const key = `${duty.departmentId} ${ask.level} ${now.getTime()}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const quiet = quietUntil(duty, ask.level, now);
  known.set(key, quiet);
  return quiet;
}

/** At least a minute: a delay of nothing would ask without end. */
function after(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + Math.max(1, minutes) * MINUTE_MS);
}
