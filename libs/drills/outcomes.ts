import type { Inject, Reaction, ReactionKind, Scenario } from './contract-scenario.js';
import { type DrillFacts, statementsOf, type Subject } from './facts.js';

/**
 * `wrong`: something else was said, or something was said where silence was right. `not_measured`: the level stood there
 * before the drill began, so that nothing can be seen. `pending`: not done, and not due yet.
 */
export const OUTCOMES = ['done', 'late', 'wrong', 'missing', 'pending', 'not_measured'] as const;
export type OutcomeState = (typeof OUTCOMES)[number];

export interface Outcome {
  inject: string;
  kind: ReactionKind;
  /** Milliseconds of the scenario, like `doneAt`. */
  dueAt: number;
  doneAt: number | null;
  state: OutcomeState;
  /** What was done. */
  subject: Subject | null;
}

/** Ids of the answers that scenarios name by their question; null: the library has none, any approved answer will do. */
export type AnswersByQuestion = Readonly<Record<string, string | null>>;

/** What became of every reaction that is expected of an inject that came. */
export function outcomesOf(
  scenario: Scenario,
  answers: AnswersByQuestion,
  facts: DrillFacts,
  elapsedMs: number,
): Outcome[] {
  const posted = new Map(facts.posted.map(({ inject, at }) => [inject, at]));
  return scenario.injects.flatMap((inject) => {
    const at = posted.get(inject.key);
    return at === undefined
      ? []
      : inject.expected.map((reaction) => outcomeOf(inject, reaction, at, answers, facts, elapsedMs));
  });
}

type Done = { at: number; subject: Subject } | null;

function outcomeOf(
  { key }: Inject,
  reaction: Reaction,
  postedAt: number,
  answers: AnswersByQuestion,
  facts: DrillFacts,
  elapsedMs: number,
): Outcome {
  const { kind } = reaction;
  const dueAt = postedAt + reaction.withinSeconds * 1000;
  const outcome = (state: OutcomeState, done: Done): Outcome => ({
    inject: key,
    kind,
    dueAt,
    doneAt: done?.at ?? null,
    state,
    subject: done?.subject ?? null,
  });
  if (
    kind === 'level' &&
    facts.levels.some((one) => one.before && one.level >= reaction.level && has(one, key))
  )
    return outcome('not_measured', null);
  const wrong = wrongReply(key, reaction, answers, facts);
  const done = doneBy(key, reaction, postedAt, answers, facts);
  if (wrong && (kind === 'no_reply' || !done)) return { ...outcome('wrong', wrong), doneAt: null };
  if (done) return outcome(done.at <= dueAt ? 'done' : 'late', done);
  return outcome(elapsedMs >= dueAt ? 'missing' : 'pending', null);
}

/** When a reaction was first done, from the moment its inject came. */
function doneBy(
  key: string,
  reaction: Reaction,
  postedAt: number,
  answers: AnswersByQuestion,
  facts: DrillFacts,
): Done {
  switch (reaction.kind) {
    case 'reply':
      return first(
        facts.replies.filter(
          (reply) => reply.inject === key && isRight(reply.answerId, reaction.answer, answers),
        ),
        replySubject,
      );
    case 'no_reply':
      return first(
        facts.noReplies.filter(({ inject }) => inject === key),
        ({ mentionId }) => ({ type: 'mention', id: mentionId }),
      );
    case 'escalate':
      return first(
        facts.escalations.flatMap(({ at, ...one }) =>
          at !== null &&
          has(one, key) &&
          (reaction.department === null || one.departments.includes(reaction.department))
            ? [{ ...one, at }]
            : [],
        ),
        ({ id }) => ({ type: 'escalation', id }),
      );
    case 'incident':
      // An incident that was declared before this inject stands: there is nothing more to declare.
      return notBefore(
        postedAt,
        first(
          facts.incidents.filter((one) => has(one, key)),
          ({ id }) => ({ type: 'incident', id }),
        ),
      );
    case 'holding_statement':
      return first(
        statementsOf(facts).filter(({ at }) => at >= postedAt),
        ({ subject }) => subject,
      );
    case 'level':
      return notBefore(
        postedAt,
        first(
          facts.levels.filter((one) => one.level >= reaction.level && has(one, key)),
          ({ topicId }) => ({ type: 'topic', id: topicId }),
        ),
      );
  }
}

function wrongReply(
  key: string,
  reaction: Reaction,
  answers: AnswersByQuestion,
  { replies }: DrillFacts,
): Done {
  if (reaction.kind !== 'reply' && reaction.kind !== 'no_reply') return null;
  const wrong = replies.filter(
    ({ inject, answerId }) =>
      inject === key && (reaction.kind === 'no_reply' || !isRight(answerId, reaction.answer, answers)),
  );
  return first(wrong, replySubject);
}

function replySubject({ mentionId }: { mentionId: string }): Subject {
  return { type: 'mention', id: mentionId };
}

function isRight(answerId: string, question: string | null, answers: AnswersByQuestion): boolean {
  const expected = question === null ? null : (answers[question] ?? null);
  return expected === null || expected === answerId;
}

function has({ injects }: { injects: readonly string[] }, key: string): boolean {
  return injects.includes(key);
}

function first<T extends { at: number }>(found: readonly T[], subject: (one: T) => Subject): Done {
  const earliest = found.reduce<T | null>(
    (best, one) => (best === null || one.at < best.at ? one : best),
    null,
  );
  return earliest === null ? null : { at: earliest.at, subject: subject(earliest) };
}

function notBefore(postedAt: number, done: Done): Done {
  return done && { ...done, at: Math.max(done.at, postedAt) };
}
