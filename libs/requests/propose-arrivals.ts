import type { DataSource, EntityManager } from 'typeorm';
import { type Realm, REALMS } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { WaitingTexts } from './waiting-texts.js';
import { tellScreens } from './move-request.js';
import { findSimilar, LOOKED_BACK_DAYS, readBackground } from './similar-mentions.js';

/** Arrivals compared in one transaction; more wait for the next. */
const MENTIONS_AT_ONCE = 2000;
const EVENTS_AT_ONCE = 500;
/** Beyond these nobody looks at proposals one by one. */
const MOST_PROPOSALS = 200;
const EXEMPLARS = 3;

interface Proposal {
  requestId: string;
  mentionId: string;
  similarity: number;
}

/**
 * Compares the mentions assessed since the last time with those that wait for an answer, and proposes the similar ones.
 * What arrived is read from the order of live events, in which nothing appears late; the place in it moves in the same
 * transaction as the proposals, under a lock: each arrival is compared once, whatever crashes and however many workers
 * there are. Returns whether there may be more.
 */
export function proposeArrivals(dataSource: DataSource, now = new Date()): Promise<boolean> {
  return inTransaction(dataSource, async ({ manager }) => {
    const [watch]: { xid: string; eventId: string }[] = await manager.query(
      `select xid, event_id as "eventId" from answer_request_watch where id = 1 for update skip locked`,
    );
    if (!watch) return false;
    const { mentionIds, last, more } = await readArrivals(manager, watch);
    if (!last) return false;
    if (await hasMissedEvents(manager, watch)) await proposeFromThePast(manager, now);
    const proposals = mentionIds.length === 0 ? [] : await compare(manager, mentionIds, now);
    await store(manager, proposals);
    await manager.query('update answer_request_watch set xid = $1, event_id = $2 where id = 1', [
      last.xid,
      last.id,
    ]);
    return more;
  });
}

interface ArrivalRow {
  xid: string;
  id: string;
  mentionIds: string[] | null;
}

async function readArrivals(manager: EntityManager, after: { xid: string; eventId: string }) {
  const rows: ArrivalRow[] = await manager.query(
    `select xid, id, case when type = 'mentions.assessed' then payload->'mentionIds' end as "mentionIds" from event
     where (xid, id) > ($1::bigint, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
     order by xid, id limit $3`,
    [after.xid, after.eventId, EVENTS_AT_ONCE],
  );
  const mentionIds: string[] = [];
  let last: ArrivalRow | null = null;
  for (const row of rows) {
    if (mentionIds.length >= MENTIONS_AT_ONCE) break;
    mentionIds.push(...(row.mentionIds ?? []));
    last = row;
  }
  return { mentionIds, last, more: last !== rows.at(-1) || rows.length === EVENTS_AT_ONCE };
}

/** Events are kept for a day: after a longer pause, and at the very first time, there is a gap before the oldest. */
async function hasMissedEvents(
  manager: EntityManager,
  { xid, eventId }: { xid: string; eventId: string },
): Promise<boolean> {
  const [row]: { missed: boolean }[] = await manager.query(
    `select not exists (select from event where (xid, id) <= ($1::bigint, $2::bigint)) as missed`,
    [xid, eventId],
  );
  return row?.missed ?? false;
}

async function compare(
  manager: EntityManager,
  mentionIds: readonly string[],
  now: Date,
): Promise<Proposal[]> {
  const since = new Date(now.getTime() - LOOKED_BACK_DAYS * 86_400_000);
  const proposals: Proposal[] = [];
  for (const realm of REALMS) {
    const waiting = await readWaiting(manager, realm);
    if (waiting.length === 0) continue;
    const texts = new WaitingTexts(waiting, await readBackground(manager, realm));
    const arrived: { id: string; text: string }[] = await manager.query(
      `select m.id, m.text from mention_identity i
       join mention m on m.id = i.mention_id and m.published_at = i.published_at
       where i.mention_id = any($1::bigint[]) and m.realm = $2 and m.published_at >= $3 and not m.own
         and m.assessed_at is not null and m.state in ('new', 'in_progress', 'escalated')`,
      [mentionIds, realm, since],
    );
    for (const { id, text } of arrived) {
      const best = texts.mostSimilar(text);
      if (best) proposals.push({ ...best, mentionId: id });
    }
  }
  return proposals;
}

/** The mention a request was asked from and the newest ones under it. */
function readWaiting(
  manager: EntityManager,
  realm: Realm,
): Promise<{ requestId: string; mentionId: string; text: string }[]> {
  return manager.query(
    `select place.request_id as "requestId", m.id as "mentionId", m.text from (
       select rm.*, row_number() over (partition by rm.request_id order by rm.added_at, rm.mention_id) as first,
         row_number() over (partition by rm.request_id order by rm.added_at desc, rm.mention_id desc) as newest
       from answer_request_mention rm
       where rm.realm = $1 and rm.standing = 'attached'
         and rm.request_state in ('open', 'drafted', 'in_review', 'ready')
     ) place
     join mention m on m.id = place.mention_id and m.published_at = place.published_at
     where place.first = 1 or place.newest < ${EXEMPLARS}
     order by place.request_id, m.id`,
    [realm],
  );
}

async function proposeFromThePast(manager: EntityManager, now: Date): Promise<void> {
  for (const realm of REALMS) {
    const proposals: Proposal[] = [];
    for (const { requestId, mentionId, text } of await readWaiting(manager, realm)) {
      const similar = await findSimilar(manager, { id: mentionId, realm, text }, now, MOST_PROPOSALS);
      proposals.push(...similar.map((one) => ({ ...one, requestId })));
    }
    await store(manager, proposals);
  }
}

/** A mention is proposed to one request, once; what was taken out of a request does not come back to it. */
async function store(manager: EntityManager, proposals: readonly Proposal[]): Promise<void> {
  const touched = new Set<string>();
  const ordered = [...proposals].sort(
    (a, b) => Number(a.requestId) - Number(b.requestId) || b.similarity - a.similarity,
  );
  for (const { requestId, mentionId, similarity } of ordered) {
    const added: unknown[] = await manager.query(
      `with request as (
         select r.id, r.realm, r.state from answer_request r
         where r.id = $1 and r.state in ('open', 'drafted', 'in_review', 'ready') for share
       )
       insert into answer_request_mention (request_id, mention_id, realm, network, published_at, standing, request_state,
         similarity, added_at)
       select request.id, m.id, request.realm, m.network, m.published_at, 'proposed', request.state, $3, clock_timestamp()
       from request, mention_identity i
         join mention m on m.id = i.mention_id and m.published_at = i.published_at
       where i.mention_id = $2 and m.realm = request.realm
         and not exists (
           select from answer_request_mention rm
           where rm.mention_id = $2 and rm.standing <> 'removed'
             and rm.request_state in ('open', 'drafted', 'in_review', 'ready'))
         and (select count(*) from answer_request_mention rm
           where rm.request_id = $1 and rm.standing = 'proposed') < ${MOST_PROPOSALS}
       on conflict do nothing returning mention_id`,
      [requestId, mentionId, similarity],
    );
    if (added.length > 0) touched.add(requestId);
  }
  if (touched.size === 0) return;
  const rows: { id: string; realm: Realm; state: 'open' }[] = await manager.query(
    'select id, realm, state from answer_request where id = any($1::bigint[])',
    [[...touched]],
  );
  await tellScreens(manager, ...rows);
}
