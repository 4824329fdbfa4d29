import type { EntityManager } from 'typeorm';
import { scenarioTime } from './drill-clock.js';
import type { DrillRecord } from './drill-record.js';
import type { DrillFacts, Subject } from './facts.js';

/**
 * What has happened, read from the rows of the drill's own posts and nothing else: their mentions are found by the
 * training network and the id of the post, so that nothing real can enter. Rows after its end do not count.
 */
export async function readFacts(manager: EntityManager, drill: DrillRecord): Promise<DrillFacts> {
  const injected: { key: string; elapsedMs: string; mentionId: string | null }[] = await manager.query(
    `select i.key, i.elapsed_ms as "elapsedMs", m.mention_id as "mentionId"
     from drill_inject i
     left join mention_identity m on m.network = 'training' and m.external_id = i.post_id::text
     where i.drill_id = $1 and i.outcome = 'posted' order by i.elapsed_ms, i.key`,
    [drill.id],
  );
  const injects = new Map(
    injected.flatMap(({ key, mentionId }) => (mentionId ? [[mentionId, key] as const] : [])),
  );
  const mentionIds = [...injects.keys()];
  const parameters = [mentionIds, drill.startedAt, drill.endedAt ?? drill.now];
  const at = (moment: Date) => scenarioTime(drill.spells, moment.getTime());
  const keysOf = (ids: readonly string[]) => ids.flatMap((id) => injects.get(id) ?? []);
  const injectOf = (mentionId: string) => injects.get(mentionId) ?? '';

  const replies: ReplyRead[] = await manager.query(REPLIES, parameters);
  const posts: PostRead[] = await manager.query(POSTS, parameters);
  const decisions: DecisionRead[] = await manager.query(DECISIONS, parameters);
  const escalations: EscalationRead[] = await manager.query(ESCALATIONS, parameters);
  const incidents: IncidentRead[] = await manager.query(INCIDENTS, parameters);
  const levels: LevelRead[] = await manager.query(LEVELS, parameters);
  const act = (subject: Subject, moment: Date) => ({ subject, at: at(moment) });
  return {
    posted: injected.map(({ key, elapsedMs, mentionId }) => ({
      inject: key,
      at: Number(elapsedMs),
      mentionId,
    })),
    acts: [
      ...decisions.map(({ mentionId, at: moment }) => act({ type: 'mention', id: mentionId }, moment)),
      ...replies.map(({ mentionId, createdAt }) => act({ type: 'mention', id: mentionId }, createdAt)),
      ...escalations.flatMap(({ id, touchedAt }) =>
        touchedAt ? [act({ type: 'escalation', id }, touchedAt)] : [],
      ),
      ...incidents.map(({ id, declaredAt }) => act({ type: 'incident', id }, declaredAt)),
    ],
    replies: replies.flatMap(({ sentAt, createdAt: _, ...reply }) =>
      sentAt ? [{ ...reply, inject: injectOf(reply.mentionId), at: at(sentAt) }] : [],
    ),
    posts: posts.map(({ incidentId, sentAt }) => ({ incidentId, at: at(sentAt) })),
    noReplies: decisions.flatMap(({ mentionId, state, at: moment }) =>
      state === 'no_reply' ? [{ inject: injectOf(mentionId), mentionId, at: at(moment) }] : [],
    ),
    escalations: escalations.map((one) => ({
      id: one.id,
      injects: keysOf(one.mentionIds),
      departments: one.departments,
      at: one.touchedAt && at(one.touchedAt),
      openedAt: at(one.openedAt),
      acknowledgedAt: one.acknowledgedAt && at(one.acknowledgedAt),
    })),
    incidents: incidents.map(({ id, mentionIds: ids, declaredAt }) => ({
      id,
      injects: keysOf(ids),
      at: at(declaredAt),
    })),
    levels: levels.map(({ topicId, mentionIds: ids, level, before, at: moment }) => ({
      topicId,
      injects: keysOf(ids),
      level,
      before,
      at: at(moment),
    })),
  };
}

interface ReplyRead {
  mentionId: string;
  answerId: string;
  holding: boolean;
  messages: number;
  createdAt: Date;
  sentAt: Date | null;
}

