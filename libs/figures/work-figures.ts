import type { EntityManager } from 'typeorm';
import { CASE_MEASURE_SQL } from '#escalation';
import { before, type FigureScope } from './figure-scope.js';
import { byPoint, pointOf } from './points.js';
import { Values } from './tally-sql.js';
import { together } from './together.js';

export interface EscalationCount {
  /** As things stand. */
  open: number;
  overdue: number;
  /** Opened in the range and taken by somebody, and how many of those in time. */
  acknowledged: number;
  inTime: number;
}

/** Escalations of a topic or of all. They have neither network nor language: these do not narrow them. */
export async function readEscalationFigures(
  manager: EntityManager,
  scope: FigureScope,
): Promise<{
  now: EscalationCount;
  before: EscalationCount;
  /** Of those opened within each point, oldest first. */
  course: Pick<EscalationCount, 'acknowledged' | 'inTime'>[];
}> {
  const read = async (of: FigureScope) => {
    const values = new Values();
    const opened = `e.opened_at >= ${values.add(of.from, 'timestamptz')} and e.opened_at < ${values.add(of.to, 'timestamptz')}`;
    const any = (measure: string) => `coalesce(bool_or(${measure}), false)`;
    const [row]: EscalationCount[] = await manager.query(
      `select count(*) filter (where a.open)::integer as open, count(*) filter (where a.overdue)::integer as overdue,
         count(*) filter (where ${opened} and a.acknowledged)::integer as acknowledged,
         count(*) filter (where ${opened} and a.in_time)::integer as "inTime"
       from escalation e cross join lateral (
         select ${any(CASE_MEASURE_SQL.open)} as open, ${any(CASE_MEASURE_SQL.overdue)} as overdue,
           ${any(CASE_MEASURE_SQL.acknowledged)} as acknowledged, ${any(CASE_MEASURE_SQL.in_time)} as in_time
         from escalation_ask a where a.escalation_id = e.id
       ) a
       where e.realm = ${values.add(of.realm, 'text')} and (e.state in ('open', 'acknowledged') or ${opened})
         ${of.topicId === null ? '' : `and e.topic_id = ${values.add(of.topicId, 'bigint')}`}`,
      values.list,
    );
    return row ?? { open: 0, overdue: 0, acknowledged: 0, inTime: 0 };
  };
  const [now, earlier, course] = await together(manager, [
    () => read(scope),
    () => read(before(scope)),
    () => readEscalationCourse(manager, scope),
  ]);
  return { now, before: earlier, course };
}

async function readEscalationCourse(manager: EntityManager, scope: FigureScope) {
  const values = new Values();
  const any = (measure: string) =>
    `exists (select from escalation_ask a where a.escalation_id = e.id and ${measure})`;
  const rows: { at: Date; acknowledged: number; inTime: number }[] = await manager.query(
    `select ${pointOf('e.opened_at', scope, values)} as at,
       count(*) filter (where ${any(CASE_MEASURE_SQL.acknowledged)})::integer as acknowledged,
       count(*) filter (where ${any(CASE_MEASURE_SQL.in_time)})::integer as "inTime"
     from escalation e
     where e.realm = ${values.add(scope.realm, 'text')} and e.opened_at >= ${values.add(scope.from, 'timestamptz')}
       and e.opened_at < ${values.add(scope.to, 'timestamptz')}
       ${scope.topicId === null ? '' : `and e.topic_id = ${values.add(scope.topicId, 'bigint')}`}
     group by 1`,
    values.list,
  );
  return byPoint(scope, rows, { acknowledged: 0, inTime: 0 });
}

/** Incidents that are not closed, of a topic or of all. Neither network nor language narrows them. */
export async function readOpenIncidents(manager: EntityManager, scope: FigureScope): Promise<number> {
  const [row]: { open: number }[] = await manager.query(
    `select count(*)::integer as open from incident
     where realm = $1 and state <> 'closed' and ($2::bigint is null or topic_id = $2)`,
    [scope.realm, scope.topicId],
  );
  return row?.open ?? 0;
}

export interface ApprovalCount {
  decided: number;
  /** Seconds from submission to the decision of a department. */
  median: number | null;
}
export interface ApprovalFigures {
  now: ApprovalCount;
  before: ApprovalCount;
  /** The median of each point, oldest first. */
  course: (number | null)[];
  byDepartment: (ApprovalCount & { departmentId: string; waiting: number })[];
}

/** Conditions on a decision `p` about the version `v`. */
export function approvalsSql(scope: FigureScope, values: Values): string {
  const range = `p.at >= ${values.add(scope.from, 'timestamptz')} and p.at < ${values.add(scope.to, 'timestamptz')}`;
  const topic = scope.topicId === null ? '' : ` and v.topic_id = ${values.add(scope.topicId, 'bigint')}`;
  return `not p.void and v.submitted_at is not null and ${range}${topic}`;
}

