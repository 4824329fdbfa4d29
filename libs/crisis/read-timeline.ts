import type { EntityManager } from 'typeorm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import type { readIncidentLog, TimelineEntry } from './contract.js';
import { readIncidentRecord } from './incident-record.js';
import { DETECTED } from './read-facts.js';

interface Row extends Omit<TimelineEntry, 'at' | 'writtenAt' | 'nextCheckAt' | 'by'> {
  at: Date;
  writtenAt: Date | null;
  nextCheckAt: Date | null;
  personId: string | null;
  personName: string | null;
}

type Query = InputOf<typeof readIncidentLog>['query'];

/**
 * The log with what happened beside it. Moves of the level, replies (by answer and hour), posts and decisions of
 * escalations are read where they stand and are never copied into the log, so that nothing can appear twice.
 */
export async function readTimeline(
  manager: EntityManager,
  incidentId: string,
  { order, cursor, limit }: Query,
): Promise<ResponseOf<typeof readIncidentLog>> {
  await readIncidentRecord(manager, incidentId);
  const [at, key] = cursor === undefined ? [null, null] : readPlace(cursor);
  const [way, after] = order === 'oldest' ? ['asc', '>'] : ['desc', '<'];
  const rows: (Row & { place: string })[] = await manager.query(
    `select *, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place from (${TIMELINE}) entry
     where $2::timestamptz is null or (at, key) ${after} ($2::timestamptz, $3::text)
     order by at ${way}, key ${way} limit $4`,
    [incidentId, at, key, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ place: _, ...row }) => entryOf(row)),
    next: rows.length > limit && last ? encodeCursor([last.place, last.key]) : null,
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

function readPlace(cursor: string): [at: string, key: string] {
  const [at, key] = decodeCursor(cursor, 2) ?? [];
  if (typeof at === 'string' && INSTANT.test(at) && !Number.isNaN(Date.parse(at)))
    if (typeof key === 'string' && /^[a-z]+-[\w-]+$/.test(key)) return [at, key];
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}

/** A line that was just written. */
export async function readLogEntry(
  manager: EntityManager,
  incidentId: string,
  id: string,
): Promise<TimelineEntry> {
  const [row]: Row[] = await manager.query(`${LOG} where e.incident_id = $1 and e.id = $2`, [incidentId, id]);
  if (!row) throw new Error(`line ${id} is not there`);
  return entryOf(row);
}

function entryOf({ at, writtenAt, nextCheckAt, personId, personName, ...row }: Row): TimelineEntry {
  return {
    ...row,
    at: at.toISOString(),
    writtenAt: writtenAt?.toISOString() ?? null,
    nextCheckAt: nextCheckAt?.toISOString() ?? null,
    by: personId === null ? null : { id: personId, name: personName ?? '' },
  };
}

const LOG = `
  select 'log-' || e.id as key, e.kind, e.at, e.written_at as "writtenAt", e.person_id as "personId",
    p.name as "personName", e.text, e.basis, e.id as "logId", e.refers_to as "refersTo", e.refers_as as "refersAs",
    (select c.id from incident_log c where c.refers_to = e.id and c.refers_as = 'corrects' limit 1) as "correctedBy",
    e.next_check_at as "nextCheckAt",
    exists (select from incident_log c where c.refers_to = e.id) as checked, e.event, e.params
  from incident_log e left join person p on p.id = e.person_id`;

const NOT_IN_LOG = `null::bigint as "logId", null::bigint as "refersTo", null::text as "refersAs", null::bigint as "correctedBy",
    null::timestamptz as "nextCheckAt", false as checked`;

const TIMELINE = `
  with i as materialized (
    select i.*, detected.at as detected_at, coalesce(i.closed_at, 'infinity') as until
    from incident i cross join lateral (${DETECTED}) detected where i.id = $1
  )
  (${LOG} where e.incident_id = $1)
  union all (
    select 'level-' || l.id, 'level', l.at, null, l.person_id, p.name, coalesce(l.note, ''), '', ${NOT_IN_LOG}, l.kind,
      jsonb_build_object('from', l.from_level, 'to', l.to_level)
    from i join topic_level_event l on l.topic_id = i.topic_id and l.realm = i.realm
      and l.at >= i.detected_at and l.at <= i.until and l.kind <> 'incident_proposed'
    left join person p on p.id = l.person_id)
  union all (
    select 'replies-' || r.answer_id || '-' || extract(epoch from date_trunc('hour', r.sent_at))::bigint, 'replies',
      min(r.sent_at), null, null, null, min(coalesce(nullif(v.question_fr, ''), v.question_en)), '', ${NOT_IN_LOG},
      min(a.kind), jsonb_build_object('replies', count(*), 'answerId', r.answer_id::text)
    from i join reply r on r.realm = i.realm and r.state = 'sent' and r.sent_at >= i.detected_at
      and r.sent_at <= i.until
    join answer a on a.id = r.answer_id join answer_version v on v.id = r.answer_version_id
    where exists (select from mention_topic t where t.mention_id = r.mention_id and t.topic_id = i.topic_id)
      or exists (select from incident_attachment x where x.incident_id = i.id and x.kind = 'mention'
        and x.subject_id = r.mention_id)
    group by r.answer_id, date_trunc('hour', r.sent_at))
  union all (
    select 'post-' || r.id || '-' || step.event, 'post', step.at, null, step.person_id, p.name,
      coalesce(account.account, account.name), '', ${NOT_IN_LOG}, step.event,
      jsonb_build_object('network', r.network, 'answerId', r.answer_id::text, 'words', r.text)
    from reply r join source account on account.id = r.source_id
    left join reply_removal removal on removal.reply_id = r.id
    cross join lateral (values ('released', r.second_at, r.second_person_id),
      ('sent', case when r.state = 'sent' then r.sent_at end, null::bigint),
      ('removed', removal.removed_at, removal.person_id)) as step(event, at, person_id)
    left join person p on p.id = step.person_id
    where r.incident_id = $1 and step.at is not null)
  union all (
    select 'escalation-' || e.id, 'escalation', e.decided_at, null, null, null, e.question, '', ${NOT_IN_LOG},
      e.outcome->>'kind', jsonb_build_object('escalationId', e.id::text)
    from i join escalation e on e.realm = i.realm and e.decided_at >= i.detected_at and e.decided_at <= i.until
    where e.topic_id = i.topic_id or exists (
      select from incident_attachment x where x.incident_id = i.id and x.kind = 'escalation' and x.subject_id = e.id))`;
