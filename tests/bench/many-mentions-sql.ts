/** Topics of the data that dashboard and inbox are measured on; the first ones are spoken of most. */
export const BENCH_TOPICS = 200;
const DAYS = 90;

/** A number in [0, 1) that depends on the key and the salt only, and not on what another salt gives for that key. */
const chance = (key: string, salt: number) =>
  `((hashint8extended(${key}, ${salt}) & 1073741823) / 1073741824.0)::float8`;

/**
 * The statements that make mentions of 90 days, the same for the same number but for the time they end at: a rhythm of
 * the day, twelve bursts, five networks, three languages, 200 topics of very different size, authors of very different
 * reach who stay on their network, conversations of some posts and twelve of very many. Tallies and counters stand as
 * the product would have counted them.
 */
export function mentionsAndTallies(mentions: number): string[] {
  const authors = Math.max(50, Math.floor(mentions / 12));
  return [
    `insert into topic (id, name, query) overriding system value
     select n, 'Topic ' || n, 'topic' || n from generate_series(1, ${BENCH_TOPICS}) n`,
    `select ensure_mention_partition(now() - make_interval(months => k)) from generate_series(0, 4) k`,
    `create temporary table made on commit drop as
     select id, case when at < now() then at else at - interval '1 day' end as published_at,
       (array['x', 'x', 'x', 'facebook', 'facebook', 'mastodon', 'youtube', 'feed'])[1 + author % 8] as network,
       (array['fr', 'fr', 'en', 'en', 'de'])[1 + floor(5 * ${chance('id', 14)})::integer] as language,
       case when ${chance('id', 6)} < 0.9 then 0 when ${chance('id', 6)} < 0.98 then 1
         when ${chance('id', 6)} < 0.997 then 2 else 3 end as level,
       case when ${chance('id', 7)} < 0.25 then 'negative' when ${chance('id', 7)} < 0.8 then 'neutral'
         else 'positive' end as sentiment,
       author, floor(power(10, 1 + 4 * ${chance('author', 12)}))::integer as followers,
       (array['press', 'official', 'brand', 'automated', 'person', 'person', 'person', 'person', 'person', 'person']
         )[1 + author / 8 % 10] as voice,
       case when at > now() - interval '1 day' or ${chance('id', 15)} < 0.025 then 'new'
         when ${chance('id', 16)} < 0.02 then 'answered' when ${chance('id', 16)} < 0.03 then 'in_progress'
         else 'no_reply' end as state,
       case when ${chance('id', 17)} < 0.005 then 'long' || id % 12 else 't' || id / 6 end as conversation,
       case when ${chance('id', 9)} < 0.6
         then 1 + floor(power(${chance('id', 10)}, 3) * ${BENCH_TOPICS})::integer end as topic,
       case when ${chance('id', 9)} < 0.15
         then 1 + floor(${chance('id', 11)} * ${BENCH_TOPICS})::integer end as second_topic
     from (
       select n as id, floor(power(${chance('n', 8)}, 2) * ${authors})::bigint as author,
         case when ${chance('n', 1)} < 0.15
           then now() - (1 + n % 12) * interval '7 days' + power(${chance('n', 2)}, 2) * interval '6 hours'
           else date_trunc('day', now()) - floor(${DAYS} * ${chance('n', 3)}) * interval '1 day'
             + (14 + 10 * (${chance('n', 4)} + ${chance('n', 5)} - 1)) * interval '1 hour'
         end as at
       from generate_series(1::bigint, ${mentions}) n
     ) drawn`,
    `analyze made`,
    `insert into mention_identity (mention_id, network, external_id, published_at) overriding system value
     select id, network, 'b' || id, published_at from made`,
    `insert into author (id, realm, network, key, handle, name, to_compare) overriding system value
     select distinct on (author) author + 1, 'live', network, 'author_' || author, 'author_' || author,
       'Author ' || author, false from made`,
    `insert into mention (id, published_at, realm, network, external_id, author_handle, author_name, author_followers,
       author_id, text, conversation_key, received_at, state, level, severity, language, language_known, sentiment,
       assessment, assessed_at, search)
     select id, published_at, 'live', network, 'b' || id, 'author_' || author, 'Author ' || author, followers,
       author + 1, body, conversation, published_at, state, level, level * 22, language, true, sentiment,
       jsonb_build_object('authorKind', voice, 'reasons', '[]'::jsonb, 'language', language, 'languageKnown', true,
         'sentiment', sentiment, 'intent', 'neutral', 'harm', 'none', 'severity', level * 22, 'level', level,
         'advice', '[]'::jsonb),
       published_at, to_tsvector('passerelle_plain', body)
     from made cross join lateral (
       select 'Post ' || id || ' about ' || string_agg(word, ' ') as body from (
         select (array['delivery', 'refund', 'station', 'battery', 'strike', 'price', 'driver', 'app'])[1 + (id / k) % 8]
           || (id * k) % 997 as word from generate_series(1, 8) k
         union all select 'outage' where ${chance('id', 18)} < 0.02
       ) w
     ) t`,
    `insert into mention_topic (topic_id, published_at, mention_id, realm, state, level)
     select distinct t.topic_id, published_at, id, 'live', state, level from made
     cross join lateral (values (topic), (second_topic)) t(topic_id) where t.topic_id is not null`,
    `create temporary table counted on commit drop as
     select t.topic_id, m.* from made m cross join lateral (
       select 0::bigint as topic_id union select topic where topic is not null
       union select second_topic where second_topic is not null
     ) t`,
    `analyze counted`,
    `insert into mention_counter (minute, realm, topic_id, network, language, level, mentions)
     select date_trunc('minute', published_at), 'live', topic_id, network, language, level, count(*)
     from counted group by 1, 2, 3, 4, 5, 6`,
    `insert into author_day (topic_id, realm, network, author, day, language, voice, mentions, negative, followers)
     select topic_id, 'live', network, 'author_' || author, date_trunc('day', published_at, 'UTC'), language, voice,
       count(*), count(*) filter (where sentiment = 'negative'), max(followers)
     from counted group by 1, 2, 3, 4, 5, 6, 7`,
    `insert into mention_tally (topic_id, realm, span, start, network, language, voice, mentions, negative, reach)
     select topic_id, 'live', 'hour', date_trunc('hour', published_at, 'UTC'), network, language, voice, count(*),
       count(*) filter (where sentiment = 'negative'), 0
     from counted group by 1, 2, 3, 4, 5, 6, 7`,
    `analyze mention_tally, author_day`,
    `insert into mention_tally (topic_id, realm, span, start, network, language, voice, mentions, negative, reach)
     select topic_id, realm, 'day', d, network, language, voice, m, n, r from (
       select topic_id, realm, date_trunc('day', start, 'UTC') as d, network, language, voice, sum(mentions) as m,
         sum(negative) as n
       from mention_tally where span = 'hour' group by 1, 2, 3, 4, 5, 6
     ) t join (
       select topic_id, realm, day as d, network, language, voice, sum(followers) as r from author_day
       group by 1, 2, 3, 4, 5, 6
     ) a using (topic_id, realm, d, network, language, voice)`,
    `insert into mention_tally (topic_id, realm, span, start, network, language, voice, mentions, negative, reach)
     select topic_id, realm, 'week', date_trunc('week', start, 'UTC'), network, language, voice, sum(mentions),
       sum(negative), sum(reach)
     from mention_tally where span = 'day' group by 1, 2, 4, 5, 6, 7`,
    `insert into topic_tally (topic_id, realm, span, start, network, language, mentions, negative, reach)
     select topic_id, realm, span, start, n.network, n.language, sum(mentions), sum(negative), sum(reach)
     from mention_tally t
     cross join lateral (values ('', ''), (t.network, ''), ('', t.language)) n(network, language)
     group by 1, 2, 3, 4, 5, 6`,
  ];
}