const MEDIAN = `percentile_cont(0.5) within group
  (order by greatest(0, date_part('epoch', p.at - v.submitted_at)))`;

/** How long departments take to decide on answers, and what waits for them now. The library is the same in both realms. */
export async function readApprovalFigures(
  manager: EntityManager,
  scope: FigureScope,
): Promise<ApprovalFigures> {
  const count = async (of: FigureScope) => {
    const values = new Values();
    const [row]: ApprovalCount[] = await manager.query(
      `select count(*)::integer as decided, ${MEDIAN} as median
       from answer_approval p join answer_version v on v.id = p.version_id where ${approvalsSql(of, values)}`,
      values.list,
    );
    return row ?? { decided: 0, median: null };
  };
  const values = new Values();
  const readPoints = async () => {
    const given = new Values();
    const rows: { at: Date; median: number | null }[] = await manager.query(
      `select ${pointOf('p.at', scope, given)} as at, ${MEDIAN} as median
       from answer_approval p join answer_version v on v.id = p.version_id where ${approvalsSql(scope, given)} group by 1`,
      given.list,
    );
    return byPoint<{ median: number | null }>(scope, rows, { median: null }).map(({ median }) => median);
  };
  const [now, earlier, course, byDepartment] = await together(manager, [
    () => count(scope),
    () => count(before(scope)),
    readPoints,
    () =>
      manager.query(
        `select d.id as "departmentId", coalesce(p.decided, 0) as decided, p.median,
         (select count(*)::integer from answer_version w where w.state = 'in_review' and d.id = any(w.department_ids)
            and not exists (select from answer_approval x where x.version_id = w.id and x.department_id = d.id and not x.void)
         ) as waiting
       from department d left join (
         select p.department_id, count(*)::integer as decided, ${MEDIAN} as median
         from answer_approval p join answer_version v on v.id = p.version_id
         where ${approvalsSql(scope, values)} group by 1
       ) p on p.department_id = d.id order by d.id`,
        values.list,
      ) as Promise<ApprovalFigures['byDepartment']>,
  ]);
  return { now, before: earlier, course, byDepartment };
}

/** Counting stops here, as in the inbox. */
export const BACKLOG_CEILING = 1000;

export interface Backlog {
  waiting: number;
  atLeast: boolean;
  /** When the one that waits longest was published; null where none waits or too many do. */
  oldestAt: Date | null;
}

/** Of a state of a topic under further filters, no more than its newest so many are looked at. */
const LOOKED_AT = 10_000;

/** Mentions that are new or in progress, whenever they were published. */
export async function readBacklog(manager: EntityManager, scope: FigureScope): Promise<Backlog> {
  const values = new Values();
  const realm = values.add(scope.realm, 'text');
  const narrowing = [
    ...(scope.networks.length > 0 ? [`m.network = any(${values.add(scope.networks, 'text[]')})`] : []),
    ...(scope.languages.length > 0 ? [`m.language = any(${values.add(scope.languages, 'text[]')})`] : []),
  ];
  const narrowed = ['m.assessed_at is not null and not m.own', ...narrowing].join(' and ');
  const waiting =
    scope.topicId === null
      ? `select m.published_at, false as cut from mention m
         where ${narrowed} and m.realm = ${realm} and m.state = s.state and m.state in ('new', 'in_progress')
         limit ${BACKLOG_CEILING}`
      : ofTopic(values.add(scope.topicId, 'bigint'), realm, narrowing.length > 0 ? narrowed : null);
  const [row]: { waiting: number; cut: boolean; oldestAt: Date | null }[] = await manager.query(
    `select count(*)::integer as waiting, coalesce(bool_or(cut), false) as cut, min(published_at) as "oldestAt"
     from (
       select w.* from unnest('{new,in_progress}'::text[]) s(state) cross join lateral (${waiting}) w
       limit ${BACKLOG_CEILING}
     ) capped`,
    values.list,
  );
  const found = row?.waiting ?? 0;
  const atLeast = found >= BACKLOG_CEILING || (row?.cut ?? false);
  return { waiting: found, atLeast, oldestAt: atLeast ? null : (row?.oldestAt ?? null) };
}

/** What waits in a topic, in the state `s.state`: from its index alone where nothing narrows it. */
function ofTopic(topic: string, realm: string, narrowed: string | null): string {
  const waiting = `from mention_topic where topic_id = ${topic} and realm = ${realm} and state = s.state`;
  if (narrowed === null) return `select published_at, false as cut ${waiting} limit ${BACKLOG_CEILING}`;
  return `
    select m.published_at, t.place >= ${LOOKED_AT} as cut from (
      select published_at, mention_id, row_number() over (order by published_at desc, mention_id desc) as place
      ${waiting} order by published_at desc, mention_id desc limit ${LOOKED_AT}
    ) t cross join lateral (
      select m.published_at from mention m where m.id = t.mention_id and m.published_at = t.published_at
        and ${narrowed} offset 0
    ) m limit ${BACKLOG_CEILING}`;
}
