import type { EntityManager } from 'typeorm';
import type { ResponseOf } from '#platform/contract';
import { invalidField } from '#platform/problem';
import type { DashboardMail, readDashboardMail } from './contract.js';
import { isTimeZone, nextMorning } from './morning.js';

type View = ResponseOf<typeof readDashboardMail>;

export async function readMailWishes(manager: EntityManager, personId: string): Promise<View> {
  const [row]: (DashboardMail & { nextAt: Date | null })[] = await manager.query(
    `select realm, morning, hour, time_zone as "timeZone", at_level_change as "atLevelChange", next_at as "nextAt"
     from dashboard_mail where person_id = $1`,
    [personId],
  );
  if (!row) {
    return {
      realm: 'live',
      morning: false,
      hour: 7,
      timeZone: 'Europe/Paris',
      atLevelChange: false,
      nextAt: null,
    };
  }
  return { ...row, nextAt: row.nextAt?.toISOString() ?? null };
}

/** Takes effect from now on: levels that moved before are not told of. */
export async function changeMailWishes(
  manager: EntityManager,
  personId: string,
  { realm, morning, hour, timeZone, atLevelChange }: DashboardMail,
  now: Date,
): Promise<void> {
  if (!isTimeZone(timeZone)) {
    throw invalidField('timeZone', 'unknown-time-zone', 'is not a time zone that is known here');
  }
  await manager.query(
    `insert into dashboard_mail as m
       (person_id, realm, morning, hour, time_zone, at_level_change, next_at, told_event_id)
     values ($1, $2, $3, $4, $5, $6, $7, (select coalesce(max(id), 0) from topic_level_event))
     on conflict (person_id) do update set realm = excluded.realm, morning = excluded.morning, hour = excluded.hour,
       time_zone = excluded.time_zone, next_at = excluded.next_at,
       told_event_id = case when m.at_level_change and m.realm = excluded.realm
         then m.told_event_id else excluded.told_event_id end,
       at_level_change = excluded.at_level_change`,
    [
      personId,
      realm,
      morning,
      hour,
      timeZone,
      atLevelChange,
      morning ? nextMorning(now, hour, timeZone) : null,
    ],
  );
}
