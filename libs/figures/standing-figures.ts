import type { EntityManager } from 'typeorm';
import { type FigureScope, pointSize } from './figure-scope.js';
import { pointOf } from './points.js';
import { Values } from './tally-sql.js';

const DECIDED = 'coalesce(decided_at, closed_at)';

const STANDING_CODES = ['topicsRaised', 'incidentsOpen', 'escalationsOpen', 'escalationsOverdue'] as const;
export type StandingCode = (typeof STANDING_CODES)[number];

/** What began (1) and what ended (-1), with its time `at`, since a moment. */
const STEPS: Record<StandingCode, (scope: FigureScope, values: Values) => string> = {
  topicsRaised: (scope, values) => `
    select at, case when to_level > 0 then 1 else -1 end as step from topic_level_event
    where (from_level > 0) <> (to_level > 0) and ${narrowing(scope, values)}
      and at >= ${values.add(scope.from, 'timestamptz')}`,
  incidentsOpen: (scope, values) =>
    begunAndEnded('incident', 'declared_at', 'closed_at', "state = 'closed'", scope, values),
  escalationsOpen: (scope, values) =>
    begunAndEnded('escalation', 'opened_at', DECIDED, "state in ('decided', 'closed')", scope, values),
  escalationsOverdue: (scope, values) => {
    const overdue = `escalation_overdue o join escalation e on e.id = o.escalation_id where ${narrowing(scope, values)}`;
    const from = values.add(scope.from, 'timestamptz');
    return `
    select o.since as at, 1 as step from ${overdue} and o.since >= ${from}
    union all
    select o.until, -1 from ${overdue} and o.until >= ${from}`;
  },
};

/**
 * By how many each figure that tells of now moved within each point of the range up to now, oldest first; null for a
 * range that does not reach now.
 */
export async function readStandingSteps(
  manager: EntityManager,
  scope: FigureScope,
  now: Date,
): Promise<Record<StandingCode, number[]> | null> {
  if (now < scope.from || now >= scope.to) return null;
  const values = new Values();
  const size = pointSize(scope);
  const moved = STANDING_CODES.map(
    (code) => `select '${code}' as code, at, step from (${STEPS[code](scope, values)}) s`,
  );
  const rows: { code: StandingCode; at: Date; steps: number }[] = await manager.query(
    `select code, ${pointOf('at', scope, values)} as at, sum(step)::integer as steps
     from (${moved.join(' union all ')}) moved group by 1, 2`,
    values.list,
  );
  const points = Math.floor((now.getTime() - scope.from.getTime()) / size) + 1;
  const none = () => new Array<number>(points).fill(0);
  const steps = {
    ...{ topicsRaised: none(), incidentsOpen: none() },
    ...{ escalationsOpen: none(), escalationsOverdue: none() },
  };
  for (const row of rows) {
    // What a clock that is ahead wrote counts into the running point.
    const point = Math.min(points - 1, Math.floor((row.at.getTime() - scope.from.getTime()) / size));
    steps[row.code][point] = (steps[row.code][point] ?? 0) + row.steps;
  }
  return steps;
}

/** From what stands at the end, and what was added within each point: what stood at the end of each, and before them. */
export function walkBack(standing: number, steps: readonly number[]): { before: number; course: number[] } {
  const course: number[] = [];
  let stood = standing;
  for (const step of steps.toReversed()) {
    course.push(stood);
    // What was lost with a deleted row is not made up for by less than nothing.
    stood = Math.max(0, stood - step);
  }
  return { before: stood, course: course.reverse() };
}

function begunAndEnded(
  table: string,
  begun: string,
  ended: string,
  isOver: string,
  scope: FigureScope,
  values: Values,
): string {
  const which = narrowing(scope, values);
  const from = values.add(scope.from, 'timestamptz');
  return `
    select ${begun} as at, 1 as step from ${table} where ${which} and ${begun} >= ${from}
    union all
    select ${ended}, -1 from ${table} where ${which} and ${isOver} and ${ended} >= ${from}`;
}

function narrowing({ realm, topicId }: FigureScope, values: Values): string {
  const topic = topicId === null ? '' : ` and topic_id = ${values.add(topicId, 'bigint')}`;
  return `realm = ${values.add(realm, 'text')}${topic}`;
}
