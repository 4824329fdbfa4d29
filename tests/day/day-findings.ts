import type { DataSource } from 'typeorm';
import type { DeliveryCount } from './day-deliveries.js';
import { type DayNetwork, type DayPost, NETWORKS } from './day-plan.js';
import { FORGED, isEdited, type LivingNetwork, numberIn } from './day-networks.js';

export interface NetworkFindings {
  posts: number;
  takenBack: number;
  /** Of the posts that stand at the end: not stored, or more than once. */
  lost: number;
  twice: number;
  /** Posts that were taken back and can still be read here. */
  notErased: number;
  edited: number;
  /** Posts that were changed and are shown in their former words. */
  outdated: number;
  /** Whether its reading is at rest: no page of it is left half done, and nothing is wrong with it. */
  atRest: boolean;
  requests: number | null;
  mostInWindow: number | null;
  allowedInWindow: number | null;
  tooMany: number;
  /** What the network told of by itself; null where it tells nothing. */
  deliveries: DeliveryCount | null;
  /** Posts that are here although nobody who knows the secret told of them. */
  forged: number;
  /** Seconds by which the source is behind, as its page shows it; null where it shows nothing. */
  lagShown: number | null;
  /** Seconds of the day from publication to being stored; null where nothing was said. */
  lag: { p50: number; p95: number; max: number } | null;
}

export type Findings = Record<DayNetwork, NetworkFindings>;

/** Compares what was said, and changed until a second of the day, with what is stored. */
export async function findingsOf(
  dataSource: DataSource,
  networks: readonly LivingNetwork[],
  posts: readonly DayPost[],
  {
    speed,
    until,
    deliveries,
  }: { speed: number; until: number; deliveries: ReadonlyMap<DayNetwork, DeliveryCount> },
): Promise<Findings> {
  const rows: { network: string; text: string; lag: number }[] = await dataSource.query(
    `select network, text, extract(epoch from received_at - published_at)::float8 as lag from mention
     where erased_at is null and not own`,
  );
  const sources: { network: string; cursor: unknown; well: boolean; lag: number | null }[] =
    await dataSource.query(
      `select network, cursor, lag_seconds as lag, state = 'active' and failures = 0 as well from source`,
    );
  const newest = new Set<number>();
  const lags = new Map<number, number[]>();
  for (const { text, lag } of rows) {
    const number = numberIn(text);
    if (number !== null && isEdited(text)) newest.add(number);
    if (number !== null) lags.set(number, [...(lags.get(number) ?? []), lag]);
  }
  const of = ({ network, count }: LivingNetwork): NetworkFindings => {
    const said = posts.filter((post) => post.network === network);
    const standing = said.filter(({ takenBackAt }) => takenBackAt === null);
    const takenBack = said.filter(({ takenBackAt }) => takenBackAt !== null);
    const edited = standing.filter(({ editedAt }) => editedAt !== null && editedAt <= until);
    const source = sources.find((one) => one.network === network);
    const stored = (post: DayPost) => lags.get(post.number)?.length ?? 0;
    return {
      posts: said.length,
      takenBack: takenBack.length,
      lost: standing.filter((post) => stored(post) === 0).length,
      twice: said.filter((post) => stored(post) > 1).length,
      notErased: takenBack.filter((post) => stored(post) > 0).length,
      edited: edited.length,
      outdated: edited.filter((post) => !newest.has(post.number)).length,
      // Another system is never read.
      atRest: source?.well === true && (network === 'webhook' || isAtRest(source.cursor)),
      requests: count?.total ?? null,
      mostInWindow: count?.most ?? null,
      allowedInWindow: count?.limit.requests ?? null,
      tooMany: count?.exceeded ?? 0,
      deliveries: deliveries.get(network) ?? null,
      forged: rows.filter((row) => row.network === network && row.text.startsWith(FORGED)).length,
      lagShown: source?.lag ?? null,
      lag: spread(standing.flatMap((post) => lags.get(post.number) ?? []).map((lag) => lag * speed)),
    };
  };
  return Object.fromEntries(
    NETWORKS.map((network) => [network, of(networks.find((one) => one.network === network)!)]),
  ) as Findings;
}

/** Whether nothing is missing that may still come, but for so many posts that were never said. */
export function isComplete(findings: Findings, neverSaid = 0): boolean {
  const all = Object.values(findings);
  const missing = all.reduce((sum, one) => sum + one.lost + one.notErased + one.outdated, 0);
  return missing <= neverSaid && all.every(({ atRest }) => atRest);
}

export function isGood(findings: Findings): boolean {
  const wrong = ({ twice, tooMany, forged, deliveries }: NetworkFindings) =>
    twice + tooMany + forged + (deliveries?.forgedTaken ?? 0) + (deliveries?.astray ?? 0);
  return isComplete(findings) && Object.values(findings).every((one) => wrong(one) === 0);
}

/** Marks of a page, of a list or of threads that are still to be read stand in a cursor while a reading is under way. */
export function isAtRest(cursor: unknown): boolean {
  if (typeof cursor !== 'object' || cursor === null) return false;
  const { token = null, reading = null, page = null, threads = [], walk } = cursor as Record<string, unknown>;
  const under = [token, reading, page].some((mark) => mark !== null);
  const open = Array.isArray(threads) && threads.length > 0;
  return !under && !open && (walk === undefined || isAtRest(walk));
}

function spread(seconds: readonly number[]): NetworkFindings['lag'] {
  const sorted = [...seconds].sort((one, other) => one - other);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return sorted.length === 0 ? null : { p50: at(0.5), p95: at(0.95), max: at(1) };
}
