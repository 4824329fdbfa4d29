import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Quota } from '#contract/networks';
import { Seals } from '#platform/sealing';
import type { SourceView, TopicPlan } from './connector.js';

const PURPOSE = 'source.credentials';

/** What a connector's view of a source is made of. */
export interface OpenableSource {
  id: string;
  network: string;
  settings: Record<string, unknown>;
  account: string | null;
  sealedCredentials: Buffer | null;
  following?: TopicPlan | null;
}

export const OPENABLE = `id, network, settings, account, sealed_credentials as "sealedCredentials",
  (select f.plan from source_following f where f.source_id = source.id) as following`;

/** Opens what is sealed for the moment in which a connector works, and keeps what the network renews. */
@Injectable()
export class SourceAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seals: Seals,
  ) {}

  seal(credentials: Readonly<Record<string, string>>): Buffer | null {
    if (Object.keys(credentials).length === 0) return null;
    return this.seals.seal(PURPOSE, JSON.stringify(credentials));
  }

  /** Throws SealBroken when it was sealed with another key. */
  open(row: OpenableSource): SourceView {
    const credentials =
      row.sealedCredentials === null
        ? {}
        : (JSON.parse(this.seals.open(PURPOSE, row.sealedCredentials)) as Record<string, string>);
    let { sealedCredentials } = row;
    return {
      id: row.id,
      network: row.network,
      settings: row.settings,
      account: row.account,
      credentials,
      following: row.following ?? null,
      noteQuota: (quota) => void this.keepQuota(row.id, quota),
      keepCredentials: async (changed) => {
        Object.assign(credentials, changed);
        // Only while they are still those we began with: whoever gave new ones meanwhile is not overruled.
        const resealed = this.seal(credentials);
        await this.dataSource.query(
          'update source set sealed_credentials = $2 where id = $1 and sealed_credentials = $3',
          [row.id, resealed, sealedCredentials],
        );
        sealedCredentials = resealed;
      },
    };
  }

  /** A source that is not there yet: nothing of it is kept. */
  trial(
    network: string,
    settings: Record<string, unknown>,
    credentials: Record<string, string>,
    account: string | null = null,
  ): SourceView & { credentials: Record<string, string> } {
    const kept = { ...credentials };
    return {
      id: '0',
      network,
      settings,
      account,
      credentials: kept,
      noteQuota: () => undefined,
      keepCredentials: async (changed) => void Object.assign(kept, changed),
    };
  }

  private async keepQuota(sourceId: string, quota: Quota): Promise<void> {
    // A figure for people; a reading does not fail because it could not be kept.
    await this.dataSource
      .query('update source set quota = $2 where id = $1', [sourceId, JSON.stringify(quota)])
      .catch(() => undefined);
  }
}
