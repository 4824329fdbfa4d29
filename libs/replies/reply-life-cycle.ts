import type { ReplyState } from './contract.js';

/**
 * What can happen to a reply. `ask_second`: another person has to confirm it first; `second`: one did. `refuse`:
 * nothing went out and nothing will. `lose`: nobody knows. `postpone` and `retry`: surely nothing went out, and it may
 * go now. `confirm`: the network has it.
 */
export type ReplyMove =
  'ask_second' | 'second' | 'claim' | 'cancel' | 'refuse' | 'confirm' | 'lose' | 'postpone' | 'retry';

/** Every allowed transition. A network's confirmation is a fact, so it is taken even when it comes late. */
export const REPLY_TRANSITIONS: Readonly<
  Record<ReplyState, Readonly<Partial<Record<ReplyMove, ReplyState>>>>
> = {
  awaiting_second: { second: 'queued', cancel: 'cancelled', refuse: 'refused', confirm: 'sent' },
  queued: {
    ask_second: 'awaiting_second',
    claim: 'sending',
    cancel: 'cancelled',
    refuse: 'refused',
    confirm: 'sent',
  },
  sending: { confirm: 'sent', refuse: 'refused', lose: 'uncertain', postpone: 'queued' },
  uncertain: { confirm: 'sent', refuse: 'refused', retry: 'queued' },
  sent: {},
  refused: { confirm: 'sent' },
  cancelled: { confirm: 'sent' },
};

/** The state after the move, or null when the move is not allowed from this state. */
export function moveReply(state: ReplyState, move: ReplyMove): ReplyState | null {
  return REPLY_TRANSITIONS[state][move] ?? null;
}

/** A claim older than this belongs to a worker that is gone: what became of it is unknown. */
export const LEASE_MS = 60_000;
/** A connector that has not answered by then is not waited for; well within the lease. */
export const ANSWER_WITHIN_MS = 45_000;
/** A worker that only now comes to publish what it claimed that long ago leaves it. */
export const CLAIM_FRESH_MS = 10_000;
/** Before that, a network that shows no reply may only be slow, and no person can declare it unpublished. */
export const UNPUBLISHED_AFTER_MS = 10 * 60_000;
/** A reply given up after a lost attempt is looked for on its network for this long. */
export const WATCHED_HOURS = 24;

/** When to read the network back next: first after seconds, then ever more rarely, at least every hour. */
export function nextReading(sendingSince: Date, now: Date): Date {
  const waited = Math.max(0, now.getTime() - sendingSince.getTime());
  return new Date(now.getTime() + Math.min(Math.max(waited / 2, 5_000), 3_600_000));
}

/** When a reply that the network surely does not have may go again: 2 s, 4 s, 8 s … at most 10 minutes. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(1_000 * 2 ** Math.min(attempts, 20), 600_000));
}
