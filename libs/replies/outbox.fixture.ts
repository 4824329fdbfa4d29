import type { DataSource } from 'typeorm';
import { ApprovalsService, type Approver, DraftsService, LibraryService } from '#answers';
import type { VersionContent } from '#contract/answers';
import { takeWordings } from '#mentions';
import type { Config } from '#platform/config';
import { createDataSource, inTransaction } from '#platform/database';
import { createJobQueue, type JobQueue, migrateJobs } from '#platform/jobs';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { HostileNetwork } from './hostile-network.fixture.js';
import { HeldReplies } from './held-replies.service.js';
import { OutboxService } from './outbox.service.js';
import { PostsService } from './posts.service.js';
import { PublishReply } from './publish-reply.job.js';
import type { ReplyPublisher } from './publisher-port.js';
import { RemoveReply } from './remove-reply.job.js';
import { ReplyGovernance } from './reply-governance.service.js';
import { ReadBackReply } from './read-back-reply.js';

const PUBLISHED_AT = '2025-06-10T10:00:00Z';

/** For tests: people, an approved library and mentions around a real outbox. */
export class OutboxWorld {
  readonly publishers = new Map<string, ReplyPublisher>();
  readonly outbox: OutboxService;
  readonly posts: PostsService;
  readonly publish: PublishReply;
  readonly readBack: ReadBackReply;
  readonly held: HeldReplies;
  readonly removal: RemoveReply;
  readonly governance: ReplyGovernance;
  private readonly drafts: DraftsService;
  private readonly approvals: ApprovalsService;
  private readonly library: LibraryService;
  private readonly networks: HostileNetwork[] = [];
  private ownDatabase: TestDatabase | undefined;
  private count = 0;

  private constructor(
    readonly dataSource: DataSource,
    readonly jobs: JobQueue,
    readonly author: Approver,
    readonly approver: Approver,
    readonly anna: Approver,
    readonly boris: Approver,
    private readonly sourceId: string,
  ) {
    const publishers = (network: string, sourceId: string | null) =>
      sourceId === null ? null : (this.publishers.get(network) ?? null);
    const config = { replyDelaySeconds: 0 } as Config;
    this.outbox = new OutboxService(dataSource, publishers, jobs, config);
    this.posts = new PostsService(dataSource, publishers);
    this.readBack = new ReadBackReply(dataSource, publishers, jobs);
    this.publish = new PublishReply(dataSource, publishers, jobs, this.readBack);
    this.held = new HeldReplies(dataSource, jobs);
    this.removal = new RemoveReply(dataSource, publishers, jobs);
    this.governance = new ReplyGovernance(dataSource, jobs);
    this.drafts = new DraftsService(dataSource);
    this.approvals = new ApprovalsService(dataSource);
    this.library = new LibraryService(dataSource);
  }

  /** In a database of its own, which `close` takes away. */
  static async open(): Promise<OutboxWorld> {
    const database = await testDatabase();
    const dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
    const world = await OutboxWorld.make(dataSource, database.url);
    world.ownDatabase = database;
    return world;
  }

  /** The address of the database that `open` made. */
  get databaseUrl(): string {
    if (!this.ownDatabase) throw new Error('the database is somebody else’s');
    return this.ownDatabase.url;
  }

  /** Closes what `open` and `network` opened. */
  async close(): Promise<void> {
    for (const network of this.networks) await network.close();
    await this.jobs.stop();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.ownDatabase?.drop();
  }

  /** A network that listens; nobody publishes on it yet. */
  async network({ keyed }: { keyed: boolean }): Promise<HostileNetwork> {
    const network = new HostileNetwork(keyed);
    this.networks.push(network);
    await network.listen();
    return network;
  }

  /** In a database that somebody else cares for. */
  static async make(dataSource: DataSource, databaseUrl: string): Promise<OutboxWorld> {
    await migrateJobs(databaseUrl);
    const jobs = await createJobQueue({ databaseUrl, redisUrl: undefined, log: () => undefined });
    const [department] = await insert(
      dataSource,
      `department (key, name_fr, name_en) values ('pr', 'a', 'a')`,
    );
    const person = async (name: string): Promise<Approver> => {
      const [id] = await insert(
        dataSource,
        `person (email, name, roles, locale) values (lower($1) || '@lumen.example', $1, '{approver}', 'fr')`,
        [name],
      );
      return { personId: id ?? '', name, departmentIds: [department ?? ''] };
    };
    const [source] = await insert(
      dataSource,
      `source (network, realm, name, pull_every_seconds) values ('mastodon', 'live', 'compte', 60)`,
    );
    const people = [
      await person('Camille'),
      await person('Antoine'),
      await person('Anna'),
      await person('Boris'),
    ] as const;
    return new OutboxWorld(dataSource, jobs, ...people, source ?? '');
  }

