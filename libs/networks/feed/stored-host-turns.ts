import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { type HostTurn, type HostTurns, LEAST_REST_SECONDS } from './host-turns.js';

/** Longer than robots.txt and a feed together may take. */
export const TURN_SECONDS = 120;

/** Turns in the database, by its clock: one row for each site, which whoever reads there holds for a while. */
@Injectable()
export class StoredHostTurns implements HostTurns {
  constructor(private readonly dataSource: DataSource) {}

  async take(host: string): Promise<HostTurn | { wait: Date }> {
    const holder = randomUUID();
    const taken: unknown[] = await this.dataSource.query(
      `insert into feed_host as h (host, holder, lease_until) values ($1, $2, now() + $3 * interval '1 second')
       on conflict (host) do update set holder = excluded.holder, lease_until = excluded.lease_until
         where h.lease_until <= now() and h.next_at <= now()
       returning host`,
      [host, holder, TURN_SECONDS],
    );
    if (taken.length > 0) return { end: (rest) => this.end(host, holder, rest) };
    // While somebody reads there, nobody knows for how long: one looks again soon. Not all at the same moment.
    const [row]: { wait: Date }[] = await this.dataSource.query(
      `select greatest(next_at, now() + $2 * interval '1 second') + random() * $2 * interval '1 second' as wait
       from feed_host where host = $1`,
      [host, LEAST_REST_SECONDS],
    );
    return { wait: row?.wait ?? new Date() };
  }

  private async end(
    host: string,
    holder: string,
    rest: { seconds: number } | { until: Date },
  ): Promise<void> {
    const [seconds, until] = 'until' in rest ? [0, rest.until] : [rest.seconds, null];
    // Whose turn was over before changes nothing: it is somebody else's.
    await this.dataSource.query(
      `update feed_host set lease_until = now(),
         next_at = greatest(next_at, now() + $3 * interval '1 second', $4::timestamptz)
       where host = $1 and holder = $2`,
      [host, holder, seconds, until],
    );
  }
}
