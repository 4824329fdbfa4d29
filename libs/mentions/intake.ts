import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { mentionsStored } from '#platform/telemetry';
import { retryDeadlocks } from './deadlock.js';
import {
  type CheckedMention,
  checkMention,
  type IncomingMention,
  type MentionCheck,
} from './incoming-mention.js';
import { insertMentions } from './insert-mentions.js';
import { type IdentifiedMention, keepAuthors } from './keep-authors.js';
import { ensureMonths } from './partition-months.js';
import { QUEUE_CHANNEL } from './queue-channel.js';
import { type Edit, takeEdits } from './take-edits.js';

/** What became of one incoming mention: stored now, known already, or refused because of a field. */
export type IntakeOutcome =
  | { outcome: 'stored'; mentionId: string }
  | { outcome: 'known'; mentionId: string }
  | { outcome: 'refused'; field: string; reason: string };

/**
 * Stores a page of mentions inside the caller's transaction, each exactly once however often it comes, and queues the
 * new ones for classification. Outcomes stand in the order of the page. A refused mention leaves the others alone.
 * One page per transaction: pages that overlap then wait for each other instead of deadlocking.
 */
export async function storeMentions(
  manager: EntityManager,
  page: readonly IncomingMention[],
  now: Date = new Date(),
): Promise<IntakeOutcome[]> {
  const checks = page.map((incoming) => checkMention(incoming, now));
  const distinct = new Map<string, CheckedMention>();
  for (const check of checks) {
    if (!check.ok) continue;
    const key = identityKey(check.mention);
    const other = distinct.get(key);
    if (!other || isEarlier(check.mention, other)) distinct.set(key, check.mention);
  }

  const { fresh, known } = await claimIdentities(manager, distinct);
  await insertMentions(manager, await keepAuthors(manager, [...fresh.values()]));
  if (fresh.size > 0) await manager.query(`select pg_notify('${QUEUE_CHANNEL}', '')`);

  await takeEdits(
    manager,
    editsAmong(checks, (key) => fresh.get(key)?.id ?? known.get(key)),
  );

  const told = new Set<string>();
  return checks.map((check): IntakeOutcome => {
    if (!check.ok) return { outcome: 'refused', field: check.field, reason: check.reason };
    const key = identityKey(check.mention);
    const mentionId = fresh.get(key)?.id ?? known.get(key);
    if (mentionId === undefined) throw new Error(`${key} is neither new nor known`);
    const first = fresh.has(key) && !told.has(key);
    told.add(key);
    return { outcome: first ? 'stored' : 'known', mentionId };
  });
}

/** Of several wordings of one post on the same page the first one is stored, and the others change it. */
function isEarlier(one: CheckedMention, other: CheckedMention): boolean {
  return other.editedAt !== null && (one.editedAt === null || one.editedAt < other.editedAt);
}

/** What the network says was changed after it was posted. */
function editsAmong(checks: readonly MentionCheck[], idOf: (key: string) => string | undefined): Edit[] {
  return checks.flatMap((check) => {
    if (!check.ok || check.mention.editedAt === null) return [];
    const mentionId = idOf(identityKey(check.mention));
    const { text, hasMedia, editedAt } = check.mention;
    return mentionId === undefined ? [] : [{ mentionId, text, hasMedia, editedAt, told: true }];
  });
}

/**
 * Stores a page in a transaction of its own, together with whatever else has to be true at the same moment: the
 * cursor of the source, the rows of an import. A deadlock is tried again; `within` must then be repeatable.
 */
export async function storePage(
  dataSource: DataSource,
  page: readonly IncomingMention[],
  within?: (manager: EntityManager, outcomes: readonly IntakeOutcome[]) => Promise<void>,
): Promise<IntakeOutcome[]> {
  const outcomes = await retryDeadlocks(() =>
    inTransaction(dataSource, async ({ manager }) => {
      const stored = await storeMentions(manager, page);
      await within?.(manager, stored);
      return stored;
    }),
  );
  outcomes.forEach(({ outcome }, place) => {
    if (outcome === 'stored') mentionsStored.inc({ network: page[place]?.network ?? 'unknown' });
  });
  return outcomes;
}

function identityKey({ network, externalId }: { network: string; externalId: string }): string {
  return `${network} ${externalId}`;
}

/**
 * Gives an identity to every mention that has none. The unique index decides who comes first; all transactions take
 * identities in the same order, partitions before them.
 */
async function claimIdentities(
  manager: EntityManager,
  mentions: ReadonlyMap<string, CheckedMention>,
): Promise<{ fresh: Map<string, IdentifiedMention>; known: Map<string, string> }> {
  const fresh = new Map<string, IdentifiedMention>();
  const known = new Map<string, string>();
  if (mentions.size === 0) return { fresh, known };
  const sorted = [...mentions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mention]) => mention);
  await ensureMonths(
    manager,
    sorted.map((mention) => mention.publishedAt),
  );

  const claimed: { id: string; network: string; externalId: string }[] = await manager.query(
    `insert into mention_identity (network, external_id, published_at)
     select network, external_id, published_at
     from unnest($1::text[], $2::text[], $3::timestamptz[]) as incoming(network, external_id, published_at)
     on conflict (network, external_id) do nothing
     returning mention_id as id, network, external_id as "externalId"`,
    [sorted.map((m) => m.network), sorted.map((m) => m.externalId), sorted.map((m) => m.publishedAt)],
  );
  for (const identity of claimed) {
    const mention = mentions.get(identityKey(identity));
    if (mention) fresh.set(identityKey(identity), { ...mention, id: identity.id });
  }

  const rest = sorted.filter((mention) => !fresh.has(identityKey(mention)));
  if (rest.length > 0) {
    const found: { id: string; network: string; externalId: string }[] = await manager.query(
      `select i.mention_id as id, i.network, i.external_id as "externalId"
       from unnest($1::text[], $2::text[]) as incoming(network, external_id)
       join mention_identity i using (network, external_id)`,
      [rest.map((m) => m.network), rest.map((m) => m.externalId)],
    );
    for (const identity of found) known.set(identityKey(identity), identity.id);
  }
  return { fresh, known };
}
