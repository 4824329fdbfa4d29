import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { type FigureScope, readFigures, readTopicFigures, type Snapshot, together } from '#figures';
import type { ResponseOf } from '#platform/contract';
import type { readDashboardTopics } from './contract.js';
import type { DashboardView, topicFiguresSchema } from './contract-schemas.js';
import { rangeView } from './scope.js';

export async function viewDashboard(
  manager: EntityManager,
  scope: FigureScope,
  now: Date,
): Promise<DashboardView> {
  const { figures, course, highest, oldestWaitingAt } = await readFigures(manager, scope, now);
  return {
    range: rangeView(scope),
    asOf: now.toISOString(),
    figures: figures.map((figure) => ({ ...figure, course: [...figure.course] })),
    course: course.map(({ at, ...point }) => ({ ...point, at: at.toISOString() })),
    highest: highest as DashboardView['highest'],
    oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null,
  };
}

export async function viewTopics(
  manager: EntityManager,
  scope: FigureScope,
  limit: number,
): Promise<ResponseOf<typeof readDashboardTopics>> {
  const { raised, spoken, topics } = await readTopicFigures(manager, scope, limit);
  return {
    range: rangeView(scope),
    raised,
    spoken,
    items: topics.map((topic) => ({
      ...topic,
      level: topic.level as TopicView['level'],
      byHandUntil: topic.byHandUntil?.toISOString() ?? null,
      since: topic.since?.toISOString() ?? null,
      steps: topic.steps.map(({ at, level }) => ({
        at: at.toISOString(),
        level: level as TopicView['level'],
      })),
    })),
  };
}

type TopicView = z.infer<typeof topicFiguresSchema>;

/** What is to be compared the next time. `range` names the kind of range, not its moment. */
export async function takeSnapshot(
  manager: EntityManager,
  scope: FigureScope,
  range: string,
  now: Date,
): Promise<Snapshot> {
  const [{ figures }, topics] = await together(manager, [
    () => readFigures(manager, scope, now),
    () => readRaisedTopics(manager, scope),
  ]);
  return {
    at: now.toISOString(),
    range,
    figures: Object.fromEntries(figures.map(({ code, value }) => [code, value])),
    topics,
  };
}

/** More raised topics than this are not told one by one. */
const MOST_RAISED = 200;

export function readRaisedTopics(
  manager: EntityManager,
  { realm, topicId }: Pick<FigureScope, 'realm' | 'topicId'>,
): Promise<Snapshot['topics']> {
  return manager.query(
    `select t.id as "topicId", t.name, l.level from topic_level l join topic t on t.id = l.topic_id
     where l.realm = $1 and l.level > 0 and ($2::bigint is null or t.id = $2)
     order by l.level desc, t.id limit ${MOST_RAISED}`,
    [realm, topicId],
  );
}
