import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deliverMetaHook } from '#contract/networks';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { parseRequest } from '#platform/http';
import { notFound, Problem } from '#platform/problem';
import type { SourceView } from '../connector.js';
import { keepRefused, takeOnce } from '../hook/delivery-log.js';
import { parsedBody } from '../hook/parsed-body.js';
import type { DeliveredPage } from '../hook/take-delivery.js';
import { OPENABLE, type OpenableSource, SourceAccess } from '../source-access.js';
import { graphSettings } from './meta-settings.js';
import { metaSignatureFault, sameSecret } from './meta-signature.js';
import { accountsOf, NETWORK_OF, readMetaDelivery } from './read-delivery.js';

export interface MetaDelivered {
  sourceId: string;
  signature: string | undefined;
  body: Buffer;
}

type Outcome = ResponseOf<typeof deliverMetaHook>;
type Body = InputOf<typeof deliverMetaHook>['body'];

/** Meta waits for some seconds only, and delivers again when it is not answered. */
const PATIENCE_MS = 8000;
const META = ['facebook', 'instagram'];

const WORDS = {
  'signature-missing': 'X-Hub-Signature-256 is needed.',
  'signature-wrong': 'The signature is not that of this body under the app secret.',
} as const;

interface Target extends SourceView {
  paused: boolean;
}

/**
 * Deliveries of Meta. An app has one address for all its Pages, so what comes to the address of one source is given to
 * every source of the same app whose account it tells of.
 */
@Injectable()
export class MetaDeliveries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: SourceAccess,
  ) {}

  /** Meta asks before it delivers; gives its challenge back. */
  async verify(sourceId: string, token: string, challenge: string): Promise<string> {
    const { settings } = await this.open(sourceId);
    if (!sameSecret(token, graphSettings.parse(settings).verifyToken)) {
      throw new Problem(403, 'verify-token-wrong', 'The verify token is not the one of this source.');
    }
    return challenge;
  }

  async take(delivered: MetaDelivered): Promise<Outcome> {
    const { sourceId, signature, body } = delivered;
    const source = await this.open(sourceId);
    const fault = metaSignatureFault(source.credentials['appSecret'] ?? '', delivered);
    if (fault || !signature) {
      await this.refuse(delivered, fault ?? 'signature-missing');
      throw new Problem(401, fault ?? 'signature-missing', WORDS[fault ?? 'signature-missing']);
    }
    const given = await this.read(delivered);
    const targets = await this.targets(source, given);
    const total: Outcome = { stored: 0, known: 0, erased: 0, refused: 0 };
    if (targets.length === 0) {
      await this.refuse(delivered, 'It tells of no account that is connected here.');
      return { ...total, refused: given.entry.length };
    }
    // What is paused catches up by itself once it is read again.
    for (const target of targets.filter(({ paused }) => !paused)) {
      const page = await this.pageOf(target, given);
      const outcome = await inTransaction(this.dataSource, ({ manager }) =>
        takeOnce(manager, target, { signature, body }, page),
      );
      total.stored += outcome.stored;
      total.known += outcome.known;
      total.erased += outcome.erased;
      total.refused += outcome.refused.length;
    }
    return total;
  }

  private async pageOf(target: Target, given: Body): Promise<DeliveredPage> {
    try {
      return await readMetaDelivery(target, given, AbortSignal.timeout(PATIENCE_MS));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Problem(
        503,
        'delivery-too-soon',
        `Meta cannot be asked what this is: deliver it again. (${why})`,
      );
    }
  }

  /** The sources of the same app that a delivery tells of. */
  private async targets(source: SourceView, { object, entry }: Body): Promise<Target[]> {
    const accounts = accountsOf(entry);
    const rows: (OpenableSource & { state: string })[] = await this.dataSource.query(
      `select ${OPENABLE}, state from source where network = $1 and removed_at is null order by id`,
      [NETWORK_OF[object] ?? ''],
    );
    return rows
      .map((row) => ({ ...this.access.open(row), paused: row.state === 'paused' }))
      .filter(
        ({ credentials, settings }) =>
          // What is found by a hashtag is not delivered.
          settings['watch'] !== 'hashtag' &&
          accounts.has(credentials['accountId'] ?? '') &&
          sameSecret(credentials['appSecret'] ?? '', source.credentials['appSecret'] ?? ''),
      );
  }

  private async open(sourceId: string): Promise<SourceView> {
    const [row]: OpenableSource[] = await this.dataSource.query(
      `select ${OPENABLE} from source where id = $1 and network = any($2::text[]) and removed_at is null`,
      [sourceId, META],
    );
    if (!row) throw notFound('hook-not-found', 'Nothing is delivered to this address.');
    return this.access.open(row);
  }

  private async read(delivered: MetaDelivered): Promise<Body> {
    const { sourceId, body } = delivered;
    try {
      return parseRequest(deliverMetaHook, { params: { sourceId }, query: {}, body: parsedBody(body) }).body;
    } catch (error) {
      if (error instanceof Problem) await this.refuse(delivered, error.detail);
      throw error;
    }
  }

  private refuse({ sourceId, body }: MetaDelivered, problem: string): Promise<void> {
    return inTransaction(this.dataSource, ({ manager }) => keepRefused(manager, sourceId, body, problem));
  }
}
