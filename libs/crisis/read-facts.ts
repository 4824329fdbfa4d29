import type { EntityManager } from 'typeorm';
import type { IncidentState } from './life-cycles.js';
import { firstWordDue } from './targets.js';
import { type ClosingObstacle, closingObstacles, type IncidentFacts, reviewLacks } from './waits-for.js';

export interface Person {
  id: string;
  name: string;
}

/** Where an incident stands, with everything that its next steps follow from. */
export interface IncidentStanding {
  id: string;
  facts: IncidentFacts;
  byHand: boolean;
  levelSince: Date | null;
  lead: Person | null;
  offeredLead: Person | null;
  /** When the topic came to level 2 or more before it was declared; else when it was declared. */
  detectedAt: Date;
  statementDueAt: Date | null;
  /** When the first holding statement went out. */
  statementAt: Date | null;
  obstacles: ClosingObstacle[];
}

interface Row {
  posts: number;
  id: string;
  state: IncidentState;
  level: number;
  byHand: boolean;
  levelSince: Date | null;
  leadId: string | null;
  leadName: string | null;
  offeredId: string | null;
  offeredName: string | null;
  leadDueAt: Date | null;
  offers: number;
  offersDueAt: Date | null;
  tasks: number;
  tasksDueAt: Date | null;
  checks: number;
  checksDueAt: Date | null;
  nextReportAt: Date | null;
  detectedAt: Date;
  reached: { at: string; level: number }[];
  statementAt: Date | null;
  review: { happened: string; worked: string; failed: string; noActions: boolean } | null;
  actions: number;
  frozen: boolean;
}

/** Reads the standing of incidents, in the order of their ids. */
export async function readStandings(
  manager: EntityManager,
  incidentIds: readonly string[],
): Promise<Map<string, IncidentStanding>> {
  if (incidentIds.length === 0) return new Map();
  const rows: Row[] = await manager.query(STANDING, [incidentIds]);
  return new Map(rows.map((row) => [row.id, standingOf(row)]));
}

function standingOf(row: Row): IncidentStanding {
  const review = row.review && { ...row.review, actions: row.actions };
  const due = firstWordDue(row.reached.map(({ at, level }) => ({ at: Date.parse(at), level })));
  return {
    id: row.id,
    byHand: row.byHand,
    levelSince: row.levelSince,
    lead: person(row.leadId, row.leadName),
    offeredLead: person(row.offeredId, row.offeredName),
    detectedAt: row.detectedAt,
    statementDueAt: due === null ? null : new Date(due),
    statementAt: row.statementAt,
    obstacles: closingObstacles(row.level, row.frozen, review),
    facts: {
      state: row.state,
      level: row.level,
      leads: row.leadId !== null,
      leadDueAt: row.leadId === null ? ms(row.leadDueAt) : null,
      offers: { count: row.offers, dueAt: ms(row.offersDueAt) },
      tasks: { count: row.tasks, dueAt: ms(row.tasksDueAt) },
      checks: { count: row.checks, dueAt: ms(row.checksDueAt) },
      posts: row.posts,
      statementDueAt: row.statementAt === null ? due : null,
      nextReportAt: ms(row.nextReportAt),
      reviewComplete: reviewLacks(review).length === 0,
      frozen: row.frozen,
    },
  };
}

const ms = (at: Date | null) => at?.getTime() ?? null;

function person(id: string | null, name: string | null): Person | null {
  return id === null ? null : { id, name: name ?? '' };
}

/** A check is open until another line says what came of it, or corrects the line that asked for it. */
export const OPEN_CHECK = (l: string) =>
  `${l}.next_check_at is not null and not exists (select from incident_log later where later.refers_to = ${l}.id)`;

