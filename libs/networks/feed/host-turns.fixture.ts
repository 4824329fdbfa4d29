import type { HostTurns } from './host-turns.js';

/** For tests: sites that may be asked at any time; what is asked of them afterwards is kept. */
export function freeHosts(): HostTurns & {
  ended: { host: string; rest: { seconds: number } | { until: Date } }[];
} {
  const ended: { host: string; rest: { seconds: number } | { until: Date } }[] = [];
  return {
    ended,
    take: async (host) => ({ end: async (rest) => void ended.push({ host, rest }) }),
  };
}
