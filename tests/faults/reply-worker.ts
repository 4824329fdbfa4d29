import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { ConnectorRegistry } from '#networks';
import { createDataSource } from '#platform/database';
import type { Seals } from '#platform/sealing';
import type { ReplyPublisher } from '#replies';
// The files themselves rather than their doors: this process is started hundreds of times.
import { GraphileQueue } from '../../libs/platform/jobs/graphile-queue.js';
import { PUBLISH_REPLY } from '../../libs/replies/publish-job.js';
import { type ClaimedReply, type Delivery, PublishReply } from '../../libs/replies/publish-reply.job.js';
import { ReadBackReply } from '../../libs/replies/read-back-reply.js';
import { RemoveReply } from '../../libs/replies/remove-reply.job.js';
import { RepliesWorker } from '../../libs/replies/replies-worker.js';
import { TellOfEdit } from '../../libs/replies/tell-of-edit.job.js';
import { replyPublishers } from '../../libs/networks/reply-publishers.js';
import { SourceAccess } from '../../libs/networks/source-access.js';
import { TrainingNetwork } from '../../libs/networks/training/training-network.js';
import { TrainingConnector } from '../../libs/networks/training/training-connector.js';
import { TrainingGateway } from '../../libs/networks/training/training-gateway.js';
import { hostileClient } from './hostile-client.js';
import type { Step } from './reply-plan.js';

/**
 * A worker of its own process, of the product's parts, that says every step to the suite and waits for its word: the
 * suite may kill it there, or cut its connections.
 */
const setting = (name: string) => process.env[name] ?? '';
const WORKER = setting('WORKER_NAME');
const RECONCILE_MS = 400;

/** Named on every connection, so that the suite can end those of this worker. */
const DATABASE_URL = (() => {
  const url = new URL(setting('DATABASE_URL'));
  url.searchParams.set('application_name', WORKER);
  return url.toString();
})();

interface Place {
  replyId: string;
  phase: 'claim' | 'deliver' | 'settle' | 'abandon' | 'read';
}
const place = new AsyncLocalStorage<Place>();

const waiting = new Map<number, () => void>();
let asked = 0;
process.on('message', ({ go }: { go: number }) => {
  waiting.get(go)?.();
  waiting.delete(go);
});
process.on('disconnect', () => process.exit(0));

function step(name: Step, replyId = place.getStore()?.replyId): Promise<void> {
  if (replyId === undefined) return Promise.resolve();
  asked += 1;
  const number = asked;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    process.send?.({ step: name, replyId, number });
  });
}

/** Inside a transaction whose work is done, and after its commit. */
const COMMITS: Record<Place['phase'], readonly [Step, Step | null]> = {
  claim: ['claim-commit', 'claim-committed'],
  deliver: ['network-received', 'network-accepted'],
  settle: ['settle-commit', 'settle-committed'],
  abandon: ['abandon-commit', null],
  read: ['read-commit', 'read-committed'],
};

function watchCommits(dataSource: DataSource): void {
  const transaction = dataSource.transaction.bind(dataSource) as <T>(
    work: (manager: EntityManager) => Promise<T>,
  ) => Promise<T>;
  dataSource.transaction = async <T>(work: unknown): Promise<T> => {
    const here = place.getStore();
    const result = await transaction(async (manager) => {
      const done = await (work as (manager: EntityManager) => Promise<T>)(manager);
      if (here) await step(COMMITS[here.phase][0]);
      return done;
    });
    const after = here && COMMITS[here.phase][1];
    if (after) await step(after);
    return result;
  };
}

/** A publisher that says when it is about to ask its network, and when it has the answer. */
function stepped(publisher: ReplyPublisher): ReplyPublisher {
  return {
    idempotent: publisher.idempotent,
    posts: publisher.posts,
    async publish(reply, signal) {
      await step('before-publish');
      const text = setting('PLANT') === 'other-words' ? `${reply.text} !` : reply.text;
      const published = await publisher.publish({ ...reply, text }, signal);
      await step('after-publish');
      return published;
    },
    async find(reply, signal) {
      await step('before-find');
      const found = await publisher.find(reply, signal);
      await step('after-find');
      return found;
    },
  };
}

