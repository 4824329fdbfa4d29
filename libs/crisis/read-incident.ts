import type { EntityManager } from 'typeorm';
import type { IncidentDetail, IncidentSummary, IncidentTask, RoleOffer } from './contract.js';
import { notFound } from '#platform/problem';
import { readPlaybooks } from './playbooks.js';
import { FITTING_STRATEGIES } from './playbook.js';
import { readStandings } from './read-facts.js';
import { waitsFor } from './waits-for.js';

type Ref = { id: string; name: string };

interface Row {
  id: string;
  title: string;
  topic: IncidentSummary['topic'];
  realm: IncidentSummary['realm'];
  state: IncidentSummary['state'];
  crisisType: string;
  cluster: IncidentSummary['cluster'];
  declaredLevel: number;
  declaredAt: Date;
  closedAt: Date | null;
  nextReportAt: Date | null;
  why: string;
  declaredBy: Ref;
  closedBy: Ref | null;
  runningAt: Date | null;
  reopened: number;
  version: number;
  call: IncidentDetail['call'];
  report: IncidentDetail['report'];
}

const ROWS = `
  select i.id, i.title, json_build_object('id', t.id::text, 'name', t.name, 'active', t.active) as topic, i.realm, i.state,
    i.crisis_type as "crisisType", i.cluster, i.declared_level as "declaredLevel", i.declared_at as "declaredAt",
    i.closed_at as "closedAt", i.next_report_at as "nextReportAt", i.why, i.running_at as "runningAt", i.reopened,
    i.version, json_build_object('id', d.id::text, 'name', d.name) as "declaredBy",
    case when c.id is not null then json_build_object('id', c.id::text, 'name', c.name) end as "closedBy",
    json_build_object('link', i.call_link, 'phone', i.call_phone, 'note', i.call_note) as call,
    (select json_build_object('id', r.id::text, 'number', r.number, 'draft', r.state = 'draft')
     from situation_report r where r.incident_id = i.id order by r.number desc limit 1) as report
  from incident i join topic t on t.id = i.topic_id join person d on d.id = i.declared_by
  left join person c on c.id = i.closed_by`;

