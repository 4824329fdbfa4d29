/**
 * SQL: the mentions that answer a published reply of answer $1 in realm $2, as `reaction` (reply_id, id, published_at,
 * network, sentiment, text, author). They are found by their conversation, or by what they answer where the network
 * knows no conversations: both have an index, so no more is read than belongs to the replies.
 */
export const REACTION = `
  sent as (
    select r.id, r.network, r.external_id, i.mention_id, i.published_at
    from reply r join mention_identity i on i.mention_id = r.mention_id
    where r.answer_id = $1 and r.realm = $2 and r.state = 'sent' and r.external_id is not null
  ),
  reaction as (
    select sent.id as reply_id, m.id, m.published_at, m.network, m.sentiment, m.text,
      coalesce(m.author_name, m.author_handle) as author
    from sent join mention s on s.id = sent.mention_id and s.published_at = sent.published_at
    cross join lateral (
      select m.* from mention m
      where m.network = sent.network and m.conversation_key in (s.conversation_key, s.external_id)
        and m.in_reply_to = sent.external_id
      union all
      select m.* from mention m
      where m.network = sent.network and m.in_reply_to = sent.external_id and m.conversation_key is null
    ) m
    where m.realm = $2 and not m.own and m.assessed_at is not null
  )`;

/** Weeks that the usage shows. */
export const USAGE_WEEKS = 12;

/** Every figure of the usage in one row; $3 is the moment that counts as now. */
export const USAGE = `
  with ${REACTION},
  use as (
    select r.network, r.sent_at, variant.language, v.number
    from reply r join answer_version v on v.id = r.answer_version_id
      join answer_variant variant on variant.id = r.answer_variant_id
    where r.answer_id = $1 and r.realm = $2 and r.state = 'sent'
  ),
  week as (
    select this_week - make_interval(weeks => back) as begins
    from (select date_trunc('week', $3::timestamptz at time zone 'UTC') at time zone 'UTC' as this_week) today,
      generate_series(0, ${USAGE_WEEKS - 1}) back
  )
  select (select count(*)::integer from use) as total,
    (select max(sent_at) from use) as "lastAt",
    ${grouped('network', 'network', 'use')} as "byNetwork",
    ${grouped('language', 'language', 'use')} as "byLanguage",
    ${grouped('number', 'versionNumber', 'use')} as "byVersion",
    ${grouped('sentiment', 'sentiment', 'reaction')} as "bySentiment",
    (select count(*)::integer from reaction) as reactions,
    (select jsonb_agg(jsonb_build_object('from', begins, 'count',
        (select count(*) from use where sent_at >= begins and sent_at < begins + interval '7 days')) order by begins)
      from week) as "byWeek"`;

function grouped(column: string, name: string, rows: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('${name}', ${column}, 'count', times)
    order by times desc, ${column}), '[]') from (select ${column}, count(*) as times from ${rows} group by ${column}) g)`;
}
