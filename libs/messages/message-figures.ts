import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import type { MessageFigure } from './contract.js';

/** Whose messages, in which realm, and of what time. */
export interface MessageScope {
  /** null: the messages of the organisation. */
  topicId: string | null;
  realm: Realm;
  /** Inclusive; taken at its full minute, as the counters are. */
  since: Date;
  /** Exclusive; without it up to now. */
  until?: Date;
}

/**
 * What became of the messages of a topic, those in force first. For each message, since it first came into force:
 * penetration = replies that carry it / replies sent to mentions of the topic; pick-up = mentions of the topic that repeat
 * it / mentions of the topic. A find that a person rejected does not count as repeated. Mentions are read from counters;
 * replies, which people send one by one, from their index.
 */
export async function messageFigures(manager: EntityManager, scope: MessageScope): Promise<MessageFigure[]> {
  const rows: Row[] = await manager.query(FIGURES, [
    scope.topicId,
    scope.realm,
    scope.since,
    scope.until ?? new Date(),
  ]);
  const { until } = scope;
  // Messages that came into force only after a span that is over have nothing to say about it.
  return rows.filter(({ from }) => until === undefined || from < until).map(view);
}

const FIGURES = `
  with message as (
    select k.*, s.kind, greatest(k.in_force_from, date_trunc('minute', $3::timestamptz)) as begins
    from key_message k join message_set s on s.id = k.set_id
    where s.topic_id is not distinct from $1::bigint and k.in_force_from is not null
  ),
  sent as materialized (
    select r.sent_at, v.key_messages from reply r join answer_version v on v.id = r.answer_version_id
    where r.state = 'sent' and r.realm = $2 and r.mention_id is not null and r.sent_at >= (select min(begins) from message) and r.sent_at < $4
      and ($1::bigint is null or exists (
        select from mention_topic t where t.mention_id = r.mention_id and t.topic_id = $1::bigint))
  ),
  minute as materialized (
    select minute, sum(mentions) as mentions from mention_counter
    where topic_id = coalesce($1::bigint, 0) and realm = $2 and minute >= (select min(begins) from message) and minute < $4
    group by minute
  )
  select m.key, m.text_fr as fr, m.text_en as en, m.set_id as "setId", m.kind, m.umbrella, m.in_force as "inForce",
    m.begins as "from", replies.sent as "repliesSent", replies.carrying as "repliesCarrying",
    (select coalesce(sum(mentions), 0)::integer from minute where minute >= m.begins) as mentions,
    hits.found - hits.rejected as "mentionsRepeating", hits.confirmed, hits.rejected
  from message m
  cross join lateral (
    select count(*)::integer as sent,
      count(*) filter (where key_messages @> jsonb_build_array(jsonb_build_object('id', m.key)))::integer as carrying
    from sent where sent_at >= m.begins
  ) replies
  cross join lateral (
    select coalesce(sum(found), 0)::integer as found, coalesce(sum(confirmed), 0)::integer as confirmed,
      coalesce(sum(rejected), 0)::integer as rejected
    from message_pick_up where message_key = m.key and realm = $2 and minute >= m.begins and minute < $4
  ) hits
  order by m.in_force desc, m.kind, m.set_id, m.umbrella desc, m.key`;

interface Row extends Omit<MessageFigure, 'text' | 'from' | 'penetration' | 'pickUp' | 'precision'> {
  fr: string;
  en: string;
  from: Date;
}

function view({ fr, en, from, ...row }: Row): MessageFigure {
  return {
    ...row,
    text: { fr, en },
    from: from.toISOString(),
    penetration: share(row.repliesCarrying, row.repliesSent),
    pickUp: share(row.mentionsRepeating, row.mentions),
    precision: share(row.confirmed, row.confirmed + row.rejected),
  };
}

/** null where there is nothing to be a share of. A post dated a little ahead may be found before it is counted: at most 1. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}
