import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '#platform/config';
import { inTransaction, type Transaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { deliverJob } from './deliver-job.js';
import type { Told } from './delivery-time.js';
import {
  ADD_ITEMS,
  addDeliveries,
  addToGathering,
  CLOSE_GATHERINGS,
  LAST_TOLD,
  NEXT_NOTICES,
  TAKE_NOTICES,
} from './gather-sql.js';
import { KIND_PAGES } from './notice-kinds.js';
import { deliveryKey, type Gathered, planDeliveries, type PlannedDelivery } from './plan-deliveries.js';
import { readPreferences } from './preference-store.js';
import { withPush } from './with-push.js';

/** Notices taken in one transaction. */
const BATCH = 2000;
/** After this, more of the same begins a new notification. */
const GATHER_MS = 3_600_000;
/** Messages further back than this do not hold a new one up. */
const TOLD_WITHIN_MS = 86_400_000;

/**
 * Turns notices into what people see and into messages to send. One worker at a time takes a batch, and everything
 * that comes of it is written in the transaction that takes it, so that each notice counts exactly once.
 */
@Injectable()
export class GatherNotices {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue, 'enqueue'>,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** Gathers until nothing is left, or another worker is at it; returns how many notices were taken. */
  async run(now = new Date()): Promise<number> {
    let taken = 0;
    for (;;) {
      const batch = await inTransaction(this.dataSource, (transaction) => this.takeBatch(transaction, now));
      taken += batch;
      if (batch < BATCH) return taken;
    }
  }

  private async takeBatch(transaction: Transaction, now: Date): Promise<number> {
    const { manager } = transaction;
    const [lock]: { got: boolean }[] = await manager.query(
      `select pg_try_advisory_xact_lock(hashtext('passerelle gathers notices')) as got`,
    );
    if (!lock?.got) return 0;
    const next: { id: string }[] = await manager.query(NEXT_NOTICES, [BATCH]);
    if (next.length === 0) return 0;
    const rows: unknown[] = await manager.query(TAKE_NOTICES, [next.map(({ id }) => id)]);
    await manager.query(CLOSE_GATHERINGS, [now]);
    const gathered = [
      ...(await addRows(manager, 'person_id', rows, now)),
      ...(await addRows(manager, 'channel_id', rows, now)),
    ];
    await this.addMessages(transaction, gathered, now);
    await publishEvents(manager, arrivals(gathered));
    return next.length;
  }

  private async addMessages(
    transaction: Transaction,
    gathered: readonly Gathered[],
    now: Date,
  ): Promise<void> {
    if (gathered.length === 0) return;
    const { manager } = transaction;
    const people = [...new Set(gathered.flatMap(({ personId }) => personId ?? []))];
    const planned = planDeliveries(gathered, {
      now,
      mail: this.config.mail !== null,
      preferences: await readPreferences(manager, people),
      withPush: await withPush(manager, people),
      told: await lastTold(manager, people, gathered, now),
    });
    const rows = JSON.stringify(
      planned.map(({ by, personId, channelId, groupKey, level, dueAt }) => ({
        by,
        person_id: personId,
        channel_id: channelId,
        group_key: groupKey,
        level,
        due_at: dueAt,
      })),
    );
    const made: (Pick<PlannedDelivery, 'by' | 'personId' | 'channelId' | 'groupKey' | 'dueAt'> & {
      id: string;
    })[] = [
      ...(await manager.query(addDeliveries('person_id'), [rows])),
      ...(await manager.query(addDeliveries('channel_id'), [rows])),
    ];
    const ids = new Map(made.map((one) => [deliveryKey(one), one.id]));
    const items = planned.flatMap((one) =>
      one.notificationIds.map((id) => ({ delivery_id: ids.get(deliveryKey(one)), notification_id: id })),
    );
    await manager.query(ADD_ITEMS, [JSON.stringify(items)]);
    for (const { id, dueAt } of made) await this.jobs.enqueue(deliverJob(id, dueAt), transaction);
  }
}

function addRows(
  manager: EntityManager,
  of: 'person_id' | 'channel_id',
  rows: readonly unknown[],
  now: Date,
): Promise<Gathered[]> {
  const until = new Date(now.getTime() + GATHER_MS);
  return manager.query(addToGathering(of), [JSON.stringify(rows), until, JSON.stringify(KIND_PAGES)]);
}

async function lastTold(
  manager: EntityManager,
  people: readonly string[],
  gathered: readonly Gathered[],
  now: Date,
): Promise<(by: PlannedDelivery['by'], one: Gathered) => Told | null> {
  const rows: (Told & Parameters<typeof deliveryKey>[0])[] = await manager.query(LAST_TOLD, [
    people,
    gathered.flatMap(({ channelId }) => channelId ?? []),
    [...new Set(gathered.map(({ groupKey }) => groupKey))],
    new Date(now.getTime() - TOLD_WITHIN_MS),
  ]);
  const told = new Map(rows.map((row) => [deliveryKey(row), row]));
  return (by, one) => told.get(deliveryKey({ ...one, by })) ?? null;
}

/** One event tells every console whom something new concerns, and how loud it is. */
function arrivals(gathered: readonly Gathered[]) {
  const levels = new Map<string, number>();
  for (const { personId, level } of gathered) {
    if (personId !== null) levels.set(personId, Math.max(levels.get(personId) ?? 0, level));
  }
  const people = [...levels].map(([personId, level]) => ({ personId, level }));
  return people.length === 0 ? [] : [{ type: 'notification.arrived' as const, people }];
}
