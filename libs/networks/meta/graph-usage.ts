import { retryMoment } from '../retry-moment.js';

/** How much of its limits Meta says is used up; it counts over a rolling hour. */
export interface GraphUsage {
  /** Of the limit that is nearest, 0 to 100 and above. */
  percent: number;
  /** For how long Meta will not answer any more; 0 where it does. */
  waitMinutes: number;
}

/** Reading stops here: what is left belongs to replies. */
const READING_STOPS_AT = 90;
const ROLLING_PAUSE_MS = 10 * 60_000;
const SHORTEST_MS = 5 * 60_000;
const LONGEST_MS = 15 * 60_000;

const HEADERS = ['x-app-usage', 'x-page-usage', 'x-business-use-case-usage'];
const SHARES = ['call_count', 'total_time', 'total_cputime'];
const DEEPEST = 4;

/** What the headers of an answer say, whichever of them are there; null where none says anything. */
export function usageOf(headers: Pick<Headers, 'get'>): GraphUsage | null {
  const found = HEADERS.flatMap((name) => usages(parsed(headers.get(name)), 0));
  if (found.length === 0) return null;
  return {
    percent: Math.max(...found.map(({ percent }) => percent)),
    waitMinutes: Math.max(...found.map(({ waitMinutes }) => waitMinutes)),
  };
}

/** When to read on, where the limits are nearly used up; null when there is room. */
export function readAgainAt(usage: GraphUsage | null, now: Date): Date | null {
  if (usage === null) return null;
  if (usage.waitMinutes > 0) return after(now, usage.waitMinutes * 60_000);
  return usage.percent >= READING_STOPS_AT ? after(now, ROLLING_PAUSE_MS) : null;
}

/**
 * After a limit was reached: when Meta says that it answers again, else in 5 to 15 minutes, so that not everybody comes
 * back at once.
 * @param random in [0, 1)
 */
export function regainAt(headers: Pick<Headers, 'get'>, now: Date, random: number): Date {
  const usage = usageOf(headers);
  if (usage && usage.waitMinutes > 0) return after(now, usage.waitMinutes * 60_000);
  return retryMoment(headers, now, SHORTEST_MS + random * (LONGEST_MS - SHORTEST_MS));
}

const A_DAY_MS = 86_400_000;
function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + Math.min(ms, A_DAY_MS));
}

/** The use cases of a business stand in lists below its id; the usage of an app stands on top. */
function usages(given: unknown, depth: number): GraphUsage[] {
  if (typeof given !== 'object' || given === null || depth > DEEPEST) return [];
  const fields = given as Record<string, unknown>;
  const shares = SHARES.map((name) => fields[name]).filter(isShare);
  const wait = fields['estimated_time_to_regain_access'];
  const own = shares.length > 0 || isShare(wait);
  return [
    ...(own ? [{ percent: Math.max(0, ...shares), waitMinutes: isShare(wait) ? wait : 0 }] : []),
    ...Object.values(fields).flatMap((value) => usages(value, depth + 1)),
  ];
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function parsed(header: string | null): unknown {
  try {
    return header === null ? null : (JSON.parse(header) as unknown);
  } catch {
    return null;
  }
}
