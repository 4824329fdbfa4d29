/** Topics with messages: as many as an overview shows and some more, among them those that are spoken of most. */
const TOPICS = 15;

/**
 * Messages of the organisation and of the largest topics: each house an umbrella and three pillars, all but the last in
 * force before the data begins. One mention of thirty repeats one of its topics' messages, and every third answer
 * carries some.
 */
export function messages(): string[] {
  return [
    `insert into message_set (id, kind, topic_id) overriding system value
     select 1 + n, 'house', nullif(n, 0) from generate_series(0, ${TOPICS}) n`,
    `insert into key_message (key, set_id, umbrella, text_fr, text_en, in_force, in_force_from)
     select 'm' || n || '-' || k, 1 + n, k = 0, 'Message ' || k, 'Message ' || k, true,
       date_trunc('minute', now()) - case when k = 3 then interval '40 days' else interval '100 days' end
         - n * interval '1 hour'
     from generate_series(0, ${TOPICS}) n, generate_series(0, 3) k`,
    `insert into message_hit (message_key, mention_id, published_at, realm, kind, share, words, verdict)
     select 'm' || t.topic_id || '-' || t.mention_id % 4, t.mention_id, t.published_at, t.realm, 'near', 0.8, '[]',
       case when t.mention_id % 31 = 0 then 'no' when t.mention_id % 37 = 0 then 'yes' end
     from (
       select topic_id, mention_id, published_at, realm from mention_topic where topic_id <= ${TOPICS}
       union all
       select 0, id, published_at, realm from mention
     ) t
     join key_message k on k.key = 'm' || t.topic_id || '-' || t.mention_id % 4 and k.in_force_from <= t.published_at
     where hashint8(t.mention_id) % 30 = 0`,
    `insert into message_pick_up (message_key, realm, minute, found, confirmed, rejected)
     select message_key, realm, date_trunc('minute', published_at), count(*), count(*) filter (where verdict = 'yes'),
       count(*) filter (where verdict = 'no')
     from message_hit group by 1, 2, 3`,
    `insert into message_pick_up_sum (message_key, realm, span, start, found, confirmed, rejected)
     select message_key, realm, span, date_trunc(span, minute, 'UTC'), sum(found), sum(confirmed), sum(rejected)
     from message_pick_up cross join (values ('hour'), ('day')) s(span) group by 1, 2, 3, 4`,
    `update answer_version set key_messages = jsonb_build_array(
       jsonb_build_object('id', 'm0-' || id % 4), jsonb_build_object('id', 'm' || topic_id % ${TOPICS} || '-' || id % 3))
     where key_messages <> '[]'`,
    `analyze message_set, key_message, message_hit, message_pick_up, message_pick_up_sum, answer_version`,
  ];
}
