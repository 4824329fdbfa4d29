import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultServer } from './fault-server.js';

const TICK_MS = 250;
/** A reply of which no worker has said a step for so long has none any more. */
const QUIET_MS = 1500;

/** Lets time go by for the rows much faster than by the clock: leases, waits, readings. */
export class TimeKeeper {
  private running = false;

  constructor(
    private readonly server: FaultServer,
    private readonly lastStep: (replyId: string) => number,
  ) {}

  start(): void {
    this.running = true;
    void this.loop();
  }

  stop(): void {
    this.running = false;
  }

  /** For every reply that waits, and for those whose worker is gone. */
  async pass(minutes: number): Promise<void> {
    await this.server.steady(async () => {
      const { dataSource } = this.server;
      const quiet = (id: string) => Date.now() - this.lastStep(id) > QUIET_MS;
      const sending: { id: string }[] = await dataSource.query(
        `select id from reply where state = 'sending'`,
      );
      const left = sending.map(({ id }) => id).filter(quiet);
      const locked: { key: string }[] = await dataSource.query(
        `select key from graphile_worker._private_jobs where locked_at > now() - interval '5 minutes' and key is not null`,
      );
      const leftJobs = locked.map(({ key }) => key).filter((key) => quiet(key.slice(key.indexOf(':') + 1)));
      await dataSource.query(
        `with waiting as (
           select id from reply
           where state in ('queued', 'uncertain') or (state in ('refused', 'cancelled') and lost_at is not null)
             or id = any($2::bigint[])
           for update skip locked)
         update reply set due_at = due_at - $1::float * interval '1 minute',
           sending_since = sending_since - $1::float * interval '1 minute'
         from waiting where waiting.id = reply.id`,
        [minutes, left],
      );
      await dataSource.query(
        `with waiting as (
           select id from graphile_worker._private_jobs
           where (locked_at is null and run_at > now()) or (locked_at is not null and key = any($2::text[]))
           for update skip locked)
         update graphile_worker._private_jobs j set run_at = run_at - $1::float * interval '1 minute',
           locked_at = locked_at - interval '10 minutes'
         from waiting where waiting.id = j.id`,
        [minutes, leftJobs],
      );
    });
  }

  /** So much for one reply that its claim, if it has one, is not its own any more. */
  async passFor(replyId: string): Promise<void> {
    await this.server.steady(() =>
      this.server.dataSource.query(
        `with this as (select id from reply where id = $1 for update skip locked)
         update reply set due_at = due_at - interval '70 seconds', sending_since = sending_since - interval '70 seconds'
         from this where this.id = reply.id`,
        [replyId],
      ),
    );
  }

  private async loop(): Promise<void> {
    while (this.running) {
      await this.pass(1.5).catch((error: unknown) => console.error(`time: ${String(error)}`));
      await sleep(TICK_MS);
    }
  }
}
