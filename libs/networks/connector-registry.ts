import { Injectable } from '@nestjs/common';
import type { NetworkCapabilities } from '#contract/networks';
import type { Connector } from './connector.js';
import { BlueskyConnector } from './bluesky/bluesky-connector.js';
import { FeedConnector } from './feed/feed-connector.js';
import { HookConnector } from './hook/hook-connector.js';
import { MastodonConnector } from './mastodon/mastodon-connector.js';
import { TrainingConnector } from './training/training-connector.js';
import { TrainingGateway } from './training/training-gateway.js';
import { StoredQuotaLedger } from './quota/stored-quota-ledger.js';
import { XConnector } from './x/x-connector.js';
import { YouTubeConnector } from './youtube/youtube-connector.js';

const KNOWN_BY_NAME: Record<string, NetworkCapabilities['length']> = {
  facebook: { limit: 8000, rule: 'characters' },
  instagram: { limit: 2200, rule: 'characters' },
};

/** Every network this installation can read or answer; a new connector is added here. */
@Injectable()
export class ConnectorRegistry {
  private readonly connectors: ReadonlyMap<string, Connector>;

  constructor(training: TrainingGateway, quotas: StoredQuotaLedger) {
    const all: Connector[] = [
      new MastodonConnector(),
      new BlueskyConnector(),
      new XConnector(),
      new YouTubeConnector(quotas),
      new FeedConnector(),
      new HookConnector(),
      new TrainingConnector(training),
    ];
    this.connectors = new Map(all.map((connector) => [connector.capabilities.network, connector]));
  }

  get(network: string): Connector | null {
    return this.connectors.get(network) ?? null;
  }

  /** Networks that deliver by themselves and are never read. */
  delivering(): string[] {
    return this.where(({ pull }) => pull === undefined);
  }

  /** Networks that tell of no deletions and can be asked which posts they still have. */
  asked(): string[] {
    return this.where(({ gone }) => gone !== undefined);
  }

  private where(holds: (connector: Connector) => boolean): string[] {
    return [...this.connectors].filter(([, connector]) => holds(connector)).map(([network]) => network);
  }

  /** Connectable networks first, then those that only imports bring in so far. */
  capabilities(): NetworkCapabilities[] {
    const connectable = [...this.connectors.values()].map(({ capabilities }) => capabilities);
    const others = Object.entries(KNOWN_BY_NAME)
      .filter(([network]) => !this.connectors.has(network))
      .map(([network, length]) => ({
        network,
        realm: 'live' as const,
        connectable: false,
        reply: false,
        length,
        push: false,
        deleteEvents: false,
        remove: false,
        backfill: false,
        connect: null,
      }));
    return [...connectable, ...others];
  }
}