/** Levels, escalations, answers and their approvals, and a reply to whatever was answered. */
export function aroundMentions(): string[] {
  return [
    `insert into person (id, email, name, roles, locale) overriding system value
     values (1, 'bench@example.org', 'Bench', '{executive}', 'en')`,
    `insert into department (id, key, name_fr, name_en) overriding system value
     select n, 'd' || n, 'D' || n, 'D' || n from generate_series(1, 8) n`,
    `insert into topic_level (topic_id, realm, level, since, score, evaluated_minute, topic_version)
     select n, 'live', (n % 40 = 0)::integer * (1 + n % 3), now() - interval '3 hours', 10, date_trunc('minute', now()), 1
     from generate_series(1, ${BENCH_TOPICS}) n`,
    `insert into topic_level_event (topic_id, realm, at, kind, from_level, to_level)
     select n, 'live', now() - k * interval '53 hours' - n * interval '7 minutes',
       case when k % 2 = 0 then 'rose' else 'fell' end, k % 2, 1 - k % 2
     from generate_series(1, ${BENCH_TOPICS}) n, generate_series(1, 40) k`,
    `insert into escalation (id, subject_type, subject_id, realm, level, topic_id, question, state, opened_at,
       acknowledged_at) overriding system value
     select n, 'mention', n, 'live', 1 + n % 3, 1 + n % ${BENCH_TOPICS}, 'What do we say?',
       case when n <= 100 then 'open' else 'closed' end, now() - n * interval '25 minutes',
       case when n > 100 then now() - n * interval '25 minutes' + interval '4 minutes' end
     from generate_series(1, 5000) n`,
    `insert into escalation_ask (id, escalation_id, department_id, state, next_at, acknowledged_at, decided_at)
     overriding system value
     select id, id, 1 + id % 8, case when state = 'open' then 'open' else 'decided' end,
       case when state = 'open' then now() + interval '1 hour' end, acknowledged_at, acknowledged_at from escalation`,
    `insert into escalation_log (escalation_id, ask_id, kind, step, repetition, round, at)
     select id, id, 'asked', k, 0, 1, opened_at + k * interval '5 minutes'
     from escalation cross join generate_series(0, 1) k where k = 0 or id % 5 = 0`,
    `insert into escalation_overdue (escalation_id, since, until)
     select id, opened_at + interval '5 minutes', case when state <> 'open' then opened_at + interval '40 minutes' end
     from escalation where id % 5 = 0`,
    `insert into answer (id, kind, exchange_key) overriding system value
     select n, 'answer', gen_random_uuid() from generate_series(1, 500) n`,
    `insert into answer_version (id, answer_id, number, state, author_id, editor_ids, question_fr, question_en, topic_id,
       sensitivity, level_min, level_max, strategy, department_ids, submitted_at, key_messages) overriding system value
     select n, n, 1, case when n % 25 = 0 then 'in_review' else 'approved' end, 1, '{1}', 'Question ' || n,
       'Question ' || n, 1 + n % ${BENCH_TOPICS}, 'low', 0, 4, 'inform', '{1,2,3,4}', now() - n * interval '4 hours',
       case when n % 3 = 0 then '[{"id": "m0-1"}]'::jsonb else '[]'::jsonb end
     from generate_series(1, 500) n`,
    `insert into answer_approval (version_id, department_id, person_id, decision, content_hash, at)
     select v.id, d, 1, 'approved', 'x', v.submitted_at + (d * v.id % 97) * interval '3 minutes'
     from answer_version v, generate_series(1, 4) d where v.state = 'approved'`,
    `insert into reply (mention_id, realm, network, answer_id, answer_version_id, answer_variant_id, content_hash, text,
       state, person_id, previous_state, due_at, sent_at, response_seconds, mention_published_at, mention_language,
       asked_before, carries_message)
     select id, 'live', network, 1 + id % 500, 1 + id % 500, 1, 'x', 'A reply', 'sent', 1, 'new', published_at,
       published_at + seconds * interval '1 second', seconds, published_at, language, false, (1 + id % 500) % 3 = 0
     from (
       select *, (60 + 20000 * power(${chance('id', 13)}, 3))::integer as seconds from made where state = 'answered'
     ) m`,
    `insert into escalation_mention (escalation_id, mention_id, standing)
     select e.id, r.mention_id, false from escalation e join lateral (
       select mention_id from reply where id = e.id) r on true`,
    `update reply r set asked_before = true from escalation_mention e where e.mention_id = r.mention_id`,
    `insert into topic_reply
     select t.topic_id, r.id, r.realm, r.sent_at, r.network, r.mention_language, r.response_seconds, r.asked_before,
       r.carries_message, r.answer_version_id
     from mention_topic t join reply r on r.mention_id = t.mention_id where r.state = 'sent'`,
    ...stakeholders(),
    // Whatever comes later is numbered after what was made here.
    `do $$ declare made record; begin
       for made in select table_name, column_name from information_schema.columns
         where table_schema = 'public' and is_identity = 'YES' loop
         execute format('select setval(pg_get_serial_sequence(%1$L, %2$L), (select coalesce(max(%2$I), 0) + 1 from %1$I))',
           made.table_name, made.column_name);
       end loop;
     end $$`,
  ];
}

/** Sixty stakeholders, each with eight accounts: from those who speak most to those who hardly speak. */
export function stakeholders(): string[] {
  return [
    `insert into stakeholder (id, realm, kind, category, name, sort_name, power, interest, has_power, has_legitimacy,
       has_urgency) overriding system value
     select n, 'live', case when n % 2 = 0 then 'person' else 'group' end, 'press', 'Stakeholder ' || n,
       'stakeholder ' || n, n % 11, n * 7 % 11, n % 2 = 0, n % 3 = 0, n % 5 = 0
     from generate_series(1, 60) n`,
    `insert into stakeholder_author (author_id, realm, stakeholder_id, how, reason)
     select a.id, 'live', 1 + n % 60, 'hand', '{}' from generate_series(1, 480) n join author a on a.id = n * n`,
  ];
}
