import type { EntityManager } from 'typeorm';
import { fullHours, readBreakdown, readFigures, readTopicFigures } from '#figures';
import type { ReportData } from './contract.js';
import type { IncidentRecord } from './incident-record.js';
import { type IncidentStanding, STATEMENTS_SENT } from './read-facts.js';

const HOUR_MS = 3_600_000;
/** What went before is shown as well, and never less than this in all. */
const LEAST_MS = 12 * HOUR_MS;
const BEFORE_MS = 3 * HOUR_MS;
/** A longer incident is told by its last days. */
const MOST_MS = 7 * 24 * HOUR_MS;

/** The figures of an incident at a moment, as the dashboard defines them. */
export async function readReportData(
  manager: EntityManager,
  incident: IncidentRecord,
  standing: IncidentStanding,
  now: Date,
): Promise<ReportData> {
  const begin = Math.max(
    now.getTime() - MOST_MS,
    Math.min(standing.detectedAt.getTime() - BEFORE_MS, now.getTime() - LEAST_MS),
  );
  const range = fullHours(new Date(begin), now);
  const scope = { realm: incident.realm, topicId: incident.topicId, networks: [], languages: [], ...range };
  const { figures, course } = await readFigures(manager, scope, now);
  const { networks } = await readBreakdown(manager, scope);
  const [topic] = (await readTopicFigures(manager, scope, 1)).topics;
  const [rest]: { name: string; trend: number; statements: number; done: number; open: number }[] =
    await manager.query(
      `select t.name,
         coalesce(l.score - coalesce((
           select m.score from topic_minute m where m.topic_id = i.topic_id and m.realm = i.realm
             and m.minute <= $3 and m.minute > $3::timestamptz - interval '1 hour'
           order by m.minute desc limit 1), 0), 0)::float8 as trend,
         (select count(*)::integer from (${STATEMENTS_SENT}) sent) as statements,
         (select count(*)::integer from incident_task k where k.incident_id = i.id and k.state = 'done') as done,
         (select count(*)::integer from incident_task k where k.incident_id = i.id and k.state = 'open') as open
       from incident i join topic t on t.id = i.topic_id cross join (select $2::timestamptz as at) detected
       left join topic_level l on l.topic_id = i.topic_id and l.realm = i.realm where i.id = $1`,
      [incident.id, standing.detectedAt, new Date(now.getTime() - HOUR_MS)],
    );
  return {
    topic: rest?.name ?? '',
    level: standing.facts.level,
    byHand: standing.byHand,
    trend: rest?.trend ?? 0,
    from: range.from.toISOString(),
    to: range.to.toISOString(),
    figures: figures
      .filter(({ code }) => TOLD.has(code))
      .map(({ code, value, before }) => ({ code, value, before })),
    course: course.map(({ at, mentions, usual }) => ({ at: at.toISOString(), mentions, usual })),
    steps: (topic?.steps ?? [])
      .filter(({ at }) => at <= now)
      .map(({ at, level }) => ({ at: at.toISOString(), level })),
    networks: networks.map(({ code, mentions }) => ({ network: code, mentions })),
    statements: rest?.statements ?? 0,
    tasksDone: rest?.done ?? 0,
    tasksOpen: rest?.open ?? 0,
  };
}

/** What belongs to one topic; the others are about the whole of the work. */
const TOLD: ReadonlySet<string> = new Set([
  'mentions',
  'negativeShare',
  'reach',
  'backlog',
  'replies',
  'responseMedian',
  'messagePenetration',
  'escalationsOpen',
  'escalationsOverdue',
]);
