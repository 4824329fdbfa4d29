/**
 * The clock of a drill: spells in which it ran. Time of the scenario follows from them for any moment, so that what
 * people did can be measured in it, whatever the compression was.
 */
export interface Spell {
  startedAt: number;
  /** Until when somebody has seen it run: the end, once it is over. Milliseconds since 1970, like `startedAt`. */
  countedAt: number;
  /** Milliseconds of the scenario at its start. */
  elapsedMs: number;
  speed: number;
  open: boolean;
}

/** At most this much is counted between two looks: while no worker drives the drill, or when a clock jumps, time stands still. */
export const LONGEST_GAP_MS = 5000;

/** Milliseconds of the scenario at a moment; what came before the start was at 0. */
export function scenarioTime(spells: readonly Spell[], at: number): number {
  const spell = spells.findLast(({ startedAt }) => startedAt <= at);
  return spell ? spell.elapsedMs + (Math.min(at, endOf(spell)) - spell.startedAt) * spell.speed : 0;
}

/** Milliseconds played so far; the running spell is followed no longer than the longest gap. */
export function elapsedOf(spells: readonly Spell[], now: number): number {
  const last = spells.at(-1);
  if (!last) return 0;
  const until = last.open ? Math.min(Math.max(now, last.countedAt), endOf(last)) : last.countedAt;
  return last.elapsedMs + (until - last.startedAt) * last.speed;
}

function endOf({ open, countedAt }: Spell): number {
  return open ? countedAt + LONGEST_GAP_MS : countedAt;
}

/** The running spell seen at `now`: counted until then; or ended where it was last seen, and a new one begun. */
export function seenAt(spell: Spell, now: number): { seen: Spell; next: Spell | null } {
  if (now >= spell.countedAt && now - spell.countedAt <= LONGEST_GAP_MS)
    return { seen: { ...spell, countedAt: now }, next: null };
  const seen = { ...spell, open: false };
  return {
    seen,
    next: {
      startedAt: now,
      countedAt: now,
      elapsedMs: elapsedOf([seen], now),
      speed: spell.speed,
      open: true,
    },
  };
}
