import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { InputOf } from '#platform/contract';
import type { addTimelineNote, setTopicLevel } from '#contract/levels';
import { publishEvents } from '#platform/live';
import { conflict, invalidField } from '#platform/problem';
import type { Actor } from '#platform/http';
import { topicOf } from './level-view.js';
import { addEvent, INCIDENT_LEVEL, tellOfLevel } from './record-moves.js';

type Realm = 'live' | 'training';
/** A level by hand ends at the latest after so many days. */
const MOST_DAYS = 30;

interface Standing {
  level: number;
  automaticLevel: number;
  manualLevel: number | null;
}

/** Sets a level by hand, in the caller's transaction. Refusals: `topic-not-found`, `until-not-ahead`. */
export async function setLevel(
  manager: EntityManager,
  actor: Actor,
  topicId: string,
  { realm, level, until, reason }: InputOf<typeof setTopicLevel>['body'],
  now: Date,
): Promise<void> {
  const end = new Date(until);
  if (end <= now || end.getTime() > now.getTime() + MOST_DAYS * 86_400_000)
    throw invalidField('until', 'until-not-ahead', `has to be ahead, by ${MOST_DAYS} days at most`, {
      days: MOST_DAYS,
    });
  const { name } = await topicOf(manager, topicId);
  const before = await lockLevel(manager, topicId, realm, now);
  await manager.query(
    `update topic_level set manual_level = $3, manual_until = $4, manual_reason = $5, manual_person_id = $6,
       since = case when level = $3 then since else $7 end, level = $3
     where topic_id = $1 and realm = $2`,
    [topicId, realm, level, end, reason, actor.personId, now],
  );
  const topic = { topicId, realm, name };
  await addEvent(manager, topic, {
    at: now,
    kind: 'set_by_hand',
    from: before.level,
    to: level,
    personId: actor.personId,
    note: reason,
  });
  if (before.level < INCIDENT_LEVEL && level >= INCIDENT_LEVEL)
    await addEvent(manager, topic, { at: now, kind: 'incident_proposed', to: level });
  await recordDecision(manager, {
    actor,
    action: 'topic.level_set',
    subjectType: 'topic',
    subjectId: topicId,
    reason,
    before: { level: before.level, realm },
    after: { level, realm, until: end.toISOString() },
  });
  await publishEvents(manager, [{ type: 'topic.level', topicId, realm, level }]);
  if (level !== before.level) await tellOfLevel(manager, topic, before.level, level, reason);
}

/** Ends a level by hand, in the caller's transaction. Refusals: `topic-not-found`, `no-level-by-hand`. */
export async function releaseLevel(
  manager: EntityManager,
  actor: Actor,
  topicId: string,
  realm: Realm,
  now: Date,
): Promise<void> {
  await topicOf(manager, topicId);
  const before = await lockLevel(manager, topicId, realm, now);
  if (before.manualLevel === null)
    throw conflict('no-level-by-hand', 'No level is set by hand on this topic.');
  await manager.query(
    `update topic_level set manual_level = null, manual_until = null, manual_reason = null, manual_person_id = null,
       since = case when level = automatic_level then since else $3 end, level = automatic_level
     where topic_id = $1 and realm = $2`,
    [topicId, realm, now],
  );
  await addEvent(
    manager,
    { topicId, realm },
    {
      at: now,
      kind: 'hand_ended',
      from: before.level,
      to: before.automaticLevel,
      personId: actor.personId,
    },
  );
  await recordDecision(manager, {
    actor,
    action: 'topic.level_released',
    subjectType: 'topic',
    subjectId: topicId,
    before: { level: before.level, realm },
    after: { level: before.automaticLevel, realm },
  });
  await publishEvents(manager, [{ type: 'topic.level', topicId, realm, level: before.automaticLevel }]);
}

/** Notes something on the timeline, in the caller's transaction. Refusals: `topic-not-found`, `at-ahead`. */
export async function addNote(
  manager: EntityManager,
  actor: Actor,
  topicId: string,
  { realm, at, note }: InputOf<typeof addTimelineNote>['body'],
  now: Date,
): Promise<string> {
  const moment = at === undefined ? now : new Date(at);
  if (moment.getTime() > now.getTime() + 60_000)
    throw invalidField('at', 'at-ahead', 'cannot be ahead of now');
  await topicOf(manager, topicId);
  const id = await addEvent(
    manager,
    { topicId, realm },
    {
      at: moment,
      kind: 'note',
      personId: actor.personId,
      note,
    },
  );
  await recordDecision(manager, {
    actor,
    action: 'topic.noted',
    subjectType: 'topic',
    subjectId: topicId,
    after: { realm, at: moment.toISOString(), note },
  });
  await publishEvents(manager, [{ type: 'topic.changed', topicId }]);
  return id;
}

/** The row of the topic, locked; made where the topic has none yet. */
export async function lockLevel(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
  now: Date,
): Promise<Standing> {
  await manager.query(
    `insert into topic_level (topic_id, realm, evaluated_minute, topic_version)
     select id, $2, date_trunc('minute', $3::timestamptz) - interval '2 minutes', version from topic where id = $1
     on conflict do nothing`,
    [topicId, realm, now],
  );
  const [row]: Standing[] = await manager.query(
    `select level, automatic_level as "automaticLevel", manual_level as "manualLevel"
     from topic_level where topic_id = $1 and realm = $2 for no key update`,
    [topicId, realm],
  );
  if (!row) throw new Error(`topic ${topicId} has no level`);
  return row;
}
