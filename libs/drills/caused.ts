import type { EntityManager } from 'typeorm';
import type { Caused } from './contract.js';
import { CAUSED_KINDS, type CausedKind } from './caused-kinds.js';

/** What a drill has caused and what is still open, in the order in which it is closed. */
export async function readCaused(manager: EntityManager, drillId: string): Promise<Caused[]> {
  const rows: Caused[] = await manager.query(CAUSED, [drillId]);
  const place = ({ kind }: Caused) => CAUSED_KINDS.indexOf(kind);
  return rows.toSorted((one, other) => place(one) - place(other) || Number(one.id) - Number(other.id));
}

/** How much there is of each kind, for the record. */
export function countCaused(caused: readonly Caused[]): Partial<Record<CausedKind, number>> {
  return Object.fromEntries(
    CAUSED_KINDS.flatMap((kind) => {
      const count = caused.filter((one) => one.kind === kind).length;
      return count === 0 ? [] : [[kind, count]];
    }),
  );
}

/** SQL: the drill `d` is the last one that began. What a topic does after that belongs to a later one. */
const IS_LAST = `not exists (select from drill later where later.started_at > d.started_at)`;

/**
 * One drill at most is under way, and the training network is its stage: what belongs to its posts is its own, and so is
 * what happened to their topics, or to topics that were raised by hand, from its start to that of the next one. An
 * escalation whose decision is being carried out closes by itself.
 */
const CAUSED = `
  with of_it as (
    select d.id, d.language, d.started_at as since, ${IS_LAST} as last,
      coalesce((select min(later.started_at) from drill later where later.started_at > d.started_at), 'infinity') as until
    from drill d where d.id = $1 and d.started_at is not null
  ), posts as (
    select m.mention_id as id from of_it join drill_inject i on i.drill_id = of_it.id and i.outcome = 'posted'
    join mention_identity m on m.network = 'training' and m.external_id = i.post_id::text
  ), topics as (
    select t.topic_id as id from posts join mention_topic t on t.mention_id = posts.id
    union
    select e.topic_id from of_it join topic_level_event e on e.realm = 'training' and e.kind = 'set_by_hand'
      and e.at >= of_it.since and e.at < of_it.until
  ), incidents as (
    select i.id, i.title, i.state from of_it join incident i on i.realm = 'training'
      and i.declared_at >= of_it.since and i.declared_at < of_it.until
    where i.topic_id in (select id from topics) or exists (
      select from incident_attachment a join posts on posts.id = a.subject_id
      where a.incident_id = i.id and a.kind = 'mention')
  ), requests as (
    select r.id, r.question, r.state from of_it join answer_request r on r.realm = 'training' and r.asked_at >= of_it.since
    where exists (select from answer_request_mention rm join posts on posts.id = rm.mention_id
      where rm.request_id = r.id and rm.standing = 'attached')
  )
  select 'proposal' as kind, p.id, t.name as title from of_it join incident_proposal p on p.realm = 'training'
    and p.state = 'open' and p.proposed_at >= of_it.since and p.proposed_at < of_it.until
  join topics on topics.id = p.topic_id join topic t on t.id = p.topic_id
  union all
  select 'level', l.topic_id, t.name from of_it join topic_level l on l.realm = 'training' and of_it.last
    and (l.level > 0 or l.manual_level is not null)
  join topics on topics.id = l.topic_id join topic t on t.id = l.topic_id
  union all
  select 'request', id, question from requests where state in ('open', 'drafted', 'in_review', 'ready')
  union all
  select 'escalation', e.id, e.question from of_it join escalation e on e.realm = 'training'
    and e.state in ('open', 'acknowledged', 'decided') and e.effect <> 'pending' and e.opened_at >= of_it.since
  where exists (select from escalation_mention m join posts on posts.id = m.mention_id where m.escalation_id = e.id)
    or (e.subject_type = 'answer_request' and e.subject_id in (select id from requests))
    or (e.subject_type = 'topic' and e.opened_at < of_it.until and e.subject_id in (select id from topics))
  union all
  select 'invitation', i.id, coalesce(p.name, case of_it.language when 'fr' then f.name_fr else f.name_en end)
  from of_it cross join posts join answer_invitation i on i.mention_id = posts.id
  left join person p on p.id = i.person_id left join field_of_expertise f on f.id = i.field_id
  where i.state in ('open', 'taken') or (i.state = 'answered' and exists (
    select from reply r where r.invitation_id = i.id and r.state in ('awaiting_second', 'queued')))
  union all
  select 'reply', r.id, r.text from reply r
  where r.realm = 'training' and r.state in ('awaiting_second', 'queued')
    and (r.mention_id in (select id from posts) or r.incident_id in (select id from incidents))
  union all
  select 'incident', id, title from incidents where state <> 'closed'
  union all
  select 'freeze', z.id, z.reason from of_it join publication_freeze z on z.realm = 'training' and z.released_at is null
    and z.frozen_at >= of_it.since and z.frozen_at < of_it.until
  where not exists (select from incident i where i.freeze_id = z.id and i.state <> 'closed')`;
