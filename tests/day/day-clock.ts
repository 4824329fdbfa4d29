import type { DataSource } from 'typeorm';

/** A day that passes faster than it is. Seconds of the day, against the clock of the machine. */
export class DayClock {
  private started: number | null = null;

  constructor(
    private readonly from: number,
    readonly speed: number,
  ) {}

  start(): void {
    this.started = Date.now();
  }

  second(): number {
    const passed = this.started === null ? 0 : Date.now() - this.started;
    return this.from + (passed / 1000) * this.speed;
  }

  /** A moment of the day as a network with this clock would name it to somebody whose waits are shortened. */
  named(second: number): Date {
    return new Date(Date.now() + (second - this.second()) * 1000);
  }
}

/**
 * The product knows nothing of the hurry: whatever it decides to wait (intervals, pauses that a network asks for, retries)
 * is shortened in the database at the moment it is written. What runs by ticks of a worker keeps its real length, so a
 * second of it weighs as much as the speed says: the delays that are found are never too small.
 */
export async function shortenWaits(dataSource: DataSource, speed: number): Promise<void> {
  await dataSource.query(
    `create function shortened(wanted timestamptz) returns timestamptz language sql as
     $$ select case when wanted > now() then now() + (wanted - now()) / ${speed} else wanted end $$`,
  );
  await dataSource.query(
    `create function shorten_waits() returns trigger language plpgsql as $$ begin
       if new.next_pull_at is distinct from old.next_pull_at then
         new.next_pull_at := shortened(new.next_pull_at);
       end if;
       if new.not_before is distinct from old.not_before then
         new.not_before := shortened(new.not_before);
       end if;
       if new.next_gone_check_at is distinct from old.next_gone_check_at then
         new.next_gone_check_at := shortened(new.next_gone_check_at);
       end if;
       return new;
     end $$`,
  );
  await dataSource.query(
    'create trigger shorten_waits before update on source for each row execute function shorten_waits()',
  );
}

const DAY_SECONDS = 86_400;

/**
 * Units that a network gives for a day are spread by the product over what remains of the real day of California. Here they
 * are spread over what remains of the day that passes: what a reading pays is measured in seconds of that day, and
 * `letTimePass` has them go by.
 */
export async function paceUnits(dataSource: DataSource, clock: DayClock): Promise<void> {
  await dataSource.query('create table day_left (seconds float8 not null)');
  await dataSource.query('insert into day_left values ($1)', [left(clock)]);
  await dataSource.query(
    `create function pace_units() returns trigger language plpgsql as $$
     declare
       paid_from timestamptz := greatest(clock_timestamp(), old.paid_until);
       midnight timestamptz :=
         (date_trunc('day', clock_timestamp() at time zone 'America/Los_Angeles') + interval '1 day')
           at time zone 'America/Los_Angeles';
       rest float8 := extract(epoch from midnight - paid_from);
     begin
       if new.used > old.used and new.paid_until > paid_from and rest > 0 then
         new.paid_until := paid_from
           + (new.paid_until - paid_from) * ((select seconds from day_left) / rest);
       end if;
       return new;
     end $$`,
  );
  await dataSource.query(
    'create trigger pace_units before update on network_quota_day for each row execute function pace_units()',
  );
}

/**
 * To be called every second: that many seconds of the day have passed since the last time, but for the real one. They pass for
 * units, and for jobs in the hands of a worker that may be dead.
 */
export async function letTimePass(dataSource: DataSource, clock: DayClock): Promise<void> {
  await dataSource.query('update day_left set seconds = $1', [left(clock)]);
  await dataSource.query(
    `update network_quota_day set paid_until = paid_until - $1 * interval '1 second' where paid_until is not null`,
    [clock.speed - 1],
  );
  await dataSource.query(
    `update graphile_worker._private_jobs set locked_at = locked_at - $1 * interval '1 second' where locked_at is not null`,
    [clock.speed - 1],
  );
}

function left(clock: DayClock): number {
  return Math.max(1, DAY_SECONDS - (clock.second() % DAY_SECONDS));
}
