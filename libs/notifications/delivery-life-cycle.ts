/** `queued`: leaves when due. `sending`: a worker is at it. `suppressed`: there was no longer a reason to send it. */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'suppressed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A delivery is tried this often before it has failed. */
export const MAX_DELIVERY_ATTEMPTS = 8;
/** A claim older than this belongs to a worker that is gone; what it sent may be sent again, with the same key. */
export const DELIVERY_LEASE_MS = 90_000;
/** A mail server or a webhook that has not answered by then is not waited for; well within the lease. */
export const DELIVERY_PATIENCE_MS = 20_000;

const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/**
 * Milliseconds until the next attempt: uniform between 0 and min(15 min, 5 s × 2^(attempts-1)), "full jitter".
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param attempts made so far, from 1
 * @param random in [0, 1)
 */
export function nextDeliveryMs(attempts: number, random: number): number {
  return Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(attempts - 1, 0), 20)) * random);
}

/** What came of handing a message over. */
export type Outcome =
  | { sent: true }
  /** Trying again would not help. */
  | { refused: string; code: string }
  /** It may not have arrived; tried again, not before `retryAt` when the other side named a time. */
  | { failed: string; code: string; retryAt?: Date };
