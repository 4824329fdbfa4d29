/** SQL: a time is brought to the full hour or day of UTC that begins at it or after it. */
const from = (span: 'hour' | 'day', time: string) =>
  `date_trunc('${span}', ${time} + interval '1 ${span}' - interval '1 microsecond', 'UTC')`;

/**
 * What became of the messages of these topics (0: of the organisation): `$1` their ids, `$2` the realm, `$3` since, `$4`
 * until. Mentions and finds are read from sums by day and hour, and by minute only at both ends. Replies are counted by
 * the version of the answer that they are of, and then by the messages of that version.
 */
export const MESSAGE_FIGURES_SQL = `
  with message as materialized (
    select k.*, s.kind, coalesce(s.topic_id, 0) as topic_id,
      greatest(k.in_force_from, date_trunc('minute', $3::timestamptz)) as begins
    from key_message k join message_set s on s.id = k.set_id
    where coalesce(s.topic_id, 0) = any($1::bigint[]) and k.in_force_from is not null
  ),
  -- Minutes up to the first full hour, hours up to the first full day, days, hours, minutes.
  hours as (
    select topic_id, begins, least(${from('hour', 'begins')}, $4) as first_hour,
      greatest(date_trunc('hour', $4::timestamptz, 'UTC'), least(${from('hour', 'begins')}, $4)) as last_hour
    from message group by topic_id, begins
  ),
  days as (
    select *, ${from('day', 'first_hour')} as first_day, date_trunc('day', last_hour, 'UTC') as last_day from hours
  ),
  span as materialized (
    select topic_id, begins, row_number() over (partition by topic_id order by begins) as place, first_hour, last_hour,
      case when first_day < last_day then first_day else last_hour end as first_day,
      case when first_day < last_day then last_day else last_hour end as last_day
    from days
  ),
  said as materialized (
    select s.topic_id, s.begins, (
      select coalesce(sum(mentions), 0)::integer from (
        ${piecesSql((piece) =>
          piece.span === null
            ? `select mentions from mention_counter c where c.topic_id = s.topic_id and c.realm = $2
                 and ${piece.within('c.minute')}`
            : `select mentions from topic_tally t where t.topic_id = s.topic_id and t.realm = $2 and t.span = '${piece.span}'
                 and t.network = '' and t.language = '' and ${piece.within('t.start')}`,
        )}
      ) piece
    ) as mentions
    from span s
  ),
  -- Each reply is read once, and falls behind the last beginning that it comes after.
  begun as (select topic_id, array_agg(begins order by begins) as begins from span group by 1),
  sent as materialized (
    select b.topic_id, r.answer_version_id, r.place, count(*) as replies
    from begun b cross join lateral (
      select r.answer_version_id, width_bucket(r.sent_at, b.begins) as place from reply r
      where b.topic_id = 0 and r.state = 'sent' and r.realm = $2 and r.mention_id is not null
        and r.sent_at >= b.begins[1] and r.sent_at < $4
      union all
      select t.answer_version_id, width_bucket(t.sent_at, b.begins) from topic_reply t
      where t.topic_id = b.topic_id and t.realm = $2 and t.sent_at >= b.begins[1] and t.sent_at < $4
      union all
      select r.answer_version_id, width_bucket(r.sent_at, b.begins) from reply r
      where b.topic_id <> 0 and r.state = 'sent' and r.corrects_id is not null and r.realm = $2
        and r.sent_at >= b.begins[1] and r.sent_at < $4
        and exists (select from mention_topic t where t.mention_id = r.mention_id and t.topic_id = b.topic_id)
    ) r group by 1, 2, 3
  ),
  sent_all as materialized (select topic_id, place, sum(replies) as replies from sent group by 1, 2),
  sent_carrying as materialized (
    select s.topic_id, s.place, c.key, sum(s.replies) as replies
    from sent s join answer_version v on v.id = s.answer_version_id
    cross join lateral (select distinct carried->>'id' as key from jsonb_array_elements(v.key_messages) carried) c
    where v.key_messages <> '[]' group by 1, 2, 3
  )
  select m.key, m.text_fr as fr, m.text_en as en, m.set_id as "setId", m.kind, m.umbrella, m.in_force as "inForce",
    m.begins as "from", nullif(m.topic_id, 0)::text as "topicId", said.mentions,
    (select coalesce(sum(replies), 0)::integer from sent_all a
     where a.topic_id = m.topic_id and a.place >= s.place) as "repliesSent",
    (select coalesce(sum(replies), 0)::integer from sent_carrying c
     where c.topic_id = m.topic_id and c.key = m.key and c.place >= s.place) as "repliesCarrying",
    hits.found - hits.rejected as "mentionsRepeating",
    hits.confirmed, hits.rejected
  from message m
  join span s on s.topic_id = m.topic_id and s.begins = m.begins
  join said on said.topic_id = m.topic_id and said.begins = m.begins
  cross join lateral (
    select coalesce(sum(found), 0)::integer as found, coalesce(sum(confirmed), 0)::integer as confirmed,
      coalesce(sum(rejected), 0)::integer as rejected
    from (
      ${piecesSql((piece) =>
        piece.span === null
          ? `select found, confirmed, rejected from message_pick_up p where p.message_key = m.key and p.realm = $2
               and ${piece.within('p.minute')}`
          : `select found, confirmed, rejected from message_pick_up_sum p where p.message_key = m.key and p.realm = $2
               and p.span = '${piece.span}' and ${piece.within('p.start')}`,
      )}
    ) piece
  ) hits
  order by m.in_force desc, m.kind, m.set_id, m.umbrella desc, m.key`;

interface Piece {
  /** null: single minutes. */
  span: 'hour' | 'day' | null;
  /** The condition on a time. */
  within: (time: string) => string;
}

/** SQL: the rows of all pieces that a row `s` of `span` is cut into. */
function piecesSql(rows: (piece: Piece) => string): string {
  const pieces: [Piece['span'], string, string][] = [
    [null, 's.begins', 's.first_hour'],
    ['hour', 's.first_hour', 's.first_day'],
    ['day', 's.first_day', 's.last_day'],
    ['hour', 's.last_day', 's.last_hour'],
    [null, 's.last_hour', '$4::timestamptz'],
  ];
  return pieces
    .map(([span, first, end]) => rows({ span, within: (time) => `${time} >= ${first} and ${time} < ${end}` }))
    .join(' union all ');
}
