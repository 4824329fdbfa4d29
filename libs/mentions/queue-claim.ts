import type { DataSource } from 'typeorm';
import { type StakeholderFact, stakeholderFactSql } from '#stakeholders';

/** A mention taken off the queue under a lease, with what classification looks at. */
export interface ClaimedMention {
  id: string;
  publishedAt: Date;
  realm: 'live' | 'training';
  network: string;
  text: string;
  authorHandle: string | null;
  authorName: string | null;
  authorFollowers: number | null;
  /** For whom the author speaks. */
  stakeholder: StakeholderFact | null;
  hasMedia: boolean;
  /** What the network declares the language to be. */
  languageHint: string | null;
  /** Which text of it this is: see the queue. */
  edition: number;
}

/** A mention that was tried this often in vain is left alone and shown as failed. The first try is not numbered. */
export const MOST_ATTEMPTS = 5;
/** Longer than any batch takes: after it, another worker takes over. */
export const LEASE_SECONDS = 60;

/**
 * Takes up to `limit` mentions that nobody works on, oldest first; nobody else gets them until the lease is over.
 * They stay in the queue: only writing them back takes them out.
 */
export async function claimFresh(
  dataSource: DataSource,
  limit: number,
  leaseSeconds: number = LEASE_SECONDS,
): Promise<ClaimedMention[]> {
  return claim(dataSource, `lease_until is null and attempts < ${MOST_ATTEMPTS}`, 0, limit, leaseSeconds);
}

/**
 * Takes mentions whose lease ran out: their worker was lost, or they failed and their pause is over. Those of a lost
 * worker come in small batches first and one by one after that, so that one that kills its worker is found out
 * without taking the others with it.
 */
export async function claimOverdue(
  dataSource: DataSource,
  leaseSeconds: number = LEASE_SECONDS,
): Promise<ClaimedMention[]> {
  const lost = await claim(dataSource, `lease_until < now() and attempts = 0`, 1, LOST_BATCH, leaseSeconds);
  if (lost.length > 0) return lost;
  return claim(
    dataSource,
    `lease_until < now() and attempts between 1 and ${MOST_ATTEMPTS - 1}`,
    1,
    1,
    leaseSeconds,
  );
}

const LOST_BATCH = 100;

async function claim(
  dataSource: DataSource,
  waiting: string,
  attempt: number,
  limit: number,
  leaseSeconds: number,
): Promise<ClaimedMention[]> {
  const [taken]: [{ id: string; publishedAt: Date; edition: number }[], number] = await dataSource.query(
    `update mention_queue q
     set lease_until = now() + make_interval(secs => $1), attempts = q.attempts + $2,
       problem = case when q.attempts > 0 then coalesce(q.problem, 'the worker was lost while classifying it') end
     from (
       select mention_id from mention_queue where ${waiting}
       order by mention_id limit $3 for update skip locked
     ) as due
     where q.mention_id = due.mention_id
     returning q.mention_id as id, q.published_at as "publishedAt", q.edition`,
    [leaseSeconds, attempt, limit],
  );
  if (taken.length === 0) return [];
  // The bounds let the planner leave out the partitions of all other months.
  const times = taken.map((row) => row.publishedAt.getTime());
  const rows: Omit<ClaimedMention, 'edition'>[] = await dataSource.query(
    `select id, published_at as "publishedAt", realm, network, text, author_handle as "authorHandle",
       author_name as "authorName", author_followers as "authorFollowers", has_media as "hasMedia",
       extra->>'language' as "languageHint", ${stakeholderFactSql('mention.author_id')} as stakeholder
     from mention
     where id = any($1::bigint[]) and published_at between $2 and $3 and (assessed_at is null or wording > 0)
     order by id`,
    [taken.map((row) => row.id), new Date(Math.min(...times)), new Date(Math.max(...times))],
  );
  // Read after the claim: the text is of this edition, or of a later one that is then claimed again.
  const editions = new Map(taken.map(({ id, edition }) => [id, edition]));
  return rows.map((row) => ({ ...row, edition: editions.get(row.id) ?? 0 }));
}

/** Gives failed mentions another chance, after what made them fail was put right; returns how many. */
export async function retryFailed(dataSource: DataSource): Promise<number> {
  const [, count]: [unknown, number] = await dataSource.query(
    `update mention_queue set attempts = 0, lease_until = null, problem = null where attempts >= ${MOST_ATTEMPTS}`,
  );
  return count;
}
