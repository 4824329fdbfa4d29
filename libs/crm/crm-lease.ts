import type { DataSource, EntityManager } from 'typeorm';
import { CONNECTION, type CrmConnectionRow } from './crm-access.js';

/** For how long a pass is its worker's without a word from it. By the database's clock. */
const LEASE_SECONDS = 60;
/** Requests end well before the lease does, so that nobody writes there what somebody else has overtaken. */
export const REQUEST_MS = 25_000;

/** The pass belongs to another worker by now, or is not wanted any more. */
export class CrmLeaseLost extends Error {
  override readonly name = 'CrmLeaseLost';
}

/** One pass at a time, whatever happens to workers. */
export class CrmLease {
  private constructor(
    private readonly dataSource: DataSource,
    readonly connection: CrmConnectionRow,
    readonly holder: string,
    /** For when the pass was due, as the database writes it: another time at the end was asked for meanwhile. */
    readonly dueAt: string,
  ) {}

  /** Null: another worker has it, or it is not to be worked on. */
  static async claim(dataSource: DataSource, id: string, holder: string): Promise<CrmLease | null> {
    const [rows]: [(CrmConnectionRow & { dueAt: string })[], number] = await dataSource.query(
      `update crm_connection set holder = $2, lease_until = now() + $3 * interval '1 second'
       where id = $1 and state = 'active' and lease_until <= now() and next_pass_at <= now()
       returning ${CONNECTION}, next_pass_at::text as "dueAt"`,
      [id, holder, LEASE_SECONDS],
    );
    const [row] = rows;
    if (!row) return null;
    const { dueAt, ...connection } = row;
    return new CrmLease(dataSource, connection, holder, dueAt);
  }

  /** Before each piece of work. */
  async renew(): Promise<void> {
    const [, held]: [unknown, number] = await this.dataSource.query(
      `update crm_connection set lease_until = now() + $3 * interval '1 second'
       where id = $1 and holder = $2 and state = 'active' and lease_until > now()`,
      [this.connection.id, this.holder, LEASE_SECONDS],
    );
    if (held === 0) throw new CrmLeaseLost('the pass belongs to another worker, or is not wanted');
  }

  /** First in each transaction that keeps something: rolls it back when the pass is another's by now. */
  async mustHold(manager: EntityManager): Promise<void> {
    const rows: unknown[] = await manager.query(
      `select from crm_connection where id = $1 and holder = $2 and state = 'active' for share`,
      [this.connection.id, this.holder],
    );
    if (rows.length === 0) throw new CrmLeaseLost('the pass belongs to another worker, or is not wanted');
  }

  /** Ends it; what else is kept of its end goes into `set`. False: it was not ours any more. */
  async release(manager: EntityManager, set: string, values: readonly unknown[] = []): Promise<boolean> {
    const [, held]: [unknown, number] = await manager.query(
      `update crm_connection set holder = null, lease_until = now(), ${set} where id = $1 and holder = $2`,
      [this.connection.id, this.holder, ...values],
    );
    return held > 0;
  }
}
