import type { DataSource, EntityManager } from 'typeorm';
import {
  addAction,
  answerOffer,
  changeTask,
  declare,
  draft,
  moveState,
  saveReview,
  send,
  writeEntry,
} from '#crisis';
import { releaseLevel, setLevel } from '#levels';
import type { Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { TopicRow } from '#topics';
import { type DemoActor, demoPerson } from './demo-person.js';
import { PAST_INCIDENTS, type PastIncident } from './library/past-incidents.js';
import { topicName } from './prepare-topics.js';
import { DEMO_TOPICS } from './topics.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const REALM: Realm = 'training';

/** Incidents that are over, from their declaration to their review, by the very steps that people take. */
export async function prepareIncidents(dataSource: DataSource, now: Date): Promise<void> {
  const [known]: unknown[] = await dataSource.query('select from incident limit 1');
  if (known) return;
  for (const past of PAST_INCIDENTS) await prepareIncident(dataSource, past, now);
}

async function prepareIncident(dataSource: DataSource, past: PastIncident, now: Date): Promise<void> {
  const topic = DEMO_TOPICS.find(({ key }) => key === past.topic);
  const row = topic && (await dataSource.getRepository(TopicRow).findOneBy({ name: topicName(topic) }));
  if (!row) return;
  const person = (email: string) => demoPerson(dataSource, (one) => one.email === email);
  const lead = await person(past.lead);
  const members = await Promise.all(
    past.roles.map(async ({ email, ...role }) => ({ ...role, actor: await person(email) })),
  );
  const start = now.getTime() - past.daysAgo * DAY_MS;
  await inTransaction(dataSource, async ({ manager }) => {
    await relive(manager, past, row.id, lead, members, (minutes) => new Date(start + minutes * MINUTE_MS));
    // Nobody is told today of what was days ago, and levels are evaluated as if nobody had looked before.
    await manager.query(`delete from notice where kind like 'incident.%' or kind = 'topic.level'`);
    await manager.query('delete from topic_level where topic_id = $1 and realm = $2', [row.id, REALM]);
  });
}

type Member = Omit<PastIncident['roles'][number], 'email'> & { actor: DemoActor };

async function relive(
  manager: EntityManager,
  past: PastIncident,
  topicId: string,
  lead: DemoActor,
  members: readonly Member[],
  at: (minutes: number) => Date,
): Promise<void> {
  const level = {
    realm: REALM,
    level: 2 as const,
    until: at(DAY_MS / MINUTE_MS).toISOString(),
    reason: past.why,
  };
  await setLevel(manager, lead, topicId, level, at(0));
  const { title, why, call } = past;
  const id = await declare(
    manager,
    lead,
    {
      ...{ topicId, realm: REALM, title, why, type: past.type, leadId: lead.personId, call },
      roles: members.map(({ role, actor }) => ({ role, personId: actor.personId })),
      freeze: false,
    },
    at(6),
  );
  for (const { role, actor, acceptedAfter } of members) {
    const [offer]: { id: string }[] = await manager.query(
      'select id from incident_role where incident_id = $1 and role = $2',
      [id, role],
    );
    if (!offer) throw new Error(`the role ${role} was not offered`);
    const address = { incidentId: id, offerId: offer.id };
    await answerOffer(manager, actor, address, { answer: 'accept' }, at(6 + acceptedAfter));
  }
  for (const { after, ...line } of past.log) {
    const entry = { ...line, nextCheckAt: null, refersTo: null };
    await writeEntry(manager, lead, id, entry, at(after));
  }
  const tasks: { id: string }[] = await manager.query(
    'select id from incident_task where incident_id = $1 order by id',
    [id],
  );
  for (const [index, task] of tasks.entries())
    await changeTask(
      manager,
      lead,
      { incidentId: id, taskId: task.id },
      { state: 'done' },
      at(15 + index * 9),
    );
  const reportId = await draft(manager, lead, id, at(70));
  const recipients = [lead, ...members.map(({ actor }) => actor)].map(({ personId }) => personId);
  const address = { incidentId: id, reportId };
  await send(manager, lead, address, { version: 1, personIds: recipients, nextReportAt: null }, at(74));
  await releaseLevel(manager, lead, topicId, REALM, at(165));
  await moveState(manager, lead, id, { move: 'conclude' }, at(170));
  const { actions, ...words } = past.review;
  await saveReview(manager, lead, id, { version: 0, ...words, noActions: false }, at(24 * 60));
  for (const { text, owner, inDays } of actions) {
    const ownerId = (members.find(({ role }) => role === owner)?.actor ?? lead).personId;
    const dueAt = at((past.daysAgo + inDays) * 24 * 60).toISOString();
    await addAction(manager, lead, id, { text, ownerId, dueAt }, at(24 * 60 + 5));
  }
  await moveState(manager, lead, id, { move: 'close' }, at(24 * 60 + 10));
}
