import type { EntityManager } from 'typeorm';
import type { InputOf, Realm } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { conflict, invalidField, notFound } from '#platform/problem';
import { freezePublications } from '#replies';
import type { declareIncident } from './contract.js';
import { type Done, finishIncident, type IncidentActor, lockIncident } from './incident-record.js';
import { insertOffer } from './offers.js';
import { personWho, rightOf } from './people.js';
import { playbookFor } from './playbooks.js';
import { incidentLevel, REPORT_MINUTES } from './targets.js';

/** The first situation report is due within this time, whatever the level. */
const FIRST_REPORT_MINUTES = 90;

/**
 * Declares an incident, in the caller's transaction: roles are offered, the checklist is copied, publications are
 * frozen if that is wanted, and what proposed it is settled. Whoever declares to lead themselves leads at once. Throws
 * `topic-not-found`, `incident-open-already` (with the one that is open), `unknown-playbook`, `unknown-person` and
 * `role-named-twice`.
 */
export async function declare(
  manager: EntityManager,
  actor: IncidentActor,
  body: InputOf<typeof declareIncident>['body'],
  now: Date,
): Promise<string> {
  const { topicId, realm } = body;
  const topic = await topicWithLevel(manager, topicId, realm);
  await refuseSecondIncident(manager, topicId, realm);
  const playbook = await playbookFor(manager, body.type);
  await refuseBadRoles(manager, body);
  const leads = body.leadId === actor.personId;
  const reportMinutes = Math.min(FIRST_REPORT_MINUTES, REPORT_MINUTES[incidentLevel(topic.level)]);
  const freezeId = body.freeze
    ? await freezePublications(manager, { realm, topicId: null, reason: body.title, by: actor })
    : null;
  const [row]: { id: string }[] = await manager.query(
    `insert into incident (topic_id, realm, title, crisis_type, cluster, state, declared_level, why, declared_by,
       declared_at, running_at, call_link, call_phone, call_note, next_report_at, freeze_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id`,
    [
      topicId,
      realm,
      body.title,
      playbook.key,
      body.cluster ?? playbook.cluster,
      leads ? 'running' : 'declared',
      topic.level,
      body.why,
      actor.personId,
      now,
      leads ? now : null,
      body.call.link,
      body.call.phone,
      body.call.note,
      new Date(now.getTime() + reportMinutes * 60_000),
      freezeId,
    ],
  );
  if (!row) throw new Error('the incident was not stored');
  await manager.query(
    `insert into incident_task (incident_id, label_fr, label_en, role, due_at)
     select $1, step->'label'->>'fr', step->'label'->>'en', step->>'role',
       $2::timestamptz + (step->>'minutes')::integer * interval '1 minute'
     from jsonb_array_elements($3::jsonb) with ordinality as given(step, place) order by place`,
    [row.id, now, JSON.stringify(playbook.steps)],
  );
  const incident = await lockIncident(manager, row.id);
  const done: Done[] = [
    {
      event: 'declared',
      params: { level: topic.level, type: playbook.key, why: body.why },
      after: { topicId, realm, title: body.title, level: topic.level, type: playbook.key, freezeId },
    },
  ];
  const offers = [{ role: 'lead' as const, personId: body.leadId }, ...body.roles];
  for (const offer of offers) done.push(...(await insertOffer(manager, incident, actor, offer, now)));
  if (freezeId !== null) done.push({ event: 'frozen', params: { freezeId } });
  await settleProposal(manager, { topicId, realm, incidentId: row.id }, actor, now);
  await finishIncident(manager, incident, actor, done, now);
  return row.id;
}

/** Takes the turn of declaring on this topic, and refuses while one is open. */
export async function refuseSecondIncident(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('incident.open'), hashtext($1))`, [
    `${topicId} ${realm}`,
  ]);
  const [open]: { id: string; title: string; by: string; at: Date }[] = await manager.query(
    `select i.id, i.title, p.name as by, i.declared_at as at from incident i join person p on p.id = i.declared_by
     where i.topic_id = $1 and i.realm = $2 and i.state <> 'closed'`,
    [topicId, realm],
  );
  if (!open) return;
  throw conflict('incident-open-already', `${open.by} has declared “${open.title}” on this topic.`, {
    incidentId: open.id,
    title: open.title,
    by: open.by,
    at: open.at.toISOString(),
  });
}

async function topicWithLevel(manager: EntityManager, topicId: string, realm: Realm) {
  const [topic]: { name: string; level: number }[] = await manager.query(
    `select t.name, coalesce(l.level, 0) as level from topic t
     left join topic_level l on l.topic_id = t.id and l.realm = $2 where t.id = $1`,
    [topicId, realm],
  );
  if (!topic) throw notFound('topic-not-found', 'There is no such topic.');
  return topic;
}

async function refuseBadRoles(
  manager: EntityManager,
  { leadId, roles }: InputOf<typeof declareIncident>['body'],
): Promise<void> {
  await personWho(manager, leadId, rightOf('lead'), 'leadId');
  for (const [index, { role, personId }] of roles.entries()) {
    if (roles.findIndex((one) => one.role === role) !== index)
      throw invalidField(`roles.${index}.role`, 'role-named-twice', 'is named twice');
    await personWho(manager, personId, rightOf(role), `roles.${index}.personId`);
  }
}

async function settleProposal(
  manager: EntityManager,
  { topicId, realm, incidentId }: { topicId: string; realm: Realm; incidentId: string },
  actor: IncidentActor,
  now: Date,
): Promise<void> {
  await manager.query(
    `update incident_proposal set state = 'declared', decided_at = $3, decided_by = $4, incident_id = $5
     where topic_id = $1 and realm = $2 and state = 'open'`,
    [topicId, realm, now, actor.personId, incidentId],
  );
  await publishEvents(manager, [{ type: 'incident.proposed', topicId, realm }]);
}
