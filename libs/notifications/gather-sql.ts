/** Statements of the gatherer. $1 is a JSON array of rows throughout, unless said otherwise. */

/** Which notices to take; $1 is how many at most. */
export const NEXT_NOTICES = `select id from notice order by id limit $1 for update skip locked`;

/**
 * Takes the notices of the ids $1 and says what each recipient is to be told: one row per recipient, kind and key. What
 * is gathered of several subjects has no link (null) and no action of its own.
 */
export const TAKE_NOTICES = `
  with given as (
    delete from notice where id = any($1::bigint[]) returning *
  ), told as (
    select given.*, person.id as person_id, null::bigint as channel_id
    from given cross join lateral unnest(given.person_ids) as asked(person_id)
      join person on person.id = asked.person_id and person.active
    union all
    select given.*, null, channel.id
    from given join notification_channel channel
      on channel.active and channel.removed_at is null and given.kind = any(channel.kinds)
        and given.level >= channel.min_level
        and (channel.department_id is null or exists (
          select from person_department member
          where member.department_id = channel.department_id and member.person_id = any(given.person_ids)))
  )
  select person_id, channel_id, kind, kind || ' ' || group_key as group_key, count(*)::int as count,
    max(level) as level, (array_agg(params order by id desc))[1] as params,
    case when min(link) = max(link) then min(link) end as link,
    case when min(action_subject_id) = max(action_subject_id) and count(action_subject_id) = count(*)
      then min(action_kind) end as action_kind,
    case when min(action_subject_id) = max(action_subject_id) and count(action_subject_id) = count(*)
      then min(action_subject_id) end as action_subject_id,
    min(at) as first_at, max(at) as last_at
  from told group by person_id, channel_id, kind, group_key
  order by person_id, channel_id, kind, group_key`;

/** What has been gathered for long enough is left as it is; $1 is now. */
export const CLOSE_GATHERINGS = `update notification set gathering = false where gathering and gather_until <= $1`;

/**
 * Adds to what is being gathered for the recipient under the key, or begins to. `of` names the column. Where subjects
 * differ, the link is the page where all of them are found, and the action is dropped.
 */
export const addToGathering = (of: 'person_id' | 'channel_id') => `
  insert into notification (person_id, channel_id, kind, level, group_key, params, link, action_kind,
    action_subject_id, count, gather_until, first_at, last_at)
  select person_id, channel_id, kind, level, group_key, params, coalesce(link, $3::jsonb->>kind), action_kind,
    action_subject_id, count, $2, first_at, last_at
  from jsonb_to_recordset($1::jsonb) as given(person_id bigint, channel_id bigint, kind text, level smallint,
    group_key text, params jsonb, link text, action_kind text, action_subject_id text, count integer,
    first_at timestamptz, last_at timestamptz)
  where ${of} is not null
  order by ${of}, group_key
  on conflict (${of}, group_key) where gathering and ${of} is not null
  do update set count = notification.count + excluded.count, level = greatest(notification.level, excluded.level),
    params = excluded.params,
    link = case when notification.link = excluded.link then excluded.link else $3::jsonb->>excluded.kind end,
    action_kind = case when notification.action_subject_id = excluded.action_subject_id then excluded.action_kind end,
    action_subject_id = case when notification.action_subject_id = excluded.action_subject_id
      then excluded.action_subject_id end, last_at = greatest(notification.last_at, excluded.last_at)
  returning id, person_id as "personId", channel_id as "channelId", kind, level, group_key as "groupKey"`;

/** What has been told last, by recipient, means and key; $1 people, $2 channels, $3 keys, $4 since when. */
export const LAST_TOLD = `
  select distinct on (person_id, channel_id, by, group_key) person_id as "personId", channel_id as "channelId", by,
    group_key as "groupKey", level, coalesce(settled_at, sending_since) as at
  from notification_delivery
  where (person_id = any($1::bigint[]) or channel_id = any($2::bigint[])) and group_key = any($3::text[])
    and attempts > 0 and state in ('queued', 'sending', 'sent') and created_at > $4
  order by person_id, channel_id, by, group_key, id desc`;

/** Makes deliveries, or brings forward those that have not been tried yet. `of` names the column. */
export const addDeliveries = (of: 'person_id' | 'channel_id') => `
  insert into notification_delivery (by, person_id, channel_id, group_key, level, due_at, message_key)
  select by, person_id, channel_id, group_key, level, due_at, gen_random_uuid()
  from jsonb_to_recordset($1::jsonb) as given(by text, person_id bigint, channel_id bigint, group_key text,
    level smallint, due_at timestamptz)
  where ${of} is not null
  order by ${of}, by, group_key
  on conflict (${of === 'person_id' ? 'person_id, by' : 'channel_id'}, group_key)
    where state = 'queued' and attempts = 0 and ${of} is not null
  do update set due_at = least(notification_delivery.due_at, excluded.due_at),
    level = greatest(notification_delivery.level, excluded.level)
  returning id, by, person_id as "personId", channel_id as "channelId", group_key as "groupKey", due_at as "dueAt"`;

export const ADD_ITEMS = `
  insert into notification_delivery_item (delivery_id, notification_id)
  select delivery_id, notification_id
  from jsonb_to_recordset($1::jsonb) as given(delivery_id bigint, notification_id bigint)
  order by delivery_id, notification_id
  on conflict do nothing`;
