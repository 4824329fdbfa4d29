import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { Realm } from '#platform/contract';
import type { Transaction } from '#platform/database';
import type { JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { conflict, invalidField, notFound } from '#platform/problem';
import type { PublicationFreezeView } from './contract.js';
import { wakeFree } from './give-up.js';
import { FREEZE_LOCK, freezesOf } from './holds.js';
import type { OutboxPerson } from './move-reply.js';

export interface FreezeOrder {
  realm: Realm;
  /** Only replies to mentions of this topic; null: all of the realm. */
  topicId: string | null;
  reason: string;
  /** Null when the product itself freezes (an incident). */
  by: OutboxPerson | null;
}

/**
 * Holds replies, in the caller's transaction, until `releasePublications`; holding statements still leave. Once it is
 * committed no reply is claimed that it holds: claims under way are waited for, and are counted as `leaving`. Several
 * freezes can hold the same reply; it leaves when all are released. Returns the id. Throws `unknown-topic`.
 */
export async function freezePublications(manager: EntityManager, order: FreezeOrder): Promise<string> {
  const { realm, topicId, reason, by } = order;
  if (topicId !== null) {
    const topics: unknown[] = await manager.query('select from topic where id = $1', [topicId]);
    if (topics.length === 0) throw invalidField('topicId', 'unknown-topic', 'is no topic');
  }
  await manager.query(FREEZE_LOCK);
  const [row]: { id: string }[] = await manager.query(
    `insert into publication_freeze (realm, topic_id, reason, person_id, frozen_at)
     values ($1, $2, $3, $4, clock_timestamp()) returning id`,
    [realm, topicId, reason, by?.personId ?? null],
  );
  if (!row) throw new Error('a freeze was not inserted');
  await publishEvents(manager, [{ type: 'freeze.changed', freezeId: row.id, realm, frozen: true }]);
  await recordDecision(manager, {
    actor: by,
    action: 'reply.frozen',
    subjectType: 'freeze',
    subjectId: row.id,
    reason,
    after: { realm, topicId },
  });
  return row.id;
}

/**
 * Ends a freeze and wakes what nothing holds any more, in the caller's transaction. Throws `freeze-not-found` and
 * `already-released`.
 */
export async function releasePublications(
  transaction: Transaction,
  jobs: JobQueue,
  freezeId: string,
  reason: string | null,
  by: OutboxPerson | null,
): Promise<void> {
  const { manager } = transaction;
  const [freeze]: { realm: Realm; releasedAt: Date | null }[] = await manager.query(
    'select realm, released_at as "releasedAt" from publication_freeze where id = $1 for update',
    [freezeId],
  );
  if (!freeze) throw notFound('freeze-not-found', `There is no freeze ${freezeId}.`);
  if (freeze.releasedAt) throw conflict('already-released', 'This freeze has been released.');
  await manager.query(
    `update publication_freeze set released_at = clock_timestamp(), released_by_id = $2, release_reason = $3
     where id = $1`,
    [freezeId, by?.personId ?? null, reason],
  );
  await wakeFree(transaction, jobs);
  const { realm } = freeze;
  await publishEvents(manager, [{ type: 'freeze.changed', freezeId, realm, frozen: false }]);
  await recordDecision(manager, {
    actor: by,
    action: 'reply.unfrozen',
    subjectType: 'freeze',
    subjectId: freezeId,
    reason,
    after: { realm },
  });
}

interface FreezeRow {
  id: string;
  realm: Realm;
  topicId: string | null;
  topicName: string | null;
  reason: string;
  byId: string | null;
  byName: string | null;
  frozenAt: Date;
  releasedAt: Date | null;
  releasedById: string | null;
  releasedByName: string | null;
  releaseReason: string | null;
  held: number;
  leaving: number;
}

/** Those that hold, newest first, then those released in the last seven days; or the one of this id. */
export async function readFreezes(
  manager: EntityManager,
  of: { realm?: string | undefined; id?: string },
): Promise<PublicationFreezeView[]> {
  const rows: FreezeRow[] = await manager.query(
    `select z.id, z.realm, z.topic_id as "topicId", topic.name as "topicName", z.reason, z.person_id as "byId",
       by.name as "byName", z.frozen_at as "frozenAt", z.released_at as "releasedAt",
       z.released_by_id as "releasedById", releaser.name as "releasedByName", z.release_reason as "releaseReason",
       (select count(*)::int from reply r where r.state = 'queued' and z.released_at is null
         and exists (select from ${freezesOf('r')} and f.id = z.id)) as held,
       (select count(*)::int from reply r where r.state = 'sending' and z.released_at is null
         and r.sending_since < z.frozen_at and exists (select from ${freezesOf('r')} and f.id = z.id)) as leaving
     from publication_freeze z left join topic on topic.id = z.topic_id left join person by on by.id = z.person_id
       left join person releaser on releaser.id = z.released_by_id
     where ($1::text is null or z.realm = $1) and ($2::bigint is null or z.id = $2)
       and ($2::bigint is not null or z.released_at is null or z.released_at > now() - interval '7 days')
     order by z.released_at desc nulls first, z.id desc limit 50`,
    [of.realm ?? null, of.id ?? null],
  );
  return rows.map(freezeView);
}

function freezeView(row: FreezeRow): PublicationFreezeView {
  const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    id: row.id,
    realm: row.realm,
    topic: person(row.topicId, row.topicName),
    reason: row.reason,
    by: person(row.byId, row.byName),
    frozenAt: row.frozenAt.toISOString(),
    released: row.releasedAt && {
      at: row.releasedAt.toISOString(),
      by: person(row.releasedById, row.releasedByName),
      reason: row.releaseReason,
    },
    held: row.held,
    leaving: row.leaving,
  };
}
