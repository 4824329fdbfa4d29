import type { EntityManager } from 'typeorm';
import type { HookOutcome } from '#contract/networks';
import { notFound } from '#platform/problem';
import { type DeliveredPage, holdsTakenBack, storeDelivered } from './take-delivery.js';

/** What is kept to be looked at: so many of each kind, and so much of what nobody has signed. */
const KEPT_TAKEN = 500;
const KEPT_REFUSED = 50;
const KEPT_BYTES_REFUSED = 2000;

/** Networks that deliver, alone or beside what is read there. */
export const DELIVERED_TO = ['webhook', 'facebook', 'instagram'];

export interface SignedDelivery {
  signature: string;
  body: Buffer;
}

/** Takes a delivery once, in the caller's transaction: one that was taken before with this signature changes nothing. */
export async function takeOnce(
  manager: EntityManager,
  source: { id: string; network: string },
  { signature, body }: SignedDelivery,
  page: DeliveredPage,
): Promise<HookOutcome> {
  await lockSource(manager, source.id);
  const [fresh]: { id: string }[] = await manager.query(
    `insert into hook_delivery (source_id, signature, outcome, body) values ($1, $2, 'taken', $3)
     on conflict do nothing returning id`,
    [source.id, signature, body],
  );
  if (!fresh) return alreadyTaken(manager, source.id, signature);
  const outcome = await storeDelivered(manager, source, page);
  await keepOutcome(manager, fresh.id, outcome);
  if (await holdsTakenBack(manager, source.network, page)) {
    await manager.query(`update hook_delivery set body = '' where id = $1`, [fresh.id]);
  }
  await prune(manager, source.id);
  return { deliveryId: fresh.id, ...outcome };
}

/** A delivery that was not taken leaves its trace: its sender will want to know. */
export async function keepRefused(
  manager: EntityManager,
  sourceId: string,
  body: Buffer,
  problem: string,
): Promise<void> {
  await manager.query(
    `insert into hook_delivery (source_id, outcome, problem, body) values ($1, 'refused', $2, $3)`,
    [sourceId, problem.slice(0, 500), body.subarray(0, KEPT_BYTES_REFUSED)],
  );
  await prune(manager, sourceId);
}

export async function keepOutcome(
  manager: EntityManager,
  id: string,
  outcome: Omit<HookOutcome, 'deliveryId'>,
): Promise<void> {
  const problem = outcome.refused
    .slice(0, 5)
    .map(({ item, field, reason }) => `${item}: ${field} ${reason}`)
    .join('; ');
  await manager.query(
    'update hook_delivery set stored = $2, known = $3, erased = $4, refused = $5, problem = $6 where id = $1',
    [id, outcome.stored, outcome.known, outcome.erased, outcome.refused.length, problem || null],
  );
}

/** Deliveries to one source are taken one after the other: each counts in its row. */
export async function lockSource(manager: EntityManager, sourceId: string): Promise<void> {
  const [row]: unknown[] = await manager.query(
    `select 1 from source where id = $1 and network = any($2::text[]) and removed_at is null for no key update`,
    [sourceId, DELIVERED_TO],
  );
  if (!row) throw notFound('source-not-found', 'There is no such source.');
}

async function alreadyTaken(
  manager: EntityManager,
  sourceId: string,
  signature: string,
): Promise<HookOutcome> {
  const [row]: { id: string; stored: number; known: number; erased: number }[] = await manager.query(
    `select id, stored, known, erased from hook_delivery
     where source_id = $1 and signature = $2 and outcome = 'taken'`,
    [sourceId, signature],
  );
  if (!row) throw new Error('a delivery is neither new nor known');
  return { deliveryId: row.id, stored: 0, known: row.stored + row.known, erased: row.erased, refused: [] };
}

async function prune(manager: EntityManager, sourceId: string): Promise<void> {
  await manager.query(
    `delete from hook_delivery where id in (
       select id from (select id, outcome, row_number() over (partition by outcome order by id desc) as place
         from hook_delivery where source_id = $1) d
       where place > case outcome when 'taken' then $2::int else $3::int end)`,
    [sourceId, KEPT_TAKEN, KEPT_REFUSED],
  );
}
