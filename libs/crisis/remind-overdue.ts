import type { DataSource, EntityManager } from 'typeorm';
import { exerciseMark, notify } from '#notifications';
import type { Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { peopleWho } from './people.js';
import { OPEN_CHECK, readStandings } from './read-facts.js';
import { remindOnce, type ReminderKind } from './remind-once.js';
import { ROLE_NAMES } from './words.js';
import type { IncidentRole } from './life-cycles.js';

interface Overdue {
  kind: ReminderKind;
  subjectId: string;
  incidentId: string;
  realm: Realm;
  title: string;
  level: number;
  dueAt: Date;
  subjectFr: string;
  subjectEn: string;
  /** Who is to do it, if somebody is. */
  personId: string | null;
  leadId: string | null;
}

const WHAT: Readonly<Record<Exclude<ReminderKind, 'proposal' | 'action'>, { fr: string; en: string }>> = {
  role: { fr: 'rôle non accepté', en: 'a role is not accepted' },
  statement: { fr: 'message d’attente', en: 'holding statement' },
  task: { fr: 'liste des tâches', en: 'checklist' },
  check: { fr: 'point à vérifier', en: 'something to check' },
  report: { fr: 'point de situation', en: 'situation report' },
};

/**
 * Tells whoever is to do it, and the lead, of what is overdue in open incidents: once for each thing and due time.
 * Everything that is overdue is looked at in every turn, so nothing is missed that came due while no worker ran.
 */
export async function remindOverdue(dataSource: DataSource, now: Date): Promise<void> {
  await inTransaction(dataSource, async ({ manager }) => {
    const overdue: Overdue[] = await manager.query(OVERDUE, [now]);
    for (const one of [...overdue, ...(await overdueStatements(manager, now))]) await tell(manager, one);
    await tellOwnersOfActions(manager, now);
  });
}

async function tell(manager: EntityManager, one: Overdue): Promise<void> {
  if (one.kind === 'proposal' || one.kind === 'action') return;
  if (!(await remindOnce(manager, one.kind, one.subjectId, one.dueAt))) return;
  const known = [one.personId, one.leadId].filter((id): id is string => id !== null);
  const personIds =
    known.length > 0 ? known : (await peopleWho(manager, 'incidents.run')).map((person) => person.id);
  if (personIds.length === 0) return;
  const named = one.kind === 'role' ? ROLE_NAMES[one.subjectFr as IncidentRole] : null;
  await notify(manager, {
    kind: 'incident.overdue',
    personIds,
    level: one.level,
    groupKey: `incident.overdue:${one.incidentId}:${one.kind}`,
    params: {
      ...exerciseMark(one.realm),
      title: one.title,
      what_fr: WHAT[one.kind].fr,
      what_en: WHAT[one.kind].en,
      subject_fr: (named?.fr ?? one.subjectFr).slice(0, 160),
      subject_en: (named?.en ?? one.subjectEn).slice(0, 160),
    },
    link: `/incidents/${one.incidentId}`,
  });
}

const OF_INCIDENT = `i.id as "incidentId", i.realm, i.title, coalesce(l.level, 0) as level`;
const INCIDENT = `
  join incident i on i.id = x.incident_id and i.state <> 'closed'
  left join topic_level l on l.topic_id = i.topic_id and l.realm = i.realm
  left join incident_role lead on lead.incident_id = i.id and lead.role = 'lead' and lead.state = 'accepted'`;

const OVERDUE = `
  select 'role' as kind, x.id as "subjectId", ${OF_INCIDENT}, x.due_at as "dueAt", x.role as "subjectFr",
    x.role as "subjectEn", x.person_id as "personId", coalesce(lead.person_id, x.proposed_by) as "leadId"
  from incident_role x ${INCIDENT} where x.state = 'proposed' and x.due_at <= $1
  union all
  select 'task', x.id, ${OF_INCIDENT}, x.due_at, x.label_fr, x.label_en, coalesce(x.owner_id, holder.person_id),
    lead.person_id
  from incident_task x ${INCIDENT}
  left join incident_role holder on holder.incident_id = i.id and holder.role = x.role and holder.state = 'accepted'
  where x.state = 'open' and x.due_at <= $1 and i.state <> 'closing'
  union all
  select 'check', x.id, ${OF_INCIDENT}, x.next_check_at, x.text, x.text, x.person_id, lead.person_id
  from incident_log x ${INCIDENT} where x.next_check_at <= $1 and ${OPEN_CHECK('x')}
  union all
  select 'report', i.id, ${OF_INCIDENT}, i.next_report_at, '', '', keeper.person_id, lead.person_id
  from (select id as incident_id from incident where state <> 'closed' and next_report_at <= $1) x ${INCIDENT}
  left join incident_role keeper on keeper.incident_id = i.id and keeper.role = 'log_keeper'
    and keeper.state = 'accepted'
  order by "dueAt", "subjectId"`;

async function overdueStatements(manager: EntityManager, now: Date): Promise<Overdue[]> {
  const rows: (Omit<Overdue, 'kind' | 'dueAt' | 'subjectFr' | 'subjectEn'> & { subjectId: string })[] =
    await manager.query(
      `select i.id as "subjectId", ${OF_INCIDENT}, community.person_id as "personId", lead.person_id as "leadId"
       from (select id as incident_id from incident where state in ('declared', 'running')) x ${INCIDENT}
       left join incident_role community on community.incident_id = i.id and community.role = 'community'
         and community.state = 'accepted'`,
    );
  const standings = await readStandings(
    manager,
    rows.map(({ incidentId }) => incidentId),
  );
  return rows.flatMap((row) => {
    const standing = standings.get(row.incidentId);
    const dueAt = standing?.facts.statementDueAt === null ? null : (standing?.statementDueAt ?? null);
    return dueAt === null || dueAt > now
      ? []
      : [{ ...row, kind: 'statement' as const, dueAt, subjectFr: '', subjectEn: '' }];
  });
}

async function tellOwnersOfActions(manager: EntityManager, now: Date): Promise<void> {
  const actions: { id: string; ownerId: string; realm: Realm; text: string; title: string; dueAt: Date }[] =
    await manager.query(
      `select a.id, a.owner_id as "ownerId", a.text, i.realm, i.title, a.due_at as "dueAt" from review_action a
       join incident i on i.id = a.incident_id where a.state = 'open' and a.due_at <= $1 order by a.id`,
      [now],
    );
  for (const { id, ownerId, realm, text, title, dueAt } of actions) {
    if (!(await remindOnce(manager, 'action', id, dueAt))) continue;
    await notify(manager, {
      kind: 'incident.action_overdue',
      personIds: [ownerId],
      level: 0,
      groupKey: 'incident.action_overdue',
      params: { ...exerciseMark(realm), text: text.slice(0, 160), title },
      link: '/incidents/actions',
    });
  }
}
