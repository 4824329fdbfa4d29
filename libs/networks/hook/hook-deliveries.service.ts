import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { deliverHook, type HookDeliveryView, type HookOutcome } from '#contract/networks';
import { decodeCursor, encodeCursor, inTransaction } from '#platform/database';
import { type Actor, parseRequest } from '#platform/http';
import { signatureFault } from '#platform/outgoing';
import { conflict, invalidField, notFound, Problem } from '#platform/problem';
import { OPENABLE, type OpenableSource, SourceAccess } from '../source-access.js';
import { takeDelivery } from './take-delivery.js';

export interface Delivered {
  sourceId: string;
  timestamp: string | undefined;
  signature: string | undefined;
  body: Buffer;
}

/** What is kept to be looked at: so many of each kind, and so much of what nobody has signed. */
const KEPT_TAKEN = 500;
const KEPT_REFUSED = 50;
const KEPT_BYTES_REFUSED = 2000;
const EXCERPT_BYTES = 4000;

const WEBHOOK_SOURCE = `from source where id = $1 and network = 'webhook' and removed_at is null`;

const WORDS = {
  'signature-missing': 'Passerelle-Timestamp and Passerelle-Signature are needed.',
  'signature-wrong': 'The signature is not that of this body under the shared secret.',
  'signature-late': 'The timestamp is more than five minutes from now.',
} as const;

