import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { publishEvents } from '#platform/live';
import { topicOf } from './level-view.js';
import { addEvent } from './record-moves.js';
import { lockLevel } from './set-level.js';

/**
 * What was published on the training network until a moment counts for no level any more, neither for those that stand
 * nor for those that nobody has evaluated yet; in the caller's transaction. Harmless to repeat.
 */
export async function forgetUntil(manager: EntityManager, until: Date, now: Date): Promise<void> {
  await manager.query(
    `insert into topic_level (topic_id, realm, evaluated_minute, topic_version, counts_after)
     select id, 'training', date_trunc('minute', $2::timestamptz) - interval '2 minutes', version, $1 from topic
     order by id
     on conflict (topic_id, realm) do update set counts_after = greatest(topic_level.counts_after, excluded.counts_after)`,
    [until, now],
  );
}

/**
 * Brings a topic of the training network back to calm because the drill that raised it is over, in the caller's
 * transaction: a level by hand ends, and it begins anew after `forgetUntil`. Nobody is told.
 */
export async function calmLevel(
  manager: EntityManager,
  topicId: string,
  { by, reason }: { by: { personId: string; name: string }; reason: string },
  now: Date,
): Promise<void> {
  const realm = 'training';
  await topicOf(manager, topicId);
  const before = await lockLevel(manager, topicId, realm, now);
  await manager.query(
    `update topic_level set level = 0, automatic_level = 0, below_since = null, score = 0, evidence = null, volume = null,
       manual_level = null, manual_until = null, manual_reason = null, manual_person_id = null,
       since = case when level = 0 then since else $3 end
     where topic_id = $1 and realm = $2`,
    [topicId, realm, now],
  );
  await manager.query('delete from topic_level_ask where topic_id = $1 and realm = $2', [topicId, realm]);
  if (before.level > 0) {
    await addEvent(
      manager,
      { topicId, realm },
      { at: now, kind: 'fell', from: before.level, to: 0, personId: by.personId, note: reason },
    );
  }
  await recordDecision(manager, {
    actor: by,
    action: 'topic.level_calmed',
    subjectType: 'topic',
    subjectId: topicId,
    reason,
    before: { level: before.level, realm },
    after: { level: 0, realm },
  });
  await publishEvents(manager, [{ type: 'topic.level', topicId, realm, level: 0 }]);
}
