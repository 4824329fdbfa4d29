import type { DataSource } from 'typeorm';
import { ensureTopicLevels, findDueTopics } from './due-topics.js';
import { evaluateTopic } from './evaluate-topic.js';

/** A minute is taken in this long after it has ended: what was published in it has mostly been brought in by then. */
const SETTLE_MS = 20_000;
const TOPICS_AT_A_TIME = 100;
const MINUTE_MS = 60_000;

/** The last minute that is over and settled. */
export function settledMinute(now: Date): Date {
  return new Date(Math.floor((now.getTime() - SETTLE_MS) / MINUTE_MS) * MINUTE_MS - MINUTE_MS);
}

/**
 * Evaluates every topic that is due, in both realms; a topic that lags behind is taken on in steps until it has caught
 * up. Any number of workers may do so at once. Returns how many evaluations were made.
 */
export async function evaluateDue(
  dataSource: DataSource,
  now: () => Date = () => new Date(),
  signal?: AbortSignal,
): Promise<number> {
  const started = now();
  const settled = settledMinute(started);
  await ensureTopicLevels(dataSource, settled, started);
  let evaluated = 0;
  const due = await findDueTopics(dataSource, { settled, now: started, limit: TOPICS_AT_A_TIME });
  const failures: unknown[] = [];
  for (const topic of due) {
    try {
      for (let there = false; !there && !signal?.aborted; evaluated += 1) {
        there = await evaluateTopic(dataSource, topic, { settled, now: now() });
      }
    } catch (error) {
      // One topic that cannot be evaluated keeps none of the others waiting; it is tried again with the next turn.
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} topics could not be evaluated`);
  return evaluated;
}

/** Rows of minutes older than the longest preview are let go. */
const KEPT_DAYS = 100;

export async function sweepMinutes(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.query(
    `delete from topic_minute where (topic_id, realm, minute) in (
       select m.topic_id, m.realm, m.minute from topic_level l
       cross join lateral (
         select topic_id, realm, minute from topic_minute
         where topic_id = l.topic_id and realm = l.realm and minute < $1 order by minute limit 5000
       ) m)`,
    [new Date(now.getTime() - KEPT_DAYS * 24 * 60 * MINUTE_MS)],
  );
}