  content(change: Partial<VersionContent> = {}): VersionContent {
    return {
      question: { fr: 'Où en est mon remboursement ?', en: 'Where is my refund?' },
      wordings: { fr: [], en: [] },
      topicId: null,
      sensitivity: 'low',
      levelMin: 0,
      levelMax: 3,
      strategy: 'inform',
      departmentIds: [...this.author.departmentIds],
      doNotSay: '',
      proofPoints: [],
      keyMessages: [],
      placeholders: [
        {
          name: 'first_name',
          type: 'first_name',
          label: { fr: 'Prénom', en: 'First name' },
          required: false,
        },
      ],
      variants: [
        { language: 'fr', network: null, body: 'Bonjour {{first_name}}, le virement part sous cinq jours.' },
      ],
      validFrom: null,
      validUntil: null,
      reviewOn: null,
      ...change,
    };
  }

  async draft(
    change: Partial<VersionContent> = {},
    kind: 'answer' | 'holding_statement' = 'answer',
  ): Promise<{ answerId: string; variantId: string }> {
    const answerId = await this.drafts.create(kind, this.content(change), this.author);
    return { answerId, variantId: await this.newestVariant(answerId) };
  }

  async approved(
    change: Partial<VersionContent> = {},
    kind: 'answer' | 'holding_statement' = 'answer',
  ): Promise<{ answerId: string; variantId: string }> {
    const { answerId } = await this.draft(change, kind);
    await this.approve(answerId, 1);
    return { answerId, variantId: await this.newestVariant(answerId) };
  }

  /** Writes and approves the next version; the one before is superseded. */
  async approvedNext(answerId: string, number: number, change: Partial<VersionContent>): Promise<string> {
    await this.drafts.save(answerId, this.content(change), undefined, this.author);
    await this.approve(answerId, number);
    return this.newestVariant(answerId);
  }

  retire(answerId: string): Promise<void> {
    return this.approvals.retire(answerId, 'faux', this.approver);
  }

  async mention(
    change: {
      network?: string;
      level?: number;
      state?: string;
      source?: null;
      /** The mention whose conversation it belongs to; null or left out: one of its own. */
      conversation?: string | null;
    } = {},
  ): Promise<string> {
    const { network = 'mastodon', level = 1, state = 'new', conversation = null } = change;
    const externalId = network === 'training' ? await this.trainingPost() : `post-${(this.count += 1)}`;
    const [row]: { mention_id: string }[] = await this.dataSource.query(
      `insert into mention_identity (network, external_id, published_at) values ($1, $2, $3) returning mention_id`,
      [network, externalId, PUBLISHED_AT],
    );
    await this.dataSource.query('select ensure_mention_partition($1)', [PUBLISHED_AT]);
    await this.dataSource.query(
      `insert into mention (id, published_at, realm, network, external_id, text, level, state, source_id,
         conversation_key)
       values ($1, $2, case when $3 = 'training' then 'training' else 'live' end, $3, $4, 'Et mon argent ?', $5, $6, $7,
         'thread ' || coalesce($8, $1::bigint::text))`,
      [
        row?.mention_id,
        PUBLISHED_AT,
        network,
        externalId,
        level,
        state,
        change.source === null ? null : this.sourceId,
        conversation,
      ],
    );
    return row?.mention_id ?? '';
  }

  /** The author changes a post of Mastodon. */
  async edit(mentionId: string, text: string): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [{ externalId } = { externalId: '' }]: { externalId: string }[] = await manager.query(
        'select external_id as "externalId" from mention_identity where mention_id = $1',
        [mentionId],
      );
      await takeWordings(manager, 'mastodon', [{ externalId, text, at: new Date(), told: true }]);
    });
  }

  private async trainingPost(): Promise<string> {
    const [id] = await insert(
      this.dataSource,
      `training_post (author_handle, author_name, text) values ('lea', 'Léa', 'Et mon argent ?')`,
    );
    return id ?? '';
  }

  async mentionRow(id: string): Promise<{ state: string; assignee_id: string | null; version: number }> {
    const [row] = await this.dataSource.query(
      'select state, assignee_id, version from mention where id = $1',
      [id],
    );
    return row;
  }

  /** SQL as someone with the keys of the database would run it, past every trigger. */
  async behindItsBack(sql: string, values: unknown[] = []): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`set local session_replication_role = 'replica'`);
      await manager.query(sql, values);
    });
  }

  /** Lets time pass for a reply: its lease, its next reading and its age. */
  async pass(replyId: string, minutes: number): Promise<void> {
    await this.dataSource.query(
      `update reply set due_at = due_at - $2 * interval '1 minute',
         sending_since = sending_since - $2 * interval '1 minute' where id = $1`,
      [replyId, minutes],
    );
  }

  private async approve(answerId: string, number: number): Promise<void> {
    await this.approvals.submit(answerId, number, this.author);
    const departmentId = this.author.departmentIds[0] ?? '';
    await this.approvals.decide(answerId, number, { departmentId, decision: 'approved' }, this.approver);
  }

  private async newestVariant(answerId: string): Promise<string> {
    return (await this.library.read(answerId)).versions[0]?.variants[0]?.id ?? '';
  }
}

async function insert(dataSource: DataSource, into: string, values: unknown[] = []): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(`insert into ${into} returning id`, values);
  return rows.map(({ id }) => id);
}
