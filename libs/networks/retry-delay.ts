const FIRST_MS = 5000;
const LONGEST_MS = 30 * 60_000;

/** In ms, where a network asks for a pause and names no moment: one to five minutes, so that not everybody is back at once. */
export function pauseMs(random: number): number {
  return 60_000 + Math.round(240_000 * random);
}

/**
 * Exponential backoff with full jitter: uniform between 0 and min(30 min, 5 s × 2^(failures-1)).
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param random in [0, 1)
 */
export function retryDelayMs(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(failures - 1, 0), 20));
  return Math.round(ceiling * random);
}
