/**
 * Where a source stands with asking which of its posts its network still has. A round goes from the newest post back, some
 * posts in each turn, until all of its days have been asked for; kept so that a crash goes on from the turn.
 */
export interface GoneRound {
  /** Posts from then on are asked for (ISO 8601). */
  from: string;
  /** The last post that was asked for; null before the first. */
  after: { publishedAt: string; id: string } | null;
  /** When a round over all days began. */
  wholeAt: string | null;
}

/** Posts are mostly taken back soon, if at all: so far back each round looks, and one a day further. */
const DAYS = 7;
const WHOLE_DAYS = 30;
const DAY_MS = 86_400_000;

/** The round under way, or the next one. A moment that is still to come counts as none: a clock was wrong. */
export function presentRound(kept: GoneRound | null, now: Date): GoneRound {
  if (kept !== null && kept.after !== null) return kept;
  const wholeAt = kept?.wholeAt ?? null;
  const since = wholeAt === null ? Number.NaN : now.getTime() - Date.parse(wholeAt);
  const whole = !(since >= 0 && since < DAY_MS);
  const days = whole ? WHOLE_DAYS : DAYS;
  return {
    from: new Date(now.getTime() - days * DAY_MS).toISOString(),
    after: null,
    wholeAt: whole ? now.toISOString() : wholeAt,
  };
}

/** After a turn; fewer posts than could have been asked for are the last of the round. */
export function afterTurn(
  round: GoneRound,
  asked: readonly { publishedAt: string; id: string }[],
  most: number,
): GoneRound {
  const last = asked.at(-1);
  const after = last && asked.length >= most ? { publishedAt: last.publishedAt, id: last.id } : null;
  return { ...round, after };
}