/** Incidents of these ids, in their order. */
export async function readIncidents(
  manager: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<IncidentSummary[]> {
  return (await read(manager, ids, now)).map(({ summary }) => summary);
}

async function read(manager: EntityManager, ids: readonly string[], now: Date) {
  if (ids.length === 0) return [];
  const rows: Row[] = await manager.query(`${ROWS} where i.id = any($1::bigint[])`, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const standings = await readStandings(manager, ids);
  const names = new Map((await readPlaybooks(manager)).map(({ key, name }) => [key, name]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const standing = standings.get(id);
    if (!row || !standing) return [];
    const summary: IncidentSummary = {
      id: row.id,
      title: row.title,
      topic: row.topic,
      realm: row.realm,
      state: row.state,
      type: {
        key: row.crisisType,
        name: names.get(row.crisisType) ?? { fr: row.crisisType, en: row.crisisType },
      },
      cluster: row.cluster,
      level: standing.facts.level,
      levelByHand: standing.byHand,
      levelSince: standing.levelSince?.toISOString() ?? null,
      declaredLevel: row.declaredLevel,
      declaredAt: row.declaredAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      lead: standing.lead,
      offeredLead: standing.offeredLead,
      nextReportAt: row.nextReportAt?.toISOString() ?? null,
      waitsFor: waitsFor(standing.facts, now.getTime()).map((waiting) => ({
        ...waiting,
        dueAt: waiting.dueAt === null ? null : new Date(waiting.dueAt).toISOString(),
      })),
    };
    return [{ row, standing, summary }];
  });
}

/** Everything about one incident but its log, its statements, its reports and its review. Throws `incident-not-found`. */
export async function readIncidentDetail(
  manager: EntityManager,
  incidentId: string,
  now: Date,
): Promise<IncidentDetail> {
  const [found] = await read(manager, [incidentId], now);
  if (!found) throw notFound('incident-not-found', 'There is no such incident.');
  const { row, standing, summary } = found;
  const offers = await readOffers(manager, incidentId);
  return {
    ...summary,
    why: row.why,
    declaredBy: row.declaredBy,
    runningAt: row.runningAt?.toISOString() ?? null,
    closedBy: row.closedBy,
    reopened: row.reopened,
    version: row.version,
    call: row.call,
    detectedAt: standing.detectedAt.toISOString(),
    statementDueAt: standing.statementDueAt?.toISOString() ?? null,
    statementAt: standing.statementAt?.toISOString() ?? null,
    freeze: await readFreeze(manager, incidentId),
    offers,
    tasks: await readTasks(manager, incidentId, offers),
    strategies: [...FITTING_STRATEGIES[row.cluster]],
    obstacles: row.state === 'closed' ? [] : standing.obstacles,
    report: row.report,
  };
}

async function readOffers(manager: EntityManager, incidentId: string): Promise<RoleOffer[]> {
  const rows: (Omit<RoleOffer, 'proposedAt' | 'dueAt' | 'answeredAt' | 'endedAt'> &
    Record<'proposedAt' | 'dueAt', Date> &
    Record<'answeredAt' | 'endedAt', Date | null>)[] = await manager.query(
    `select o.id, o.role, json_build_object('id', p.id::text, 'name', p.name) as person, o.state,
       json_build_object('id', b.id::text, 'name', b.name) as "proposedBy", o.proposed_at as "proposedAt",
       o.due_at as "dueAt", o.answered_at as "answeredAt", o.ended_at as "endedAt", o.reason, o.hand_over as "handOver"
     from incident_role o join person p on p.id = o.person_id join person b on b.id = o.proposed_by
     where o.incident_id = $1 order by o.id desc`,
    [incidentId],
  );
  return rows.map(({ proposedAt, dueAt, answeredAt, endedAt, ...row }) => ({
    ...row,
    proposedAt: proposedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

async function readTasks(
  manager: EntityManager,
  incidentId: string,
  offers: readonly RoleOffer[],
): Promise<IncidentTask[]> {
  const rows: (Omit<IncidentTask, 'dueAt' | 'done' | 'owner' | 'assigned'> & {
    dueAt: Date;
    owner: Ref | null;
    doneAt: Date | null;
    doneBy: Ref | null;
  })[] = await manager.query(
    `select k.id, json_build_object('fr', k.label_fr, 'en', k.label_en) as label, k.role, k.due_at as "dueAt", k.state,
       k.note, k.done_at as "doneAt",
       case when o.id is not null then json_build_object('id', o.id::text, 'name', o.name) end as owner,
       case when d.id is not null then json_build_object('id', d.id::text, 'name', d.name) end as "doneBy"
     from incident_task k left join person o on o.id = k.owner_id left join person d on d.id = k.done_by
     where k.incident_id = $1 order by k.due_at, k.id`,
    [incidentId],
  );
  const holders = new Map(
    offers.filter(({ state }) => state === 'accepted').map(({ role, person }) => [role, person]),
  );
  return rows.map(({ dueAt, doneAt, doneBy, owner, ...row }) => ({
    ...row,
    owner: owner ?? holders.get(row.role) ?? null,
    assigned: owner !== null,
    dueAt: dueAt.toISOString(),
    done: doneAt && doneBy ? { at: doneAt.toISOString(), by: doneBy } : null,
  }));
}

async function readFreeze(manager: EntityManager, incidentId: string): Promise<IncidentDetail['freeze']> {
  const [row]: (Omit<NonNullable<IncidentDetail['freeze']>, 'frozenAt' | 'releasedAt'> & {
    frozenAt: Date;
    releasedAt: Date | null;
  })[] = await manager.query(
    `select f.id, f.reason, f.frozen_at as "frozenAt", f.released_at as "releasedAt",
       case when b.id is not null then json_build_object('id', b.id::text, 'name', b.name) end as by,
       case when r.id is not null then json_build_object('id', r.id::text, 'name', r.name) end as "releasedBy",
       (select count(*)::integer from reply y join answer a on a.id = y.answer_id
        where y.state = 'queued' and y.realm = f.realm and f.released_at is null and a.kind <> 'holding_statement'
          and (y.passed_freeze_at is null or y.passed_freeze_at < f.frozen_at)) as held
     from incident i join publication_freeze f on f.id = i.freeze_id left join person b on b.id = f.person_id
     left join person r on r.id = f.released_by_id where i.id = $1`,
    [incidentId],
  );
  if (!row) return null;
  return {
    ...row,
    frozenAt: row.frozenAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
  };
}
