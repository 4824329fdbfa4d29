import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import { deliverXHook, type verifyXHook } from '#contract/networks';
import { eraseMentions } from '#mentions';
import type { ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { parseRequest } from '#platform/http';
import { notFound, Problem } from '#platform/problem';
import type { SourceView } from '../connector.js';
import { parsedBody } from '../hook/parsed-body.js';
import { sameSecret } from '../meta/meta-signature.js';
import { MAY_BE_READ_SOONER } from '../read-sooner.js';
import { OPENABLE, type OpenableSource, SourceAccess } from '../source-access.js';
import { ownId } from './x-account.js';

export interface XDelivered {
  sourceId: string;
  signature: string | undefined;
  body: Buffer;
}

/** The timeline shows a post a little after it is told of. */
const NUDGE_SECONDS = 3;

/**
 * Deliveries of X. They write posts in the old form of its API, with other ids of edits and other texts than what is read:
 * so they let the mentions be read in a moment, and the reading stays the one way in. What was taken back holds at once.
 * Both can be repeated without harm, so nothing is kept of a delivery.
 */
@Injectable()
export class XDeliveries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: SourceAccess,
  ) {}

  /** The challenge-response check of X. */
  async verify(sourceId: string, token: string): Promise<ResponseOf<typeof verifyXHook>> {
    const { credentials } = await this.open(sourceId);
    return { response_token: signed(credentials['apiSecret'] ?? '', token) };
  }

  async take({ sourceId, signature, body }: XDelivered): Promise<ResponseOf<typeof deliverXHook>> {
    const source = await this.open(sourceId);
    if (!signature) throw new Problem(401, 'signature-missing', 'x-twitter-webhooks-signature is needed.');
    if (!sameSecret(signature, signed(source.credentials['apiSecret'] ?? '', body))) {
      throw new Problem(
        401,
        'signature-wrong',
        'The signature is not that of this body under the API key secret.',
      );
    }
    const request = { params: { sourceId }, query: {}, body: parsedBody(body) };
    const given = parseRequest(deliverXHook, request).body;
    const gone = (given.tweet_delete_events ?? []).map(({ status }) => status.id);
    const told = given.tweet_create_events?.length ? await this.listening(source, given.for_user_id) : [];
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [nudged]: [unknown[], number] = await manager.query(
        `update source set next_pull_at = least(next_pull_at, now() + $2 * interval '1 second')
         where id = any($1::bigint[]) and ${MAY_BE_READ_SOONER} returning id`,
        [told, NUDGE_SECONDS],
      );
      const erased = gone.length > 0 ? await eraseMentions(manager, { network: 'x', externalIds: gone }) : 0;
      return { nudged: nudged.length, erased };
    });
  }

  /** An app has one address for all its accounts: its sources that read the mentions of this one. */
  private async listening(source: SourceView, account: string): Promise<string[]> {
    const rows: OpenableSource[] = await this.dataSource.query(
      `select ${OPENABLE} from source
       where network = 'x' and state = 'active' and settings ->> 'watch' = 'mentions' order by id`,
    );
    return rows
      .map((row) => this.access.open(row))
      .filter(
        (one) =>
          sameSecret(one.credentials['apiSecret'] ?? '', source.credentials['apiSecret'] ?? '') &&
          ownId(one) === account,
      )
      .map(({ id }) => id);
  }

  private async open(sourceId: string): Promise<SourceView> {
    const [row]: OpenableSource[] = await this.dataSource.query(
      `select ${OPENABLE} from source where id = $1 and network = 'x' and removed_at is null`,
      [sourceId],
    );
    if (!row) throw notFound('hook-not-found', 'Nothing is delivered to this address.');
    return this.access.open(row);
  }
}

/** `sha256=` and the HMAC-SHA256 under the API key secret, in base64, as X wants and gives it. */
function signed(apiSecret: string, given: string | Buffer): string {
  return `sha256=${createHmac('sha256', apiSecret).update(given).digest('base64')}`;
}
