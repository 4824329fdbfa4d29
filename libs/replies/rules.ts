/** Why a second person is asked. */
export const SECOND_REASONS = ['level', 'sensitivity'] as const;
export type SecondReason = (typeof SECOND_REASONS)[number];

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