/** Deliveries to webhook sources: checked, kept, taken once, and replayed when somebody asks. */
@Injectable()
export class HookDeliveries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: SourceAccess,
  ) {}

  async take(delivered: Delivered): Promise<HookOutcome> {
    const { secret, paused } = await this.open(delivered.sourceId);
    const fault = signatureFault(secret, delivered, new Date());
    if (fault) {
      await this.keepRefused(delivered, fault);
      throw new Problem(401, fault, WORDS[fault]);
    }
    if (paused) throw conflict('source-paused', 'The source is paused: deliver again later.');
    const body = await this.read(delivered);
    return inTransaction(this.dataSource, async ({ manager }) => {
      await this.lockSource(manager, delivered.sourceId);
      const [fresh]: { id: string }[] = await manager.query(
        `insert into hook_delivery (source_id, signature, outcome, body) values ($1, $2, 'taken', $3)
         on conflict do nothing returning id`,
        [delivered.sourceId, delivered.signature, delivered.body],
      );
      if (!fresh) return this.alreadyTaken(manager, delivered);
      const outcome = await takeDelivery(manager, delivered.sourceId, body);
      await this.keepOutcome(manager, fresh.id, outcome);
      await this.prune(manager, delivered.sourceId);
      return { deliveryId: fresh.id, ...outcome };
    });
  }

  async list(sourceId: string, cursor: string | undefined, limit: number) {
    await this.stillThere(sourceId);
    const before = cursor === undefined ? null : decodeCursor(cursor, 1)?.[0];
    if (before === undefined) throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
    const rows: (Omit<HookDeliveryView, 'receivedAt' | 'replayedAt' | 'excerpt'> & {
      receivedAt: Date;
      replayedAt: Date | null;
      excerpt: Buffer;
    })[] = await this.dataSource.query(
      `select id, received_at as "receivedAt", outcome, problem, octet_length(body) as bytes,
         substring(body from 1 for $4) as excerpt, stored, known, refused, erased, replays, replayed_at as "replayedAt"
       from hook_delivery where source_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3`,
      [sourceId, before, limit + 1, EXCERPT_BYTES],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => ({
        ...row,
        receivedAt: row.receivedAt.toISOString(),
        replayedAt: row.replayedAt?.toISOString() ?? null,
        excerpt: row.excerpt.toString('utf8'),
      })),
      next: rows.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }

  /** Takes a delivery once more, as it came: after posts were refused, or when something here was repaired. */
  replay(actor: Actor, sourceId: string, deliveryId: string): Promise<HookOutcome> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await this.lockSource(manager, sourceId);
      const [row]: { body: Buffer; outcome: string }[] = await manager.query(
        'select body, outcome from hook_delivery where id = $1 and source_id = $2 for update',
        [deliveryId, sourceId],
      );
      if (!row) throw notFound('delivery-not-found', 'There is no such delivery.');
      if (row.outcome === 'refused')
        throw conflict('delivery-not-signed', 'Its signature was refused: nobody knows who sent it.');
      const { body } = parseRequest(deliverHook, { params: { sourceId }, query: {}, body: parsed(row.body) });
      const outcome = await takeDelivery(manager, sourceId, body);
      await this.keepOutcome(manager, deliveryId, outcome);
      await manager.query(
        'update hook_delivery set replays = replays + 1, replayed_at = clock_timestamp() where id = $1',
        [deliveryId],
      );
      await recordDecision(manager, {
        actor,
        action: 'source.delivery_replayed',
        subjectType: 'source',
        subjectId: sourceId,
        after: { deliveryId, ...outcome },
      });
      return { deliveryId, ...outcome };
    });
  }

  private async open(sourceId: string): Promise<{ secret: string; paused: boolean }> {
    const [row]: (OpenableSource & { state: string })[] = await this.dataSource.query(
      `select ${OPENABLE}, state from source where id = $1 and network = 'webhook' and state <> 'removed'`,
      [sourceId],
    );
    const secret = row && this.access.open(row).credentials['secret'];
    if (!secret) throw notFound('hook-not-found', 'Nothing is delivered to this address.');
    return { secret, paused: row.state === 'paused' };
  }

  /** A signed body that is not in the agreed form is kept as well: its sender will want to know. */
  private async read(delivered: Delivered) {
    try {
      const { sourceId, body } = delivered;
      return parseRequest(deliverHook, { params: { sourceId }, query: {}, body: parsed(body) }).body;
    } catch (error) {
      if (error instanceof Problem) await this.keepRefused(delivered, error.detail);
      throw error;
    }
  }

  private async keepRefused({ sourceId, body }: Delivered, problem: string): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(
        `insert into hook_delivery (source_id, outcome, problem, body) values ($1, 'refused', $2, $3)`,
        [sourceId, problem.slice(0, 500), body.subarray(0, KEPT_BYTES_REFUSED)],
      );
      await this.prune(manager, sourceId);
    });
  }

  private async keepOutcome(manager: EntityManager, id: string, outcome: Omit<HookOutcome, 'deliveryId'>) {
    const problem = outcome.refused
      .slice(0, 5)
      .map(({ item, field, reason }) => `${item}: ${field} ${reason}`)
      .join('; ');
    await manager.query(
      'update hook_delivery set stored = $2, known = $3, erased = $4, refused = $5, problem = $6 where id = $1',
      [id, outcome.stored, outcome.known, outcome.erased, outcome.refused.length, problem || null],
    );
  }

  private async alreadyTaken(
    manager: EntityManager,
    { sourceId, signature }: Delivered,
  ): Promise<HookOutcome> {
    const [row]: { id: string; stored: number; known: number; erased: number }[] = await manager.query(
      `select id, stored, known, erased from hook_delivery where source_id = $1 and signature = $2 and outcome = 'taken'`,
      [sourceId, signature],
    );
    if (!row) throw new Error('a delivery is neither new nor known');
    return { deliveryId: row.id, stored: 0, known: row.stored + row.known, erased: row.erased, refused: [] };
  }

  private async prune(manager: EntityManager, sourceId: string): Promise<void> {
    await manager.query(
      `delete from hook_delivery where id in (
         select id from (select id, outcome, row_number() over (partition by outcome order by id desc) as place
           from hook_delivery where source_id = $1) d
         where place > case outcome when 'taken' then $2::int else $3::int end)`,
      [sourceId, KEPT_TAKEN, KEPT_REFUSED],
    );
  }

  private async stillThere(sourceId: string): Promise<void> {
    const [row]: unknown[] = await this.dataSource.query(`select 1 ${WEBHOOK_SOURCE}`, [sourceId]);
    if (!row) throw notFound('source-not-found', 'There is no such source.');
  }

  /** Deliveries to one source are taken one after the other: each counts in its row. */
  private async lockSource(manager: EntityManager, sourceId: string): Promise<void> {
    const [row]: unknown[] = await manager.query(`select 1 ${WEBHOOK_SOURCE} for no key update`, [sourceId]);
    if (!row) throw notFound('source-not-found', 'There is no such source.');
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw invalidField('body', 'delivery-unreadable', 'is not JSON');
  }
}
