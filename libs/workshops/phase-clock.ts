/** A phase as it runs; every screen works out the clock from it, so that a restart changes nothing. */
export interface PhaseRun {
  startedAt: string;
  /** Given to the phase, with what was added while it ran. */
  minutes: number;
  /** Length of the pauses that are over, ms. */
  pausedMs: number;
  /** Since when it is paused; null while it runs. */
  pausedAt: string | null;
}

export interface PhaseClock {
  elapsedMs: number;
  /** Negative once the time is over. */
  leftMs: number;
  paused: boolean;
  over: boolean;
  /** 0 to 1. */
  share: number;
}

/** Where the clock of a phase stands. A clock that jumps back never gives less than nothing elapsed. */
export function phaseClock(run: PhaseRun, nowMs: number): PhaseClock {
  const until = run.pausedAt === null ? nowMs : Date.parse(run.pausedAt);
  const elapsedMs = Math.max(0, until - Date.parse(run.startedAt) - run.pausedMs);
  const totalMs = run.minutes * 60_000;
  const leftMs = totalMs - elapsedMs;
  return {
    elapsedMs,
    leftMs,
    paused: run.pausedAt !== null,
    over: leftMs <= 0,
    share: Math.min(1, elapsedMs / totalMs),
  };
}
