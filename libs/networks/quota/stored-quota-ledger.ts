import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { type PacificDay, pacificDayOf } from './pacific-day.js';
import type { QuotaAccount, QuotaAnswer, QuotaLedger } from './quota-ledger.js';
import { planCall, type QuotaCall, type QuotaDay } from './quota-plan.js';

const KEPT_DAYS = 30;
/** A network may begin its new day a little late: what it refuses so early does not cost the whole day. */
const EARLY_MS = 30 * 60_000;
const EARLY_PAUSE_MS = 10 * 60_000;

/** The ledger in the database: the row of the day is locked while a call is planned, and one clock tells the day. */
@Injectable()
export class StoredQuotaLedger implements QuotaLedger {
  constructor(private readonly dataSource: DataSource) {}

  take(account: QuotaAccount, call: QuotaCall): Promise<QuotaAnswer> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { now, today } = await this.open(manager, account);
      const before = await lockDay(manager, account, today.day);
      const decision = planCall(before, call, { now, endsAt: today.endsAt });
      const quota = (left: number) => ({
        limit: call.limit,
        remaining: Math.max(0, left),
        resetsAt: today.endsAt.toISOString(),
      });
      if (!decision.granted)
        return { ...decision, quota: quota(before.closed ? 0 : call.limit - before.used) };
      const { used, answering, paidUntil } = decision.day;
      await manager.query(
        `update network_quota_day set used = $4, answering = $5, paid_until = $6
         where network = $1 and project = $2 and day = $3`,
        [account.network, account.project, today.day, used, answering, paidUntil],
      );
      return { granted: true, pauseUntil: decision.pauseUntil, quota: quota(call.limit - used) };
    });
  }

  close(account: QuotaAccount): Promise<Date> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { now, today } = await this.open(manager, account);
      if (now.getTime() - today.startsAt.getTime() < EARLY_MS)
        return new Date(now.getTime() + EARLY_PAUSE_MS);
      await manager.query(
        'update network_quota_day set closed = true where network = $1 and project = $2 and day = $3',
        [account.network, account.project, today.day],
      );
      return today.endsAt;
    });
  }

  /** Makes sure that the day has its row. */
  private async open(
    manager: EntityManager,
    { network, project }: QuotaAccount,
  ): Promise<{ now: Date; today: PacificDay }> {
    const [clock]: { now: Date }[] = await manager.query('select clock_timestamp() as now');
    const now = clock?.now ?? new Date();
    const today = pacificDayOf(now);
    const made: unknown[] = await manager.query(
      `insert into network_quota_day (network, project, day) values ($1, $2, $3)
       on conflict do nothing returning day`,
      [network, project, today.day],
    );
    if (made.length > 0) {
      await manager.query(
        'delete from network_quota_day where network = $1 and project = $2 and day < $3::date - $4::int',
        [network, project, today.day, KEPT_DAYS],
      );
    }
    return { now, today };
  }
}

async function lockDay(
  manager: EntityManager,
  { network, project }: QuotaAccount,
  day: string,
): Promise<QuotaDay> {
  const [row]: QuotaDay[] = await manager.query(
    `select used, answering, paid_until as "paidUntil", closed from network_quota_day
     where network = $1 and project = $2 and day = $3 for update`,
    [network, project, day],
  );
  if (!row) throw new Error(`the quota of ${day} has no row`);
  return row;
}
