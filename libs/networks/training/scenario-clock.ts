/** At most this much is counted between two ticks: a stopped process or a clock that jumps must not cause a flood. */
const LONGEST_STEP_MS = 3000;

/** Time played so far in a scenario, in its own milliseconds, at `now`. */
export function elapsedAt(run: { elapsedMs: number; countedAt: Date; speed: number }, now: Date): number {
  const step = Math.min(Math.max(now.getTime() - run.countedAt.getTime(), 0), LONGEST_STEP_MS);
  return run.elapsedMs + step * run.speed;
}
