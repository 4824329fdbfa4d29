import type { DataSource } from 'typeorm';
import { Problem } from '#platform/problem';

const WINDOW_MINUTES = 15;
/** Failures allowed in a window, per account and per address (many people may share an address). */
const ALLOWED = { account: 10, address: 100 };

/** Throws 429 while an account or an address has failed too often. */
export async function refuseIfThrottled(dataSource: DataSource, keys: readonly string[]): Promise<void> {
  const [row]: { minutes: number }[] = await dataSource.query(
    `select ceil(extract(epoch from window_started_at + $2 * interval '1 minute' - now()) / 60)::int as minutes
     from sign_in_throttle
     where key = any($1) and window_started_at > now() - $2 * interval '1 minute'
       and failures >= case when key like 'account:%' then $3::int else $4::int end
     order by 1 desc limit 1`,
    [keys, WINDOW_MINUTES, ALLOWED.account, ALLOWED.address],
  );
  if (row) {
    throw new Problem(
      429,
      'too-many-attempts',
      `Too many failed attempts; try again in ${row.minutes} minutes.`,
      {
        minutes: row.minutes,
      },
    );
  }
}

export async function countFailure(dataSource: DataSource, keys: readonly string[]): Promise<void> {
  await dataSource.query(
    `insert into sign_in_throttle (key, failures, window_started_at)
     select key, 1, now() from unnest($1::text[]) as key order by key
     on conflict (key) do update set
       failures = case when sign_in_throttle.window_started_at > now() - $2 * interval '1 minute'
         then sign_in_throttle.failures + 1 else 1 end,
       window_started_at = case when sign_in_throttle.window_started_at > now() - $2 * interval '1 minute'
         then sign_in_throttle.window_started_at else now() end`,
    [keys, WINDOW_MINUTES],
  );
}

/** A success clears the account, not the address: one good account must not open the door for guessing others. */
export async function clearFailures(dataSource: DataSource, keys: readonly string[]): Promise<void> {
  await dataSource.query(`delete from sign_in_throttle where key = any($1) and key like 'account:%'`, [keys]);
}
