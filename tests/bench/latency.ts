/** What took how long, in milliseconds. */
export interface Latency {
  calls: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Calls something again and again, one after the other; the first calls fill caches and do not count. */
export async function latencyOf(
  rounds: number,
  call: (round: number) => Promise<unknown>,
  warmUp = WARM_UP,
): Promise<Latency> {
  const taken: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const start = performance.now();
    await call(round + warmUp);
    if (round >= 0) taken.push(performance.now() - start);
  }
  return latencies(taken);
}

/** `latencyOf` each of them, told on the error output as it is known: a long run shows where it is. */
export async function latencyOfEach(
  calls: Record<string, (round: number) => Promise<unknown>>,
  rounds: number,
): Promise<Record<string, Latency>> {
  const known: Record<string, Latency> = {};
  for (const [name, call] of Object.entries(calls)) {
    const latency = await latencyOf(rounds, call);
    known[name] = latency;
    console.error(`${name}: p50 ${latency.p50} ms, p95 ${latency.p95} ms`);
  }
  return known;
}

/** The middle and the slow end of times that were taken. */
export function latencies(taken: readonly number[]): Latency {
  const sorted = [...taken].sort((a, b) => a - b);
  const quantile = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
  return { calls: sorted.length, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
}

const WARM_UP = 5;
