const MINUTE_MS = 60_000;

/** What a call is for. Only answering may touch the reserve; only what nobody waits for is spread over the day. */
export type QuotaPurpose = 'answering' | 'checking' | 'reading' | 'past';

/** How far the readings may run ahead of an even spread over the rest of the day. */
export const AHEAD_MS: Readonly<Record<'reading' | 'past', number>> = {
  reading: 60 * MINUTE_MS,
  // The past waits where the present would have to.
  past: 10 * MINUTE_MS,
};

/** What has been spent of a day. */
export interface QuotaDay {
  used: number;
  /** The part of it that went into answering. */
  answering: number;
  /** By an even spread, what was read so far would have lasted until here. */
  paidUntil: Date | null;
  /** The network itself said that nothing is left. */
  closed: boolean;
}

export const NEW_DAY: QuotaDay = { used: 0, answering: 0, paidUntil: null, closed: false };

export interface QuotaCall {
  units: number;
  purpose: QuotaPurpose;
  /** Units of a whole day. */
  limit: number;
  /** Units of it that reading leaves to answering. */
  reserve: number;
}

/** Nothing is left; what is left is kept for answering; reading runs ahead of the day. */
export type QuotaRefusal = 'quota-spent' | 'quota-kept-for-replies' | 'quota-spread';

export type QuotaDecision =
  { granted: true; day: QuotaDay; pauseUntil: Date | null } | { granted: false; at: Date; why: QuotaRefusal };

/**
 * Whether a call may be made. Each reading pays for the time that its units would last if all that may still be read today
 * were spread evenly over what remains of the day; who has paid too far ahead waits. Answers and checks do not wait.
 */
export function planCall(
  day: QuotaDay,
  { units, purpose, limit, reserve }: QuotaCall,
  { now, endsAt }: { now: Date; endsAt: Date },
): QuotaDecision {
  const left = limit - day.used;
  if (day.closed || units > left) return { granted: false, at: endsAt, why: 'quota-spent' };
  const used = day.used + units;
  if (purpose === 'answering') {
    return { granted: true, day: { ...day, used, answering: day.answering + units }, pauseUntil: null };
  }
  const readable = left - Math.max(0, reserve - day.answering);
  if (units > readable) return { granted: false, at: endsAt, why: 'quota-kept-for-replies' };
  if (purpose === 'checking') return { granted: true, day: { ...day, used }, pauseUntil: null };
  const from = Math.max(now.getTime(), day.paidUntil?.getTime() ?? 0);
  const free = AHEAD_MS[purpose];
  if (from - now.getTime() > free) return { granted: false, at: new Date(from - free), why: 'quota-spread' };
  const rest = Math.max(0, endsAt.getTime() - from);
  const paidUntil = from + Math.ceil((rest * units) / readable);
  const pause = paidUntil - free;
  return {
    granted: true,
    day: { ...day, used, paidUntil: new Date(paidUntil) },
    pauseUntil: pause > now.getTime() ? new Date(pause) : null,
  };
}
