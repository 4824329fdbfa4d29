import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { deliverHook, deliverMetaHook, type HookDeliveryView, type HookOutcome } from '#contract/networks';
import { encodeCursor, idOfCursor, inTransaction } from '#platform/database';
import { type Actor, parseRequest } from '#platform/http';
import { signatureFault } from '#platform/outgoing';
import { conflict, notFound, Problem } from '#platform/problem';
import { readMetaDelivery } from '../meta/read-delivery.js';
import { OPENABLE, type OpenableSource, SourceAccess } from '../source-access.js';
import { DELIVERED_TO, keepOutcome, keepRefused, lockSource, takeOnce } from './delivery-log.js';
import { parsedBody } from './parsed-body.js';
import { type DeliveredPage, readDelivery, storeDelivered } from './take-delivery.js';

export interface Delivered {
  sourceId: string;
  timestamp: string | undefined;
  signature: string | undefined;
  body: Buffer;
}

const EXCERPT_BYTES = 4000;
const PATIENCE_MS = 20_000;

const WORDS = {
  'signature-missing': 'Passerelle-Timestamp and Passerelle-Signature are needed.',
  'signature-wrong': 'The signature is not that of this body under the shared secret.',
  'signature-late': 'The timestamp is more than five minutes from now.',
} as const;

/** Deliveries to webhook sources: checked, kept and taken once. Whatever was delivered is listed and can be replayed. */
@Injectable()
export class HookDeliveries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: SourceAccess,
  ) {}

  async take(delivered: Delivered): Promise<HookOutcome> {
    const { sourceId, signature, body } = delivered;
    const { secret, paused } = await this.open(sourceId);
    const fault = signatureFault(secret, delivered, new Date());
    if (fault || !signature) {
      await this.keepRefused(delivered, fault ?? 'signature-missing');
      throw new Problem(401, fault ?? 'signature-missing', WORDS[fault ?? 'signature-missing']);
    }
    if (paused) throw conflict('source-paused', 'The source is paused: deliver again later.');
    const page = readDelivery(sourceId, await this.read(delivered));
    return inTransaction(this.dataSource, ({ manager }) =>
      takeOnce(manager, { id: sourceId, network: 'webhook' }, { signature, body }, page),
    );
  }

  async list(sourceId: string, cursor: string | undefined, limit: number) {
    await this.stillThere(sourceId);
    const before = cursor === undefined ? null : idOfCursor(cursor);
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
  async replay(actor: Actor, sourceId: string, deliveryId: string): Promise<HookOutcome> {
    const source = await this.stillThere(sourceId);
    const [row]: { body: Buffer; outcome: string }[] = await this.dataSource.query(
      'select body, outcome from hook_delivery where id = $1 and source_id = $2',
      [deliveryId, sourceId],
    );
    if (!row) throw notFound('delivery-not-found', 'There is no such delivery.');
    if (row.outcome === 'refused')
      throw conflict('delivery-not-signed', 'Its signature was refused: nobody knows who sent it.');
    if (row.body.length === 0)
      throw conflict('delivery-emptied', 'A post in it was taken back by its author: its text is not kept.');
    const page = await this.readAgain(source, row.body);
    return inTransaction(this.dataSource, async ({ manager }) => {
      await lockSource(manager, sourceId);
      const outcome = await storeDelivered(manager, source, page);
      await keepOutcome(manager, deliveryId, outcome);
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

  private readAgain(source: OpenableSource, body: Buffer): DeliveredPage | Promise<DeliveredPage> {
    const request = { params: { sourceId: source.id }, query: {}, body: parsedBody(body) };
    if (source.network === 'webhook') {
      return readDelivery(source.id, parseRequest(deliverHook, request).body);
    }
    const delivered = parseRequest(deliverMetaHook, request).body;
    return readMetaDelivery(this.access.open(source), delivered, AbortSignal.timeout(PATIENCE_MS));
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
      return parseRequest(deliverHook, { params: { sourceId }, query: {}, body: parsedBody(body) }).body;
    } catch (error) {
      if (error instanceof Problem) await this.keepRefused(delivered, error.detail);
      throw error;
    }
  }

  private keepRefused({ sourceId, body }: Delivered, problem: string): Promise<void> {
    return inTransaction(this.dataSource, ({ manager }) => keepRefused(manager, sourceId, body, problem));
  }

  private async stillThere(sourceId: string): Promise<OpenableSource> {
    const [row]: OpenableSource[] = await this.dataSource.query(
      `select ${OPENABLE} from source where id = $1 and network = any($2::text[]) and removed_at is null`,
      [sourceId, DELIVERED_TO],
    );
    if (!row) throw notFound('source-not-found', 'There is no such source.');
    return row;
  }
}
