import type { EntityManager } from 'typeorm';
import { DEFAULT_PREFERENCE, type KindChoices, type Digest, type Preference } from './preference.js';

interface PreferenceRow {
  personId: string;
  kinds: KindChoices;
  quietFrom: string | null;
  quietUntil: string | null;
  timeZone: string;
  digest: Digest;
  dailyAt: string;
  sound: boolean;
}

/** What each of these people has chosen; the defaults for those who have not. */
export async function readPreferences(
  manager: EntityManager,
  personIds: readonly string[],
): Promise<Map<string, Preference>> {
  const rows: PreferenceRow[] = await manager.query(
    `select person_id as "personId", kinds, quiet_from as "quietFrom", quiet_until as "quietUntil",
       time_zone as "timeZone", digest, daily_at as "dailyAt", sound
     from notification_preference where person_id = any($1::bigint[])`,
    [personIds],
  );
  const chosen = new Map(rows.map((row) => [row.personId, asPreference(row)]));
  return new Map(personIds.map((id) => [id, chosen.get(id) ?? DEFAULT_PREFERENCE]));
}

export async function writePreference(
  manager: EntityManager,
  personId: string,
  { kinds, quiet, timeZone, digest, dailyAt, sound }: Preference,
): Promise<void> {
  await manager.query(
    `insert into notification_preference (person_id, kinds, quiet_from, quiet_until, time_zone, digest, daily_at, sound)
     values ($1, $2::jsonb, $3, $4, $5, $6, $7, $8)
     on conflict (person_id) do update set kinds = excluded.kinds, quiet_from = excluded.quiet_from,
       quiet_until = excluded.quiet_until, time_zone = excluded.time_zone, digest = excluded.digest,
       daily_at = excluded.daily_at, sound = excluded.sound`,
    [
      personId,
      JSON.stringify(kinds),
      quiet?.from ?? null,
      quiet?.until ?? null,
      timeZone,
      digest,
      dailyAt,
      sound,
    ],
  );
}

function asPreference({ quietFrom, quietUntil, personId: _, ...rest }: PreferenceRow): Preference {
  return {
    ...rest,
    quiet: quietFrom !== null && quietUntil !== null ? { from: quietFrom, until: quietUntil } : null,
  };
}
