import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { IncidentState } from './life-cycles.js';
import { type Person, readStandings } from './read-facts.js';
import { type Waiting, waitsFor } from './waits-for.js';

/** An incident that is not closed, as a dashboard tells of it. */
export interface OpenIncident {
  id: string;
  title: string;
  /** As the topic is called now. */
  topic: { id: string; name: string };
  realm: Realm;
  state: IncidentState;
  /** Where the topic stands now. */
  level: number;
  /** Null until somebody has accepted to lead. */
  lead: Person | null;
  /** When it was declared. */
  since: Date;
  nextReportAt: Date | null;
  /** The most pressing first; empty when nothing is due. */
  waitsFor: Waiting[];
}

/** Incidents that are not closed, of one realm, or of one topic in it: the highest level first, then the oldest. */
export async function openIncidents(
  manager: EntityManager,
  scope: { realm: Realm; topicId?: string; now: Date },
): Promise<OpenIncident[]> {
  const rows: (Omit<OpenIncident, 'topic' | 'level' | 'lead' | 'waitsFor'> & {
    topicId: string;
    topicName: string;
  })[] = await manager.query(
    `select i.id, i.title, i.topic_id as "topicId", t.name as "topicName", i.realm, i.state, i.declared_at as since,
       i.next_report_at as "nextReportAt"
     from incident i join topic t on t.id = i.topic_id
     where i.state <> 'closed' and i.realm = $1 and ($2::bigint is null or i.topic_id = $2)
     order by i.declared_at, i.id`,
    [scope.realm, scope.topicId ?? null],
  );
  const standings = await readStandings(
    manager,
    rows.map(({ id }) => id),
  );
  return rows
    .flatMap(({ topicId, topicName, ...row }) => {
      const standing = standings.get(row.id);
      if (!standing) return [];
      return [
        {
          ...row,
          topic: { id: topicId, name: topicName },
          level: standing.facts.level,
          lead: standing.lead,
          waitsFor: waitsFor(standing.facts, scope.now.getTime()),
        },
      ];
    })
    .sort((one, other) => other.level - one.level);
}
