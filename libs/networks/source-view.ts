import type { EntityManager } from 'typeorm';
import type { Backfill, Quota, Source as SourceViewOfApi } from '#contract/networks';

interface SourceRow {
  id: string;
  network: string;
  realm: SourceViewOfApi['realm'];
  name: string;
  settings: Record<string, unknown>;
  account: string | null;
  access_until: Date | null;
  state: SourceViewOfApi['state'];
  problem_code: string | null;
  problem_detail: string | null;
  delivery_problem: string | null;
  pull_every_seconds: number;
  last_pull_at: Date | null;
  last_pull_stored: number | null;
  next_pull_at: Date;
  lag_seconds: number | null;
  quota: Quota | null;
  mentions: string;
  created_at: Date;
  backfill: BackfillRow | null;
  live: LiveRow | null;
}

/** As `jsonb_build_object` writes it. */
interface LiveRow {
  held: boolean;
  since: string | null;
  nextTryAt: string;
  problem: string | null;
}

/** As `to_jsonb` writes the row. */
interface BackfillRow {
  id: number;
  state: Backfill['state'];
  from_at: string;
  reached_at: string | null;
  read: number;
  stored: number;
  problem_code: string | null;
  problem_detail: string | null;
  created_at: string;
  finished_at: string | null;
}

const SELECT = `
  select s.id, s.network, s.realm, s.name, s.settings, s.account, s.access_until, s.state, s.problem_code, s.problem_detail, s.delivery_problem,
    s.pull_every_seconds, s.last_pull_at, s.last_pull_stored, s.next_pull_at, s.lag_seconds, s.quota, s.mentions,
    s.created_at, (select to_jsonb(b) from source_backfill b where b.source_id = s.id order by b.id desc limit 1) as backfill,
    (select jsonb_build_object('held', l.lease_until > now(), 'since', l.live_since, 'nextTryAt', l.next_try_at,
       'problem', l.problem_detail) from source_stream l where l.source_id = s.id and s.state = 'active') as live
  from source s where s.removed_at is null`;

/** Connected sources as the API shows them; `delivering` are the networks that deliver by themselves. */
export async function readSources(
  manager: Pick<EntityManager, 'query'>,
  delivering: readonly string[],
  sourceId: string | null = null,
): Promise<SourceViewOfApi[]> {
  const rows: SourceRow[] = await manager.query(
    `${SELECT} and ($1::bigint is null or s.id = $1) order by s.id`,
    [sourceId],
  );
  return rows.map((row) => sourceView(row, delivering.includes(row.network)));
}

function sourceView(row: SourceRow, delivered: boolean): SourceViewOfApi {
  return {
    id: row.id,
    network: row.network,
    realm: row.realm,
    name: row.name,
    settings: row.settings,
    account: row.account,
    accessUntil: row.access_until?.toISOString() ?? null,
    state: row.state,
    problem: problem(row),
    deliveryProblem: row.delivery_problem,
    pullEverySeconds: row.pull_every_seconds,
    lastPullAt: row.last_pull_at?.toISOString() ?? null,
    lastPullStored: row.last_pull_stored,
    nextPullAt: row.state === 'active' && !delivered ? row.next_pull_at.toISOString() : null,
    lagSeconds: row.lag_seconds,
    quota: row.quota,
    live: row.live && liveView(row.live),
    backfill: row.backfill && backfillView(row.backfill),
    mentions: Number(row.mentions),
    createdAt: row.created_at.toISOString(),
  };
}

function liveView({ held, since, nextTryAt, problem }: LiveRow): SourceViewOfApi['live'] {
  if (held && since !== null) return { since: new Date(since).toISOString(), nextTryAt: null, problem: null };
  return { since: null, nextTryAt: held ? null : new Date(nextTryAt).toISOString(), problem };
}

function backfillView(row: BackfillRow): Backfill {
  const from = Date.parse(row.from_at);
  const started = Date.parse(row.created_at);
  const reached = row.reached_at === null ? started : Math.min(Date.parse(row.reached_at), started);
  const share = started > from ? (started - reached) / (started - from) : 1;
  return {
    id: String(row.id),
    state: row.state,
    from: new Date(from).toISOString(),
    reachedAt: row.reached_at && new Date(row.reached_at).toISOString(),
    progress: row.state === 'done' ? 1 : Math.min(Math.max(share, 0), 1),
    read: row.read,
    stored: row.stored,
    problem: problem(row),
    startedAt: new Date(started).toISOString(),
    finishedAt: row.finished_at && new Date(row.finished_at).toISOString(),
  };
}

function problem(row: { problem_code: string | null; problem_detail: string | null }) {
  return row.problem_code === null ? null : { code: row.problem_code, detail: row.problem_detail ?? '' };
}
