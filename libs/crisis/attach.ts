import type { EntityManager } from 'typeorm';
import { readSummaries } from '#mentions';
import type { Realm, ResponseOf } from '#platform/contract';
import { conflict, notFound } from '#platform/problem';
import type { readAttached } from './contract.js';
import {
  finishIncident,
  type IncidentActor,
  lockOpenIncident,
  readIncidentRecord,
} from './incident-record.js';
import { DETECTED } from './read-facts.js';

type Kind = 'mention' | 'escalation';

/** Throws `mention-not-found`, `escalation-not-found`, and `other-realm`: a drill and the real world never mix (rule 9). */
export async function attachSubject(
  manager: EntityManager,
  actor: IncidentActor,
  { incidentId, kind, subjectId }: { incidentId: string; kind: Kind; subjectId: string },
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  const realm = await realmOf(manager, kind, subjectId);
  if (realm === null) throw notFound(`${kind}-not-found`, `There is no ${kind} ${subjectId}.`);
  if (realm !== incident.realm)
    throw conflict('other-realm', `This ${kind} is of the ${realm} realm, the incident is not.`, { realm });
  const added: unknown[] = await manager.query(
    `insert into incident_attachment (incident_id, kind, subject_id, added_by, added_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning subject_id`,
    [incidentId, kind, subjectId, actor.personId, now],
  );
  if (added.length === 0) return;
  await finishIncident(
    manager,
    incident,
    actor,
    [{ event: 'attached', params: { kind, id: subjectId } }],
    now,
  );
}

export async function detachSubject(
  manager: EntityManager,
  actor: IncidentActor,
  { incidentId, kind, subjectId }: { incidentId: string; kind: Kind; subjectId: string },
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  const [, count]: [unknown, number] = await manager.query(
    'delete from incident_attachment where incident_id = $1 and kind = $2 and subject_id = $3',
    [incidentId, kind, subjectId],
  );
  if (count === 0) return;
  await finishIncident(
    manager,
    incident,
    actor,
    [{ event: 'detached', params: { kind, id: subjectId } }],
    now,
  );
}

async function realmOf(manager: EntityManager, kind: Kind, subjectId: string): Promise<Realm | null> {
  const sql =
    kind === 'mention'
      ? `select m.realm from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
         where i.mention_id = $1`
      : `select realm from escalation where id = $1`;
  const [row]: { realm: Realm }[] = await manager.query(sql, [subjectId]);
  return row?.realm ?? null;
}

const MOST_SHOWN = 100;

/** What was attached, newest first, and the escalations of the topic since the crisis was noticed. */
export async function readAttachments(
  manager: EntityManager,
  incidentId: string,
): Promise<ResponseOf<typeof readAttached>> {
  await readIncidentRecord(manager, incidentId);
  const mentions: { id: string }[] = await manager.query(
    `select subject_id as id from incident_attachment where incident_id = $1 and kind = 'mention'
     order by added_at desc, subject_id desc limit ${MOST_SHOWN}`,
    [incidentId],
  );
  const escalations: {
    id: string;
    question: string;
    state: string;
    level: number;
    openedAt: Date;
    decidedAt: Date | null;
    attached: boolean;
  }[] = await manager.query(
    `select e.id, e.question, e.state, e.level, e.opened_at as "openedAt", e.decided_at as "decidedAt",
       a.subject_id is not null as attached
     from incident i cross join lateral (${DETECTED}) detected
     join escalation e on e.realm = i.realm
     left join incident_attachment a on a.incident_id = i.id and a.kind = 'escalation' and a.subject_id = e.id
     where i.id = $1 and (a.subject_id is not null
       or (e.topic_id = i.topic_id and e.opened_at >= detected.at and (i.closed_at is null or e.opened_at <= i.closed_at)))
     order by e.opened_at desc, e.id desc limit ${MOST_SHOWN}`,
    [incidentId],
  );
  return {
    mentions: await readSummaries(
      manager,
      mentions.map(({ id }) => id),
    ),
    escalations: escalations.map(({ openedAt, decidedAt, ...row }) => ({
      ...row,
      openedAt: openedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    })),
  };
}