interface PostRead {
  incidentId: string;
  sentAt: Date;
}

interface DecisionRead {
  mentionId: string;
  state: string;
  at: Date;
}

interface EscalationRead {
  id: string;
  mentionIds: string[];
  departments: string[];
  openedAt: Date;
  /** Opened by a person, or taken by one. */
  touchedAt: Date | null;
  acknowledgedAt: Date | null;
}

interface IncidentRead {
  id: string;
  mentionIds: string[];
  declaredAt: Date;
}

interface LevelRead {
  topicId: string;
  mentionIds: string[];
  level: number;
  before: boolean;
  at: Date;
}

const REPLIES = `
  select r.mention_id as "mentionId", r.answer_id as "answerId", a.kind = 'holding_statement' as holding,
    jsonb_array_length(v.key_messages)::integer as messages, r.created_at as "createdAt",
    case when r.state = 'sent' and r.sent_at <= $3 then r.sent_at end as "sentAt"
  from reply r
  join answer a on a.id = r.answer_id
  join answer_version v on v.id = r.answer_version_id
  where r.mention_id = any($1::bigint[]) and r.realm = 'training' and r.created_at between $2 and $3
  order by r.id`;

const POSTS = `
  select r.incident_id as "incidentId", r.sent_at as "sentAt"
  from reply r join incident i on i.id = r.incident_id
  where r.state = 'sent' and r.realm = 'training' and r.sent_at between $2 and $3 and (
    exists (select from mention_topic t where t.topic_id = i.topic_id and t.mention_id = any($1::bigint[]))
    or exists (select from incident_attachment a where a.incident_id = i.id and a.kind = 'mention'
      and a.subject_id = any($1::bigint[])))
  order by r.id`;

const DECISIONS = `
  select d.mention_id as "mentionId", d.to_state as state, d.at from decision d
  where d.mention_id = any($1::bigint[]) and d.person_id is not null and d.undone_at is null and d.at between $2 and $3
  order by d.id`;

const ESCALATIONS = `
  select e.id, e.opened_at as "openedAt",
    case when e.acknowledged_at <= $3 then e.acknowledged_at end as "acknowledgedAt",
    case when e.opened_by is not null then e.opened_at when e.acknowledged_at <= $3 then e.acknowledged_at end as "touchedAt",
    array_agg(distinct m.mention_id::text) as "mentionIds",
    coalesce((select array_agg(distinct d.key) from escalation_ask q join department d on d.id = q.department_id
      where q.escalation_id = e.id), '{}') as departments
  from escalation e join escalation_mention m on m.escalation_id = e.id
  where m.mention_id = any($1::bigint[]) and e.realm = 'training' and e.opened_at between $2 and $3
  group by e.id order by e.id`;

const INCIDENTS = `
  select i.id, i.declared_at as "declaredAt", array_agg(distinct of_it.mention_id::text) as "mentionIds"
  from incident i
  cross join lateral (
    select t.mention_id from mention_topic t where t.topic_id = i.topic_id and t.mention_id = any($1::bigint[])
    union select a.subject_id from incident_attachment a
    where a.incident_id = i.id and a.kind = 'mention' and a.subject_id = any($1::bigint[])) of_it
  where i.realm = 'training' and i.declared_at between $2 and $3
  group by i.id order by i.id`;

/** Rises of the topics that the drill's mentions belong to, and where these stood when it began. */
const LEVELS = `
  with of_it as (
    select topic_id, array_agg(distinct mention_id::text) as mention_ids from mention_topic
    where mention_id = any($1::bigint[]) group by topic_id)
  select t.topic_id as "topicId", t.mention_ids as "mentionIds", e.to_level as level, e.at, false as before
  from of_it t join topic_level_event e on e.topic_id = t.topic_id
  where e.realm = 'training' and e.kind in ('rose', 'set_by_hand') and e.at between $2 and $3
  union all
  select t.topic_id, t.mention_ids, stood.to_level, $2::timestamptz, true
  from of_it t cross join lateral (
    select e.to_level from topic_level_event e
    where e.topic_id = t.topic_id and e.realm = 'training' and e.to_level is not null and e.at < $2
    order by e.at desc, e.id desc limit 1) stood
  where stood.to_level > 0
  order by at`;
