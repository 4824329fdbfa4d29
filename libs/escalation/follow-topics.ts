import type { DataSource, EntityManager } from 'typeorm';
import { LAST_CALM_SQL, levelOfTopic, raisedTopics, type RaisedTopic } from '#levels';
import type { Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { CAUSE_OVER } from './cause.js';
import { closeEscalation } from './close-reopen.js';
import { lockEscalation } from './escalation-record.js';
import type { Followed } from './follow-requests.js';
import { openEscalation } from './open-escalation.js';
import { raiseEscalation } from './raise-escalation.js';
import { TOPIC_ESCALATED_FROM } from './subjects.js';

const MANY = 200;
const OF_LEVEL = `e.subject_type = 'topic' and e.subject_id = l.topic_id and e.realm = l.realm`;

/** SQL: whoever was asked about the present rise of the level `l` is still asked, or has decided on it at this level. */
const SEEN_TO = `exists (select from escalation e where ${OF_LEVEL} and (
  e.state in ('open', 'acknowledged') or (e.level >= l.level and (
    e.state = 'decided' or (e.close_reason is distinct from '${CAUSE_OVER}'
      and e.opened_at > coalesce(${LAST_CALM_SQL}, '-infinity'))))))`;

/**
 * A topic that rises to level 2 is escalated by itself to whomever the policy for it names, louder when it rises further;
 * the escalation closes when the level has come down again, which it does only after its hold time. Every step follows
 * from the rows under the lock of the topic's level, so that two workers, a crash or a late turn open exactly one.
 */
export async function followTopics(dataSource: DataSource, clock: () => Date): Promise<Followed> {
  const followed: Followed = { opened: 0, raised: 0, closed: 0 };
  const within = (work: (manager: EntityManager) => Promise<boolean>) =>
    inTransaction(dataSource, ({ manager }) => work(manager));
  for (const one of await calmAgain(dataSource)) {
    if (await within((manager) => closeCalm(manager, one, clock()))) followed.closed += 1;
  }
  for (const one of await risenFurther(dataSource)) {
    if (await within((manager) => raiseToTopic(manager, one, clock()))) followed.raised += 1;
  }
  const query = { from: TOPIC_ESCALATED_FROM, now: clock(), unless: SEEN_TO };
  for (const topic of await raisedTopics(dataSource.manager, query)) {
    if (await within((manager) => openRaised(manager, topic, clock()))) followed.opened += 1;
  }
  return followed;
}

interface Matter {
  escalationId: string;
  topicId: string;
  realm: Realm;
}

const MATTER = `select e.id as "escalationId", e.subject_id as "topicId", e.realm from escalation e`;

/** Of those that opened by themselves; what a person asked about a topic is not over because it has become calm. */
function calmAgain(dataSource: DataSource): Promise<Matter[]> {
  return dataSource.query(
    `${MATTER} where e.subject_type = 'topic' and e.state in ('open', 'acknowledged', 'decided') and e.opened_by is null
       and not exists (
         select from topic_level l join topic t on t.id = l.topic_id and t.active
         where ${OF_LEVEL} and l.level >= $1)
     order by e.id limit ${MANY}`,
    [TOPIC_ESCALATED_FROM],
  );
}

function risenFurther(dataSource: DataSource): Promise<Matter[]> {
  return dataSource.query(
    `${MATTER} join topic_level l on ${OF_LEVEL} join topic t on t.id = l.topic_id and t.active
     where e.state in ('open', 'acknowledged') and l.level > e.level and l.level >= $1 order by e.id limit ${MANY}`,
    [TOPIC_ESCALATED_FROM],
  );
}

async function closeCalm(
  manager: EntityManager,
  { escalationId, topicId, realm }: Matter,
  now: Date,
): Promise<boolean> {
  const locked = await lockEscalation(manager, escalationId);
  if (locked.escalation.state === 'closed') return false;
  if ((await levelOfTopic(manager, topicId, realm)) >= TOPIC_ESCALATED_FROM) return false;
  await closeEscalation(manager, locked, { by: null, reason: CAUSE_OVER }, now);
  return true;
}

async function raiseToTopic(
  manager: EntityManager,
  { escalationId, topicId, realm }: Matter,
  now: Date,
): Promise<boolean> {
  const locked = await lockEscalation(manager, escalationId);
  const level = await levelOfTopic(manager, topicId, realm);
  return raiseEscalation(manager, locked, { level, topicIds: [topicId] }, now);
}

async function openRaised(
  manager: EntityManager,
  only: Pick<RaisedTopic, 'topicId' | 'realm'>,
  now: Date,
): Promise<boolean> {
  // Looked at again under the lock: another worker may have opened it. Whoever holds the level now is not waited for.
  const query = { from: TOPIC_ESCALATED_FROM, now, unless: SEEN_TO, only };
  const [topic] = await raisedTopics(manager, query);
  if (!topic) return false;
  const { isNew } = await openEscalation(
    manager,
    {
      subjectType: 'topic',
      subjectId: topic.topicId,
      realm: topic.realm,
      level: topic.level,
      topicIds: [topic.topicId],
      question: topic.name,
      departmentIds: [],
      openedBy: null,
    },
    now,
  );
  return isNew;
}