/** Holding statements that left for incident `i` since the crisis was noticed: under its mentions, or as posts of their own. */
export const STATEMENTS_SENT = `
  select r.sent_at from reply r join answer a on a.id = r.answer_id and a.kind = 'holding_statement'
  where r.state = 'sent' and r.realm = i.realm and r.sent_at >= detected.at
    and (r.incident_id = i.id
      or exists (select from mention_topic t where t.mention_id = r.mention_id and t.topic_id = i.topic_id)
      or exists (select from incident_attachment x where x.incident_id = i.id and x.kind = 'mention'
        and x.subject_id = r.mention_id))`;

/**
 * When the level came from below 2 to 2 or more, if it has stayed there until incident `i` was declared; else the
 * declaration: an earlier crisis of the topic that is over sets no times of this one.
 */
export const DETECTED = `
  select coalesce((
    select e.at from topic_level_event e
    where e.topic_id = i.topic_id and e.realm = i.realm and e.kind in ('rose', 'set_by_hand') and e.from_level < 2
      and e.to_level >= 2 and e.at <= i.declared_at
      and not exists (
        select from topic_level_event back
        where back.topic_id = e.topic_id and back.realm = e.realm and back.kind in ('fell', 'set_by_hand', 'hand_ended')
          and back.to_level < 2 and (back.at, back.id) > (e.at, e.id) and back.at <= i.declared_at)
    order by e.at desc, e.id desc limit 1), i.declared_at) as at`;

const STANDING = `
  select i.id, i.state, coalesce(l.level, 0) as level, coalesce(l.manual_until > now(), false) as "byHand", l.since as "levelSince",
    lead.person_id as "leadId", leader.name as "leadName", offer.person_id as "offeredId", offered.name as "offeredName",
    offer.due_at as "leadDueAt", others.count as offers, others.due_at as "offersDueAt", tasks.count as tasks,
    tasks.due_at as "tasksDueAt", checks.count as checks, checks.due_at as "checksDueAt",
    i.next_report_at as "nextReportAt", detected.at as "detectedAt",
    coalesce((
      select json_agg(json_build_object('at', reached.at, 'level', reached.level)) from (
        select e.at, e.to_level as level from topic_level_event e
        where e.topic_id = i.topic_id and e.realm = i.realm and e.kind in ('rose', 'set_by_hand')
          and e.at >= detected.at and (i.closed_at is null or e.at <= i.closed_at) and e.to_level >= 2
        union all select i.declared_at, i.declared_level where i.declared_level >= 2
      ) reached), '[]') as reached,
    (select min(sent_at) from (${STATEMENTS_SENT}) sent) as "statementAt",
    (select count(*)::integer from reply r where r.incident_id = i.id and r.state = 'awaiting_second') as posts,
    case when v.incident_id is not null then json_build_object(
      'happened', v.happened, 'worked', v.worked, 'failed', v.failed, 'noActions', v.no_actions) end as review,
    (select count(*)::integer from review_action a where a.incident_id = i.id) as actions,
    exists (select from publication_freeze f where f.id = i.freeze_id and f.released_at is null) as frozen
  from incident i
  cross join lateral (${DETECTED}) detected
  left join topic_level l on l.topic_id = i.topic_id and l.realm = i.realm
  left join incident_role lead on lead.incident_id = i.id and lead.role = 'lead' and lead.state = 'accepted'
  left join person leader on leader.id = lead.person_id
  left join incident_role offer on offer.incident_id = i.id and offer.role = 'lead' and offer.state = 'proposed'
  left join person offered on offered.id = offer.person_id
  left join incident_review v on v.incident_id = i.id
  cross join lateral (
    select count(*)::integer as count, min(o.due_at) as due_at from incident_role o
    where o.incident_id = i.id and o.state = 'proposed' and (o.role <> 'lead' or lead.person_id is not null)) others
  cross join lateral (
    select count(*)::integer as count, min(t.due_at) as due_at from incident_task t
    where t.incident_id = i.id and t.state = 'open') tasks
  cross join lateral (
    select count(*)::integer as count, min(c.next_check_at) as due_at from incident_log c
    where c.incident_id = i.id and ${OPEN_CHECK('c')}) checks
  where i.id = any($1::bigint[]) order by i.id`;
