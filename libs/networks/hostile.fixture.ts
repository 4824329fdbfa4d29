import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { closeOutgoing } from '#platform/outgoing';
import { Seals } from '#platform/sealing';
import { emptying, type TestDatabase, testDatabase } from '#platform/testing';
import { BlueskyServer } from '../../tests/simulators/bluesky-server.js';
import { FacebookServer } from '../../tests/simulators/facebook-server.js';
import { InstagramHashtagServer } from '../../tests/simulators/instagram-hashtag-server.js';
import { InstagramServer } from '../../tests/simulators/instagram-server.js';
import { MastodonServer } from '../../tests/simulators/mastodon-server.js';
import { OtherSystem } from '../../tests/simulators/other-system.js';
import { PressServer } from '../../tests/simulators/press-server.js';
import { XServer } from '../../tests/simulators/x-server.js';
import { YouTubeServer } from '../../tests/simulators/youtube-server.js';
import { BlueskyConnector } from './bluesky/bluesky-connector.js';
import type { Connector, SourceView } from './connector.js';
import type { ConnectorRegistry } from './connector-registry.js';
import { FacebookConnector } from './facebook/facebook-connector.js';
import { FeedConnector } from './feed/feed-connector.js';
import { freeHosts } from './feed/host-turns.fixture.js';
import { HookConnector } from './hook/hook-connector.js';
import { InstagramConnector } from './instagram/instagram-connector.js';
import { LookForGone } from './look-for-gone.job.js';
import { MastodonConnector } from './mastodon/mastodon-connector.js';
import { PullSource } from './pull-source.job.js';
import { StoredQuotaLedger } from './quota/stored-quota-ledger.js';
import { OPENABLE, SourceAccess } from './source-access.js';
import { XConnector } from './x/x-connector.js';
import { YouTubeConnector } from './youtube/youtube-connector.js';

/** Networks that are read and answered. */
export type Answering =
  | MastodonConnector
  | BlueskyConnector
  | XConnector
  | FacebookConnector
  | InstagramConnector
  | YouTubeConnector;
/** Their simulators. */
export type AnsweringServer =
  MastodonServer | BlueskyServer | XServer | FacebookServer | InstagramServer | YouTubeServer;
export type LookedUpServer = AnsweringServer | InstagramHashtagServer;
export type ReadServer = LookedUpServer | PressServer;

/** A network and its simulator, which misbehaves. */
interface HostileNetwork<Made extends Connector, There extends ReadServer | OtherSystem> {
  name: string;
  network: string;
  made: (dataSource: DataSource) => Made;
  server: () => There;
}

/** Networks that are read and can be answered. */
export const CONVERSED: readonly HostileNetwork<Answering, AnsweringServer>[] = [
  of(
    'mastodon',
    () => new MastodonConnector(),
    () => new MastodonServer(),
  ),
  of(
    'bluesky',
    () => new BlueskyConnector(),
    () => new BlueskyServer(),
  ),
  of(
    'x',
    () => new XConnector(),
    () => new XServer(),
  ),
  of(
    'facebook',
    () => new FacebookConnector(),
    () => new FacebookServer(),
  ),
  of(
    'instagram',
    () => new InstagramConnector(),
    () => new InstagramServer(),
  ),
  of(
    'youtube',
    (dataSource) => new YouTubeConnector(new StoredQuotaLedger(dataSource)),
    () => new YouTubeServer(),
  ),
];

/** Every network that can be answered: other systems too, which deliver by themselves and are never read. */
export const ANSWERED: readonly HostileNetwork<Answering | HookConnector, AnsweringServer | OtherSystem>[] = [
  ...CONVERSED,
  of(
    'webhook',
    () => new HookConnector(),
    () => new OtherSystem(),
  ),
];

/** Those whose posts can be looked at again; by a hashtag of Instagram only what it shows anyway. */
export const LOOKED_UP: readonly HostileNetwork<Answering, LookedUpServer>[] = [
  ...CONVERSED,
  {
    ...of(
      'instagram',
      () => new InstagramConnector(),
      () => new InstagramHashtagServer(),
    ),
    name: 'instagram-hashtag',
  },
];

/** Every network that is read. A site of the press is read by one page, and has nobody to look anything up with. */
export const READ: readonly HostileNetwork<Answering | FeedConnector, ReadServer>[] = [
  ...LOOKED_UP,
  of(
    'feed',
    () => new FeedConnector(freeHosts()),
    () => new PressServer(),
  ),
];

