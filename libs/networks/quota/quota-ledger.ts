import type { Quota } from '#contract/networks';
import type { QuotaCall, QuotaRefusal } from './quota-plan.js';

/** Where the units of a network that counts them are kept: one account for all sources that share it. */
export interface QuotaAccount {
  network: string;
  /** What the network counts by, such as a project; never a secret. */
  project: string;
}

export type QuotaAnswer = { quota: Quota } & (
  | { granted: true; /** Reading more before would run ahead of the day. */ pauseUntil: Date | null }
  | { granted: false; at: Date; why: QuotaRefusal }
);

/** Counts units before they are spent, for all workers together; given to the connectors that need it. */
export interface QuotaLedger {
  /** Takes the units of one call, or says when to come back. What was taken is not given back, whatever the call brings. */
  take(account: QuotaAccount, call: QuotaCall): Promise<QuotaAnswer>;
  /** The network says that the day's units are spent. Answers when to come back. */
  close(account: QuotaAccount): Promise<Date>;
}
