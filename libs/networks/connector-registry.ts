import { Injectable } from '@nestjs/common';
import type { NetworkCapabilities } from '#contract/networks';
import type { Connector } from './connector.js';
import { BlueskyConnector } from './bluesky/bluesky-connector.js';
import { FacebookConnector } from './facebook/facebook-connector.js';
import { FeedConnector } from './feed/feed-connector.js';
import { StoredHostTurns } from './feed/stored-host-turns.js';
import { HookConnector } from './hook/hook-connector.js';
import { InstagramConnector } from './instagram/instagram-connector.js';
import { MastodonConnector } from './mastodon/mastodon-connector.js';
import { TrainingConnector } from './training/training-connector.js';
import { TrainingGateway } from './training/training-gateway.js';
import { StoredQuotaLedger } from './quota/stored-quota-ledger.js';
import { XConnector } from './x/x-connector.js';
import { YouTubeConnector } from './youtube/youtube-connector.js';

/** Every network this installation can read or answer; a new connector is added here. */
@Injectable()
export class ConnectorRegistry {
  private readonly connectors: ReadonlyMap<string, Connector>;

  constructor(training: TrainingGateway, quotas: StoredQuotaLedger, hosts: StoredHostTurns) {
    const all: Connector[] = [
      new MastodonConnector(),
      new BlueskyConnector(),
      new XConnector(),
      new FacebookConnector(),
      new InstagramConnector(),
      new YouTubeConnector(quotas),
      new FeedConnector(hosts),
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
    return this.where(({ lookUp }) => lookUp !== undefined);
  }

  /** Networks that can be listened to, at least for some of their sources. */
  streaming(): string[] {
    return this.where(({ stream }) => stream !== undefined);
  }

  /** Networks that can be asked for topics. */
  following(): string[] {
    return this.where(({ planTopics }) => planTopics !== undefined);
  }

  private where(holds: (connector: Connector) => boolean): string[] {
    return [...this.connectors].filter(([, connector]) => holds(connector)).map(([network]) => network);
  }

  /** What each network can do. */
  capabilities(): NetworkCapabilities[] {
    return [...this.connectors.values()].map(({ capabilities }) => capabilities);
  }
}
