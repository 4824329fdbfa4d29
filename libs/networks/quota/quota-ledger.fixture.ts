import { pacificDayOf } from './pacific-day.js';
import type { QuotaAccount, QuotaAnswer, QuotaLedger } from './quota-ledger.js';
import { NEW_DAY, planCall, type QuotaCall, type QuotaDay } from './quota-plan.js';

/** For tests: a ledger in memory, by the same plan. */
export class MemoryQuotaLedger implements QuotaLedger {
  day: QuotaDay = NEW_DAY;
  readonly accounts: QuotaAccount[] = [];
  now = () => new Date();

  take(account: QuotaAccount, call: QuotaCall): Promise<QuotaAnswer> {
    this.accounts.push(account);
    const { endsAt } = pacificDayOf(this.now());
    const decision = planCall(this.day, call, { now: this.now(), endsAt });
    if (decision.granted) this.day = decision.day;
    const remaining = call.limit - this.day.used;
    return Promise.resolve({
      ...decision,
      quota: { limit: call.limit, remaining, resetsAt: endsAt.toISOString() },
    });
  }

  close(): Promise<Date> {
    this.day = { ...this.day, closed: true };
    return Promise.resolve(pacificDayOf(this.now()).endsAt);
  }
}
