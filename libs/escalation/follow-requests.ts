import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { lockRequest, overdueRequests, REQUEST_SUBJECT, UNANSWERED_SQL } from '#requests';
import { isUnanswered } from '#rules/requests';
import { CAUSE_OVER } from './cause.js';
import { closeEscalation } from './close-reopen.js';
import { lockEscalation } from './escalation-record.js';
import { openEscalation } from './open-escalation.js';
import { raiseEscalation } from './raise-escalation.js';

/** What a tick that follows causes did. */
export interface Followed {
  opened: number;
  raised: number;
  closed: number;
}

const MANY = 200;
const OF_REQUEST = `e.subject_type = '${REQUEST_SUBJECT}' and e.subject_id = r.id and e.realm = r.realm`;

/**
 * SQL: whoever was asked about the overdue request `r` is still asked, or has decided on it at this level since it became
 * due. One that closed because the answer was there counts no more: the answer may be lost again.
 */
const SEEN_TO = `exists (select from escalation e where ${OF_REQUEST} and (
  e.state in ('open', 'acknowledged') or (e.level >= r.level and (
    e.state = 'decided' or (e.close_reason is distinct from '${CAUSE_OVER}' and e.opened_at >= r.due_at)))))`;

/**
 * A missing answer that is overdue is escalated to its departments by itself, louder when it becomes more urgent; the
 * escalation closes when the answer is there or given up. Every step follows from the rows under the request's lock, so
 * that two workers, a crash or a late turn open exactly one.
 */
export async function followRequests(dataSource: DataSource, clock: () => Date): Promise<Followed> {
  const followed: Followed = { opened: 0, raised: 0, closed: 0 };
  const within = (work: (manager: EntityManager) => Promise<boolean>) =>
    inTransaction(dataSource, ({ manager }) => work(manager));
  for (const one of await matters(dataSource, `not (${UNANSWERED_SQL})`, [
    'open',
    'acknowledged',
    'decided',
  ])) {
    if (await within((manager) => closeAnswered(manager, one, clock()))) followed.closed += 1;
  }
  for (const one of await matters(dataSource, 'r.level > e.level', ['open', 'acknowledged'])) {
    if (await within((manager) => raiseToRequest(manager, one, clock()))) followed.raised += 1;
  }
  for (const { id } of await overdueRequests(dataSource.manager, clock(), { unless: SEEN_TO })) {
    if (await within((manager) => openOverdue(manager, id, clock()))) followed.opened += 1;
  }
  return followed;
}

interface Matter {
  escalationId: string;
  requestId: string;
}

function matters(dataSource: DataSource, condition: string, states: readonly string[]): Promise<Matter[]> {
  return dataSource.query(
    `select e.id as "escalationId", r.id as "requestId" from escalation e join answer_request r on ${OF_REQUEST}
     where e.state = any($1::text[]) and e.opened_by is null and ${condition} order by e.id limit ${MANY}`,
    [states],
  );
}

async function closeAnswered(
  manager: EntityManager,
  { escalationId, requestId }: Matter,
  now: Date,
): Promise<boolean> {
  const request = await lockRequest(manager, requestId);
  const locked = await lockEscalation(manager, escalationId);
  if (isUnanswered(request.state) || locked.escalation.state === 'closed') return false;
  await closeEscalation(manager, locked, { by: null, reason: CAUSE_OVER }, now);
  return true;
}

async function raiseToRequest(
  manager: EntityManager,
  { escalationId, requestId }: Matter,
  now: Date,
): Promise<boolean> {
  const request = await lockRequest(manager, requestId);
  const locked = await lockEscalation(manager, escalationId);
  return raiseEscalation(manager, locked, { level: request.level, topicIds: [] }, now);
}

async function openOverdue(manager: EntityManager, requestId: string, now: Date): Promise<boolean> {
  await lockRequest(manager, requestId);
  // Only now: another worker may have opened it while the lock was waited for.
  const [request] = await overdueRequests(manager, now, { unless: SEEN_TO, id: requestId });
  if (!request) return false;
  const { isNew } = await openEscalation(
    manager,
    {
      subjectType: REQUEST_SUBJECT,
      subjectId: request.id,
      realm: request.realm,
      level: request.level,
      topicIds: [],
      question: request.question,
      departmentIds: request.departmentIds,
      // Whoever of them says first how it goes on has said it.
      rule: 'any',
      openedBy: null,
    },
    now,
  );
  return isNew;
}
