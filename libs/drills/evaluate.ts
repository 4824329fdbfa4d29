import type { EntityManager } from 'typeorm';
import type { Evaluation } from './contract.js';
import { measure } from './criteria.js';
import type { DrillRecord } from './drill-record.js';
import type { DrillFacts } from './facts.js';
import { outcomesOf } from './outcomes.js';
import { readFacts } from './read-facts.js';

/** The measured evaluation as of now; `over`: what is not done is missing. */
export async function evaluate(
  manager: EntityManager,
  drill: DrillRecord,
  elapsedMs: number,
  over: boolean,
): Promise<Evaluation> {
  const facts = await readFacts(manager, drill);
  const outcomes = outcomesOf(drill.scenario, drill.answers, facts, elapsedMs);
  return {
    outcomes,
    measures: measure(drill.scenario, outcomes, facts, { elapsedMs, over }),
    happened: happenings(facts),
  };
}

function happenings(facts: DrillFacts): Evaluation['happened'] {
  const found: Evaluation['happened'] = [
    ...facts.replies.map(({ mentionId, at }) => ({
      ...{ at, what: 'reply' as const, level: null },
      subject: { type: 'mention' as const, id: mentionId },
    })),
    ...facts.noReplies.map(({ mentionId, at }) => ({
      ...{ at, what: 'no_reply' as const, level: null },
      subject: { type: 'mention' as const, id: mentionId },
    })),
    ...facts.escalations.map(({ id, openedAt }) => ({
      ...{ at: openedAt, what: 'escalation' as const, level: null },
      subject: { type: 'escalation' as const, id },
    })),
    ...facts.incidents.map(({ id, at }) => ({
      ...{ at, what: 'incident' as const, level: null },
      subject: { type: 'incident' as const, id },
    })),
    ...facts.levels
      .filter(({ before }) => !before)
      .map(({ topicId, level, at }) => ({
        ...{ at, what: 'level' as const, level },
        subject: { type: 'topic' as const, id: topicId },
      })),
  ];
  return found.sort((a, b) => a.at - b.at);
}