/** Networks that are left out of what is done to all others, and why. */
export const NOT_READ: Readonly<Record<string, string>> = {
  webhook: 'it delivers by itself: tests/integration/connecting-networks.spec.ts',
  training: 'its posts are rows of ours, to which no line leads that could break: training/*.db.spec.ts',
};
export const NOT_ANSWERED: Readonly<Record<string, string>> = {
  feed: 'nobody can answer there',
  training: 'it is as unkind as a person tells it to be: training/training-faults.db.spec.ts',
};

function of<Made extends Connector, There extends ReadServer | OtherSystem>(
  network: string,
  made: (dataSource: DataSource) => Made,
  server: () => There,
): HostileNetwork<Made, There> {
  return { name: network, network, made, server };
}

const { signal } = new AbortController();
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A database for tests of networks that misbehave. */
export class HostileSpace {
  private constructor(
    private readonly database: TestDatabase,
    readonly dataSource: DataSource,
    readonly access: SourceAccess,
  ) {}

  static async open(): Promise<HostileSpace> {
    const database = await testDatabase();
    const dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
    const seals = new Seals({
      secretKey: Buffer.alloc(32, 7).toString('base64'),
      dataDirectory: '',
    } as never);
    return new HostileSpace(database, dataSource, new SourceAccess(dataSource, seals));
  }

  async close(): Promise<void> {
    await closeOutgoing();
    await this.dataSource.destroy();
    await this.database.drop();
  }

  /** A source of a network that has just been started; nothing else is there. */
  async begin<Made extends Connector, There extends ReadServer | OtherSystem>({
    network,
    made,
    server,
  }: HostileNetwork<Made, There>): Promise<WatchedNetwork<Made, There>> {
    const there = server();
    await there.listen();
    await this.dataSource.query(
      emptying(`source, source_backfill, mention, mention_edit, mention_queue, mention_identity, mention_counter, event,
        network_quota_day`),
    );
    const [{ id }] = await this.dataSource.query(
      `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds)
       values ($1, 'live', 'Lumen', $2, $3, 60) returning id`,
      [network, there.settings, this.access.seal(there.credentials)],
    );
    return new WatchedNetwork(this, id, network, made(this.dataSource), there);
  }
}

/** One network that misbehaves, and the source that watches it. */
export class WatchedNetwork<Made extends Connector, There extends ReadServer | OtherSystem> {
  readonly registry: ConnectorRegistry;

  constructor(
    private readonly space: HostileSpace,
    readonly sourceId: string,
    network: string,
    readonly connector: Made,
    readonly there: There,
  ) {
    this.registry = {
      get: (): Connector => connector,
      delivering: () => [],
      asked: () => [network],
    } as unknown as ConnectorRegistry;
  }

  /** Numbered posts, one every twenty minutes, the last of them now. */
  say(from: number, to: number, last = to): void {
    for (let id = from; id <= to; id++) {
      this.there.posts.push({ id: String(1000 + id), text: `Post ${id}`, at: minutesAgo((last - id) * 20) });
    }
  }

  /** One reading, as if it were due. */
  async pull(given = signal): Promise<void> {
    const { dataSource, access } = this.space;
    await dataSource.query(`update source set next_pull_at = now() - interval '1 second' where id = $1`, [
      this.sourceId,
    ]);
    await new PullSource(dataSource, this.registry, access).run(this.sourceId, given);
  }

  /** One round of looking posts up, as if it were due. */
  async lookUp(): Promise<void> {
    const { dataSource, access } = this.space;
    await dataSource.query(`update source set next_gone_check_at = now() - interval '1 second'`);
    await new LookForGone(dataSource, this.registry, access).run(this.sourceId, signal);
  }

  async state() {
    const [row] = await this.space.dataSource.query(
      `select *, extract(epoch from next_pull_at - now())::float8 as wait from source where id = $1`,
      [this.sourceId],
    );
    return row;
  }

  /** On Instagram all is said below a post of our own, which is kept with it. */
  counted(said: number): string {
    return String(this.there instanceof InstagramServer ? said + 1 : said);
  }

  async texts(): Promise<string[]> {
    const rows: { text: string }[] = await this.space.dataSource.query(
      'select text from mention where not own order by external_id',
    );
    return rows.map(({ text }) => text);
  }

  async view(): Promise<SourceView> {
    const [row] = await this.space.dataSource.query(`select ${OPENABLE} from source where id = $1`, [
      this.sourceId,
    ]);
    return this.space.access.open(row);
  }
}

export function numbered(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, place) => `Post ${from + place}`);
}
