import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { invalidField, notFound } from '#platform/problem';
import type { ToldHow } from './categories.js';

interface ToldLine {
  personId: string;
  stakeholder: { name: string; realm: Realm };
  how: ToldHow;
  what: string;
  at: Date;
}

/**
 * Puts what a stakeholder was told into the log of the incident, in the caller's transaction. An incident that is closed
 * has its review, and its log stays as it was. Throws `incident-not-found` and `stakeholder-of-other-realm`.
 */
export async function writeToldLine(
  manager: EntityManager,
  incidentId: string,
  { personId, stakeholder, how, what, at }: ToldLine,
): Promise<void> {
  const [incident]: { realm: Realm; state: string }[] = await manager.query(
    'select realm, state from incident where id = $1 for no key update',
    [incidentId],
  );
  if (!incident) throw notFound('incident-not-found', 'There is no such incident.');
  if (incident.realm !== stakeholder.realm) {
    throw invalidField(
      'incidentId',
      'stakeholder-of-other-realm',
      'drills and real incidents have stakeholders of their own',
    );
  }
  if (incident.state === 'closed') return;
  await manager.query(
    `insert into incident_log (incident_id, at, kind, event, person_id, params)
     values ($1, $2, 'event', 'stakeholder_told', $3, $4)`,
    [incidentId, at, personId, JSON.stringify({ stakeholder: stakeholder.name, how, what })],
  );
  await manager.query('update incident set version = version + 1 where id = $1', [incidentId]);
  const { realm, state } = incident;
  await publishEvents(manager, [{ type: 'incident.changed', incidentId, realm, state }]);
}
