/** Why a second person is asked. */
export const SECOND_REASONS = ['level', 'sensitivity', 'invitation'] as const;
export type SecondReason = (typeof SECOND_REASONS)[number];

/**
 * Why a second person has to confirm at the moment of leaving, with what is known of the reply: `given` by whom it was
 * confirmed for what, and up to which level the one who picked it may answer alone.
 */
export function secondPersonAtLeaving(
  rules: { secondFromLevel: number | null; secondAtHighSensitivity: boolean },
  level: number,
  sensitivity: 'low' | 'medium' | 'high',
  reply: { levelLimit: number | null; confirmed: SecondReason | null },
): SecondReason | null {
  const beyond = reply.levelLimit !== null && level > reply.levelLimit;
  const why = secondPersonFor(rules, level, sensitivity) ?? (beyond ? 'level' : null);
  // Whoever invited may let an ordinary answer go; what the two-person rule asks for is more than that.
  return reply.confirmed === null || reply.confirmed === 'invitation' ? why : null;
}

/** Replies can be put off by at least and at most this long. */
export const SCHEDULE_MIN_MS = 60_000;
export const SCHEDULE_MAX_MS = 30 * 86_400_000;

/** Whether, and why, a second person has to confirm a reply with this answer to a mention of this level. */
export function secondPersonFor(
  rules: { secondFromLevel: number | null; secondAtHighSensitivity: boolean },
  level: number,
  sensitivity: 'low' | 'medium' | 'high',
): SecondReason | null {
  if (rules.secondFromLevel !== null && level >= rules.secondFromLevel) return 'level';
  return rules.secondAtHighSensitivity && sensitivity === 'high' ? 'sensitivity' : null;
}

/** Whether a reply may be put off to that moment. */
export function mayBeScheduled(at: Date, now: Date): boolean {
  const wait = at.getTime() - now.getTime();
  return wait >= SCHEDULE_MIN_MS && wait <= SCHEDULE_MAX_MS;
}
