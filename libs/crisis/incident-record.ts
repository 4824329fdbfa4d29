import type { EntityManager } from 'typeorm';
import { recordDecisions } from '#audit';
import type { Realm } from '#platform/contract';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';
import { conflict, forbidden, notFound } from '#platform/problem';
import { type IncidentMove, type IncidentState, moveIncident } from './life-cycles.js';
import { type IncidentEvent, writeEvents } from './log-events.js';
import type { Cluster } from './playbook.js';

export type IncidentActor = Pick<Actor, 'personId' | 'name' | 'permissions'>;

export interface IncidentRecord {
  id: string;
  topicId: string;
  realm: Realm;
  title: string;
  crisisType: string;
  cluster: Cluster;
  state: IncidentState;
  declaredLevel: number;
  declaredBy: string;
  declaredAt: Date;
  runningAt: Date | null;
  closedAt: Date | null;
  callLink: string;
  callPhone: string;
  callNote: string;
  nextReportAt: Date | null;
  freezeId: string | null;
  version: number;
  /** Where the topic stands now. */
  level: number;
}

const COLUMNS = `i.id, i.topic_id as "topicId", i.realm, i.title, i.crisis_type as "crisisType", i.cluster, i.state,
  i.declared_level as "declaredLevel", i.declared_by as "declaredBy", i.declared_at as "declaredAt",
  i.running_at as "runningAt", i.closed_at as "closedAt", i.call_link as "callLink", i.call_phone as "callPhone",
  i.call_note as "callNote", i.next_report_at as "nextReportAt", i.freeze_id as "freezeId", i.version,
  coalesce((select l.level from topic_level l where l.topic_id = i.topic_id and l.realm = i.realm), 0) as level`;

/** Locks an incident: every change of it, or of what is in it, is made under this lock. Throws `incident-not-found`. */
export function lockIncident(manager: EntityManager, incidentId: string): Promise<IncidentRecord> {
  return read(manager, incidentId, 'for no key update of i');
}

export function readIncidentRecord(manager: EntityManager, incidentId: string): Promise<IncidentRecord> {
  return read(manager, incidentId, '');
}

async function read(manager: EntityManager, incidentId: string, lock: string): Promise<IncidentRecord> {
  const [incident]: IncidentRecord[] = await manager.query(
    `select ${COLUMNS} from incident i where i.id = $1 ${lock}`,
    [incidentId],
  );
  if (!incident) throw notFound('incident-not-found', 'There is no such incident.');
  return incident;
}

/** Locks an incident that is not closed. Throws `incident-not-found` and `incident-closed`. */
export async function lockOpenIncident(manager: EntityManager, incidentId: string): Promise<IncidentRecord> {
  const incident = await lockIncident(manager, incidentId);
  refuseClosed(incident);
  return incident;
}

export function refuseClosed(incident: Pick<IncidentRecord, 'state'>): void {
  if (incident.state === 'closed') throw conflict('incident-closed', 'This incident is closed.');
}

/** Refuses whoever does not lead this incident. */
export async function refuseNotLead(
  manager: EntityManager,
  incident: IncidentRecord,
  actor: IncidentActor,
): Promise<void> {
  const [lead]: { personId: string; name: string }[] = await manager.query(
    `select o.person_id as "personId", p.name from incident_role o join person p on p.id = o.person_id
     where o.incident_id = $1 and o.role = 'lead' and o.state = 'accepted'`,
    [incident.id],
  );
  if (lead && lead.personId !== actor.personId)
    throw forbidden('not-the-lead', `${lead.name} leads this incident.`);
}

/** Columns that change with a move; what is left out stays as it is. */
export type IncidentChange = Partial<
  Pick<
    IncidentRecord,
    | 'title'
    | 'cluster'
    | 'runningAt'
    | 'closedAt'
    | 'callLink'
    | 'callPhone'
    | 'callNote'
    | 'nextReportAt'
    | 'freezeId'
  >
> & { closedBy?: string | null };

/** Moves an incident and changes the record in hand with it; `null` changes columns without a move. */
export async function applyIncidentMove(
  manager: EntityManager,
  incident: IncidentRecord,
  move: IncidentMove | null,
  change: IncidentChange = {},
): Promise<void> {
  const state = move === null ? incident.state : moveIncident(incident.state, move);
  if (!state) {
    throw conflict(
      'transition-not-allowed',
      `This incident is ${incident.state}: “${move}” does not apply.`,
      {
        state: incident.state,
        move,
      },
    );
  }
  Object.assign(incident, change, { state });
  await manager.query(
    `update incident set state = $2, title = $3, cluster = $4, running_at = $5, closed_at = $6,
       closed_by = case when $7 then $8 else closed_by end, call_link = $9, call_phone = $10, call_note = $11,
       next_report_at = $12, freeze_id = $13, reopened = reopened + $14
     where id = $1`,
    [
      incident.id,
      incident.state,
      incident.title,
      incident.cluster,
      incident.runningAt,
      incident.closedAt,
      change.closedBy !== undefined,
      change.closedBy ?? null,
      incident.callLink,
      incident.callPhone,
      incident.callNote,
      incident.nextReportAt,
      incident.freezeId,
      move === 'reopen' ? 1 : 0,
    ],
  );
}

/** What was done: a line of the log, unless `inLog` is false, and an entry of the record. */
export interface Done {
  event: IncidentEvent;
  params?: Record<string, string | number | null>;
  reason?: string | null;
  before?: unknown;
  after?: unknown;
  /** False: what was done stands in the log, or beside it, by itself. */
  inLog?: boolean;
}

/** Writes log and record, and tells the screens; the last thing that an act does in its transaction. */
export async function finishIncident(
  manager: EntityManager,
  incident: IncidentRecord,
  by: { personId: string; name: string } | null,
  done: readonly Done[],
  now: Date,
): Promise<void> {
  const lines = done.filter(({ inLog = true }) => inLog);
  await writeEvents(
    manager,
    incident.id,
    now,
    lines.map(({ event, params = {}, reason }) => ({
      event,
      personId: by?.personId ?? null,
      params: reason ? { ...params, reason } : params,
    })),
  );
  await manager.query(`update incident set version = version + 1 where id = $1`, [incident.id]);
  incident.version += 1;
  const { id: incidentId, realm, state } = incident;
  await publishEvents(manager, [{ type: 'incident.changed', incidentId, realm, state }]);
  await recordDecisions(
    manager,
    done.map(({ event, reason, before, after, params }) => ({
      actor: by,
      action: `incident.${event}`,
      subjectType: 'incident',
      subjectId: incident.id,
      reason: reason ?? null,
      before,
      after: after ?? params,
    })),
  );
}