class SteppedPublish extends PublishReply {
  override run(replyId: string): Promise<void> {
    return place.run({ replyId, phase: 'abandon' }, () => super.run(replyId));
  }

  override claim(replyId: string): Promise<ClaimedReply | null> {
    return place.run({ replyId, phase: 'claim' }, async () => {
      await step('before-claim');
      return super.claim(replyId);
    });
  }

  override deliver(claimed: ClaimedReply): Promise<Delivery> {
    return place.run({ replyId: claimed.reply.id, phase: 'deliver' }, () => super.deliver(claimed));
  }

  override settle(claimed: ClaimedReply, delivery: Delivery): Promise<void> {
    return place.run({ replyId: claimed.reply.id, phase: 'settle' }, () => super.settle(claimed, delivery));
  }
}

class SteppedReadBack extends ReadBackReply {
  override run(replyId: string): Promise<void> {
    return place.run({ replyId, phase: 'read' }, () => super.run(replyId));
  }
}

async function connected(): Promise<DataSource> {
  for (;;) {
    const dataSource = createDataSource({
      url: DATABASE_URL,
      entities: [],
      applicationName: WORKER,
      poolSize: 8,
    });
    try {
      return await dataSource.initialize();
    } catch {
      await sleep(100);
    }
  }
}

const dataSource = await connected();
watchCommits(dataSource);
const training = new TrainingConnector(new TrainingGateway(dataSource, new TrainingNetwork(dataSource)));
const trainingPublishers = replyPublishers(
  { get: () => training } as unknown as ConnectorRegistry,
  dataSource,
  new SourceAccess(dataSource, {} as Seals),
);
const hostile: Record<string, ReplyPublisher> = {
  mastodon: hostileClient(setting('KEYED_URL'), true, WORKER),
  x: hostileClient(setting('PLAIN_URL'), false, WORKER),
};
const publishers = (network: string, sourceId: string | null) => {
  const publisher = network === 'training' ? trainingPublishers(network, sourceId) : hostile[network];
  return publisher ? stepped(publisher) : null;
};

const jobs = new GraphileQueue({
  databaseUrl: DATABASE_URL,
  log: (line) => process.env['FAULTS_LOG'] && console.error(`${WORKER} ${line}`),
  concurrency: 8,
});
const readBack = new SteppedReadBack(dataSource, publishers, jobs);
const { handlers = {}, due = {} } = new RepliesWorker(
  new SteppedPublish(dataSource, publishers, jobs, readBack),
  new RemoveReply(dataSource, publishers, jobs),
  new TellOfEdit(dataSource),
).part();

/** Mistakes that the suite must notice, put in on purpose (`--plant`). */
const PLANTS: Record<string, string> = {
  'resend-uncertain': `update reply set state = 'queued' where id = $1 and state = 'uncertain'`,
  'forget-uncertain': `update reply set state = 'refused', lost_at = null where id = $1 and state = 'uncertain'`,
};
const plant = PLANTS[setting('PLANT')];

async function startJobs(): Promise<void> {
  for (;;) {
    try {
      return await jobs.start({
        ...handlers,
        [PUBLISH_REPLY]: async (context) => {
          if (plant) await dataSource.query(plant, [context.id]);
          await handlers[PUBLISH_REPLY]?.(context);
        },
      });
    } catch {
      await sleep(100);
    }
  }
}

await startJobs();
process.send?.({ ready: true });
for (;;) {
  for (const [kind, find] of Object.entries(due)) {
    try {
      for (const id of await find()) await jobs.enqueue({ kind, id, ifAbsent: true });
    } catch {
      // The database is away: the next pass looks again.
    }
  }
  await sleep(RECONCILE_MS);
}
