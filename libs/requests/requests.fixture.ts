import type { DataSource } from 'typeorm';
import { ApprovalsService, type Approver, DraftsService, followAnswers, LibraryService } from '#answers';
import { drainQueue, type IncomingMention, storePage } from '#mentions';
import { createDataSource } from '#platform/database';
import { permissionsOf, type Role } from '#platform/contract';
import type { Actor } from '#platform/http';
import { createJobQueue, type JobQueue, migrateJobs } from '#platform/jobs';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { OutboxService, PublishReply, ReadBackReply } from '#replies';
import { ENTITIES } from '#schema';
import { AnswerAllService } from './answer-all.service.js';
import { AnswerSeveralService } from './answer-several.service.js';
import { AskService } from './ask.service.js';
import { DecideService } from './decide.service.js';
import { followAnswer } from './follow-answer.js';
import { RequestReader } from './reader.service.js';
import { SendTogether } from './send-together.js';

/** For tests: people, mentions, a library and an outbox around the requests. */
export class RequestsWorld {
  readonly asking: AskService;
  readonly deciding: DecideService;
  readonly answering: AnswerAllService;
  readonly several: AnswerSeveralService;
  readonly reader: RequestReader;
  readonly drafts: DraftsService;
  readonly approvals: ApprovalsService;
  readonly library: LibraryService;
  readonly outbox: OutboxService;
  readonly publish: PublishReply;
  private count = 0;

  private constructor(
    private readonly database: TestDatabase,
    readonly dataSource: DataSource,
    readonly jobs: JobQueue,
    readonly legal: string,
    readonly pr: string,
    readonly anna: Actor,
    readonly boris: Actor,
    readonly lawyer: Actor,
    readonly author: Actor,
    private readonly sourceId: string,
  ) {
    const published = { externalId: 'p' };
    const publisher = {
      idempotent: true,
      posts: true,
      publish: () => Promise.resolve({ externalId: `${published.externalId}${(this.count += 1)}` }),
      find: () => Promise.resolve('none' as const),
    };
    const publishers = (_: string, source: string | null) => (source === null ? null : publisher);
    followAnswers(followAnswer);
    this.outbox = new OutboxService(dataSource, publishers, jobs, { replyDelaySeconds: 0 } as never);
    this.publish = new PublishReply(
      dataSource,
      publishers,
      jobs,
      new ReadBackReply(dataSource, publishers, jobs),
    );
    this.drafts = new DraftsService(dataSource);
    this.approvals = new ApprovalsService(dataSource);
    this.library = new LibraryService(dataSource);
    this.asking = new AskService(dataSource);
    this.deciding = new DecideService(dataSource);
    const together = new SendTogether(dataSource, this.outbox);
    this.answering = new AnswerAllService(dataSource, this.library, together);
    this.several = new AnswerSeveralService(dataSource, this.library, together);
    this.reader = new RequestReader(dataSource, this.answering);
  }

  /** In a database of its own. */
  static async open(): Promise<RequestsWorld> {
    const database = await testDatabase();
    const dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
    const { url: databaseUrl } = database;
    await migrateJobs(databaseUrl);
    const jobs = await createJobQueue({ databaseUrl, redisUrl: undefined, log: () => undefined });
    const insert = async (into: string, values: unknown[] = []) => {
      const [row]: { id: string }[] = await dataSource.query(`insert into ${into} returning id`, values);
      return row?.id ?? '';
    };
    const legal = await insert(`department (key, name_fr, name_en) values ('legal', 'a', 'a')`);
    const pr = await insert(`department (key, name_fr, name_en) values ('pr', 'b', 'b')`);
    const person = async (name: string, role: Role, ...departmentIds: string[]): Promise<Actor> => ({
      personId: await insert(
        `person (email, name, roles, locale) values (lower($1) || '@lumen.example', $1, array[$2], 'fr')`,
        [name, role],
      ),
      name,
      roles: [role],
      permissions: permissionsOf([role]),
      departmentIds,
      sessionId: '1',
    });
    const people = [
      await person('Anna', 'community_manager'),
      await person('Boris', 'community_manager'),
      await person('Helene', 'approver', legal),
      await person('Camille', 'approver', pr),
    ] as const;
    for (const { personId, departmentIds } of people) {
      await dataSource.query(
        `insert into person_department (person_id, department_id) select $1, unnest($2::bigint[])`,
        [personId, departmentIds],
      );
    }
    const source = await insert(
      `source (network, realm, name, pull_every_seconds) values ('mastodon', 'live', 'compte', 60)`,
    );
    return new RequestsWorld(database, dataSource, jobs, legal, pr, ...people, source);
  }

  async close(): Promise<void> {
    await this.jobs.stop();
    await this.dataSource.destroy();
    await this.database.drop();
  }

  /** Mentions that just came in and are classified; returns their ids in the order of the texts. */
  async mentions(texts: readonly string[], given: Partial<IncomingMention> = {}): Promise<string[]> {
    const posts = texts.map((text) => ({
      realm: 'live' as const,
      network: 'mastodon',
      sourceId: this.sourceId,
      externalId: `post-${(this.count += 1)}`,
      author: { handle: 'someone', name: 'Anna B.', followers: 10 },
      text,
      publishedAt: new Date(Date.now() - 60_000),
      ...given,
    }));
    await storePage(this.dataSource, posts);
    await drainQueue(this.dataSource);
    const rows: { external_id: string; mention_id: string }[] = await this.dataSource.query(
      'select external_id, mention_id from mention_identity where external_id = any($1)',
      [posts.map(({ externalId }) => externalId)],
    );
    const ids = new Map(rows.map((row) => [row.external_id, row.mention_id]));
    return posts.map(({ externalId }) => ids.get(externalId) ?? '');
  }

  async ask(mentionId: string, similarMentionIds: string[] = [], asker: Actor = this.anna): Promise<string> {
    const asked = { mentionId, similarMentionIds, departmentIds: [this.legal], question: 'Que dit-on ?' };
    return (await this.asking.ask(asked, asker)).requestId;
  }

  /** Writes the answer of a request and submits it; returns the answer's id. */
  async written(requestId: string, bodies: { en: string; fr?: string } = { en: 'Yes, {{first_name}}.' }) {
    const answerId = await this.deciding.write(requestId, this.author);
    const [draft] = (await this.library.read(answerId)).versions;
    if (!draft) throw new Error('no draft');
    const placeholders = /first_name/.test(bodies.en)
      ? [
          {
            name: 'first_name',
            type: 'first_name' as const,
            label: { fr: 'Prénom', en: 'First name' },
            required: false,
          },
        ]
      : [];
    await this.drafts.save(
      answerId,
      {
        ...draft,
        question: { fr: 'Peut-on ?', en: 'May one?' },
        placeholders,
        variants: [
          { language: 'en', network: null, body: bodies.en },
          { language: 'fr', network: null, body: bodies.fr ?? 'Oui.' },
        ],
      },
      draft.revision,
      this.author,
    );
    await this.approvals.submit(answerId, 1, this.author);
    return answerId;
  }

  async approve(answerId: string, number = 1, approver: Approver = this.lawyer): Promise<void> {
    await this.approvals.decide(
      answerId,
      number,
      { departmentId: this.legal, decision: 'approved' },
      approver,
    );
  }

  async state(requestId: string): Promise<string> {
    return (await this.reader.read(requestId)).state;
  }
}
