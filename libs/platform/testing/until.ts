import { setTimeout as sleep } from 'node:timers/promises';

/** Between two looks, at first and at most. */
const SHORTEST_MS = 20;
const LONGEST_MS = 200;
/** Less than a test may take, so that a test that waits in vain says for what. */
const PATIENCE_MS = 100_000;

type Nothing = false | null | undefined | 0 | '';

/**
 * Looks again and again until there is something, and gives it.
 * @param what completes "waited in vain for …"
 * @throws Error after 100 s
 */
export async function until<Seen>(
  look: () => Seen | Promise<Seen>,
  what: string,
  patienceMs = PATIENCE_MS,
): Promise<Exclude<Seen, Nothing>> {
  const end = performance.now() + patienceMs;
  for (let pause = SHORTEST_MS; ; pause = Math.min(pause * 1.5, LONGEST_MS)) {
    const seen = await look();
    if (seen) return seen as Exclude<Seen, Nothing>;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(pause);
  }
}
