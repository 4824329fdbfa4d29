/** Why a second person is asked. */
export const SECOND_REASONS = ['level', 'sensitivity', 'invitation', 'post'] as const;
export type SecondReason = (typeof SECOND_REASONS)[number];

/**
 * Why a second person has to confirm at the moment of leaving, with what is known of the reply: for what it was confirmed,
 * up to which level the one who picked it may answer alone, and whether it is a post of its own, which nobody publishes alone.
 */
export function secondPersonAtLeaving(
  rules: { secondFromLevel: number | null; secondAtHighSensitivity: boolean },
  level: number,
  sensitivity: 'low' | 'medium' | 'high',
  reply: { levelLimit: number | null; confirmed: SecondReason | null; post: boolean },
): SecondReason | null {
  const beyond = reply.levelLimit !== null && level > reply.levelLimit;
  const alone = reply.post ? 'post' : null;
  const why = secondPersonFor(rules, level, sensitivity) ?? (beyond ? 'level' : alone);
  // Whoever invited may let an ordinary answer go; what the two-person rule asks for is more than that.
  return reply.confirmed === null || reply.confirmed === 'invitation' ? why : null;
}

/**
 * Why no post of its own can leave from an account: its network is only read from here, takes only answers under what others
 * said, or its source has no address to hand posts to, or is not accepted by its network any more.
 */
export const POST_OBSTACLES = ['only-read', 'only-answers', 'no-address', 'needs-attention'] as const;
export type PostObstacle = (typeof POST_OBSTACLES)[number];

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
