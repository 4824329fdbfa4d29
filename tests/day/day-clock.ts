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
