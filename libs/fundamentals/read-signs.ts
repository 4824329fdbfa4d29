import type { EntityManager } from 'typeorm';
import { NEED_DAYS, type Sign } from './needs.js';

const DAY_MS = 86_400_000;

/** Where others had to set right what this person did, and where their time ran out, within the days that count. */
export function readSigns(manager: EntityManager, personId: string, now: Date): Promise<Sign[]> {
  return manager.query(SIGNS, [personId, new Date(now.getTime() - NEED_DAYS * DAY_MS), now]);
}

const SIGNS = `
  -- The very next decision on the mention was a colleague's, and took this one back.
  select case d.action when 'no_reply' then 'no_reply_reopened' else 'escalation_taken_back' end as kind,
    case i.network when 'training' then 'training' else 'live' end as realm, next.at,
    '/inbox/' || d.mention_id || '?state=all' as path
  from decision d
    join mention_identity i on i.mention_id = d.mention_id
    cross join lateral (
      select o.action, o.person_id, o.at from decision o
      where o.mention_id = d.mention_id and o.id > d.id and o.undone_at is null order by o.id limit 1) next
  where d.person_id = $1 and d.at > $2 and d.action in ('no_reply', 'escalate') and d.undone_at is null
    and next.action = 'reopen' and next.person_id <> $1
  union all
  select 'reply_refused', r.realm, r.created_at,
    coalesce('/inbox/' || r.mention_id || '?state=all', '/incidents/' || r.incident_id || '?tab=statements')
  from reply r
  where r.person_id = $1 and r.created_at > $2 and r.state = 'refused' and r.problem_code = 'second-person-refused'
  union all
  select 'reply_corrected', r.realm, c.created_at, '/inbox/' || r.mention_id || '?state=all'
  from reply r join reply c on c.corrects_id = r.id
  where r.person_id = $1 and r.created_at > $2 and c.person_id <> $1 and c.state not in ('refused', 'cancelled')
  union all
  -- Asked, and the question went on to the next step before anybody took it; or taken, and the time ran out.
  select 'ask_missed', e.realm, max(missed.at), '/escalations/' || e.id || '?view=all'
  from (
    select a.escalation_id, l.at from escalation_asked a
      join escalation_log l on l.escalation_id = a.escalation_id and l.ask_id = a.ask_id and l.kind = 'asked'
        and (l.round, l.step, l.repetition) > (a.round, a.step, a.repetition)
    where a.person_id = $1 and a.at > $2 and not exists (
      select from escalation_log taken
      where taken.escalation_id = a.escalation_id and taken.ask_id = a.ask_id and taken.kind = 'acknowledged'
        and taken.at between a.at and l.at)
    union all
    select l.escalation_id, l.at from escalation_asked a
      join escalation_log l on l.escalation_id = a.escalation_id and l.ask_id = a.ask_id and l.kind = 'lapsed'
        and l.person_id = a.person_id
    where a.person_id = $1 and a.at > $2
  ) missed join escalation e on e.id = missed.escalation_id
  group by e.id
  union all
  select 'task_late', c.realm, t.due_at, '/incidents/' || c.id || '?tab=checklist'
  from incident_task t join incident c on c.id = t.incident_id
  where t.owner_id = $1 and t.due_at > $2 and t.due_at < $3
    and case t.state when 'open' then c.state <> 'closed' when 'done' then t.done_at > t.due_at else false end`;
