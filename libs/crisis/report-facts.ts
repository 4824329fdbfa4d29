import type { EntityManager } from 'typeorm';
import type { ReportData } from './contract.js';
import type { IncidentRecord } from './incident-record.js';
import { DETECTED, type IncidentStanding } from './read-facts.js';
import type { ReportFacts } from './report-draft.js';

/** Lines and tasks told one by one; a report is no copy of the log. */
const MOST_LINES = 30;

/** Everything that a draft tells of, besides its figures. */
export async function readReportFacts(
  manager: EntityManager,
  incident: IncidentRecord,
  standing: IncidentStanding,
  data: ReportData,
): Promise<ReportFacts> {
  const [about]: { why: string }[] = await manager.query('select why from incident where id = $1', [
    incident.id,
  ]);
  const lines: { kind: string; text: string; at: Date; by: string | null }[] = await manager.query(
    `select e.kind, e.text, e.at, p.name as by from incident_log e left join person p on p.id = e.person_id
     where e.incident_id = $1 and e.kind <> 'event'
       and not exists (select from incident_log later where later.refers_to = e.id
         and (later.refers_as = 'corrects' or (e.kind = 'unknown' and later.kind <> 'unknown')))
     order by e.at desc, e.id desc limit 200`,
    [incident.id],
  );
  const of = (kind: string) =>
    lines
      .filter((line) => line.kind === kind)
      .slice(0, MOST_LINES)
      .reverse();
  const tasks: {
    label: { fr: string; en: string };
    state: string;
    dueAt: Date;
    doneAt: Date | null;
    doneBy: string | null;
    owner: string | null;
  }[] = await manager.query(
    `select json_build_object('fr', k.label_fr, 'en', k.label_en) as label, k.state, k.due_at as "dueAt",
       k.done_at as "doneAt", d.name as "doneBy", coalesce(o.name, h.name) as owner
     from incident_task k left join person d on d.id = k.done_by left join person o on o.id = k.owner_id
     left join incident_role r on r.incident_id = k.incident_id and r.role = k.role and r.state = 'accepted'
     left join person h on h.id = r.person_id
     where k.incident_id = $1 and k.state <> 'dropped' order by coalesce(k.done_at, k.due_at), k.id`,
    [incident.id],
  );
  const messages: ReportFacts['messages'] = await manager.query(
    `select json_build_object('fr', min(v.question_fr), 'en', min(v.question_en)) as question, count(*)::integer as replies
     from incident i cross join lateral (${DETECTED}) detected
     join reply r on r.realm = i.realm and r.state = 'sent' and r.sent_at >= detected.at
     join answer_version v on v.id = r.answer_version_id
     where i.id = $1 and (r.incident_id = i.id or exists (
       select from mention_topic t where t.mention_id = r.mention_id and t.topic_id = i.topic_id))
     group by r.answer_id order by count(*) desc, r.answer_id limit 10`,
    [incident.id],
  );
  return {
    title: incident.title,
    why: about?.why ?? '',
    topic: data.topic,
    level: data.level,
    byHand: data.byHand,
    levelSince: standing.levelSince,
    trend: data.trend,
    lead: standing.lead?.name ?? null,
    nextReportAt: incident.nextReportAt,
    mentions: data.course.reduce((sum, { mentions }) => sum + mentions, 0),
    facts: of('fact').map(({ text }) => text),
    unknowns: of('unknown').map(({ text }) => text),
    decisions: of('decision'),
    done: tasks
      .flatMap(({ label, doneAt, doneBy }) => (doneAt ? [{ label, at: doneAt, by: doneBy ?? '' }] : []))
      .slice(-MOST_LINES),
    open: tasks.filter(({ state }) => state === 'open').slice(0, MOST_LINES),
    messages,
  };
}
