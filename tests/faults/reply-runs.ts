import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '#audit';
import { OutboxWorld } from '../../libs/replies/outbox.fixture.js';
import { FaultServer } from './fault-server.js';
import type { FaultTally } from './fault-tally.js';
import { type HostilePost, HostileServer } from './hostile-server.js';
import { type AskedReply, judge, judgeOrder, type Violation } from './reply-oracle.js';
import { planReply, type ReplyPlan, type Step } from './reply-plan.js';
import { Seeded } from './seeded.js';
import { TimeKeeper } from './time-keeper.js';
import { type ReachedStep, WorkerPool } from './worker-pool.js';

const WORKERS = 3;
const CHAOS_MS = 180_000;
const HEALING_MS = 120_000;
const NETWORK_NAMES = { keyed: 'mastodon', plain: 'x', training: 'training' } as const;

/** Batches of replies that share a database, three networks and worker processes which die and are replaced. */
export class ReplyRuns {
  private readonly asked = new Map<string, AskedReply>();
  /** When each reply's worker last said a step. */
  private readonly lastStep = new Map<string, number>();
  private readonly unknown = new Map<string, (() => void)[]>();
  private readonly place = new Map<string, { worker: string; step: Step }>();
  private healed = false;
  private keyed!: HostileServer;
  private plain!: HostileServer;
  private pool!: WorkerPool;
  private world!: OutboxWorld;
  private time!: TimeKeeper;
  private variants!: { plain: string; sensitive: string };

  private constructor(
    private readonly server: FaultServer,
    private readonly tally: FaultTally,
    /** A planted mistake keeps replies from coming to an end: nobody waits for them as long. */
    private readonly patience: number,
  ) {}

  static async start(tally: FaultTally, plant: string): Promise<ReplyRuns> {
    const runs = new ReplyRuns(await FaultServer.start(), tally, plant === '' ? 1 : 0.25);
    await runs.prepare(plant);
    return runs;
  }

  get crashes(): number {
    return this.pool.crashed;
  }

  /** One run per seed, all at the same time; says what came of them. */
  async batch(
    seeds: readonly number[],
  ): Promise<{ states: Record<string, number>; violations: Violation[] }> {
    this.healed = false;
    const random = new Seeded(seeds[0] ?? 0);
    const asked: AskedReply[] = [];
    this.time.start();
    const restart = sleep(random.between(300, 2500)).then(() => this.restartServer());
    let before: AskedReply | undefined;
    for (const seed of seeds) {
      before = await this.ask(planReply(seed), before);
      asked.push(before);
    }
    const ids = asked.map(({ replyId }) => replyId);
    await this.until(CHAOS_MS * this.patience, () => this.ended(ids));
    await restart;
    const excused = await this.heal(ids);
    this.time.stop();
    const outcome = await this.server.steady(async () =>
      judge(this.server.dataSource, asked, await this.posts()),
    );
    outcome.violations.push(
      ...judgeOrder(asked, await this.places(), excused),
      ...(await this.judgeRecord(seeds)),
    );
    return outcome;
  }

  async stop(): Promise<void> {
    this.time?.stop();
    await this.pool?.close();
    await this.keyed?.close();
    await this.plain?.close();
    await this.world?.jobs.stop();
    await this.server.stop();
  }

  private async prepare(plant: string): Promise<void> {
    const { dataSource, url } = this.server;
    this.keyed = this.hostile(true);
    this.plain = this.hostile(false);
    await Promise.all([this.keyed.listen(), this.plain.listen()]);
    this.world = await OutboxWorld.make(dataSource, url);
    const nowhere = { idempotent: true, posts: true, publish: unexpected, find: unexpected };
    for (const name of Object.values(NETWORK_NAMES)) this.world.publishers.set(name, nowhere);
    this.variants = {
      plain: (await this.world.approved()).variantId,
      sensitive: (await this.world.approved({ sensitivity: 'high' })).variantId,
    };
    this.time = new TimeKeeper(this.server, (replyId) => this.lastStep.get(replyId) ?? 0);
    const settings = {
      DATABASE_URL: url,
      KEYED_URL: this.keyed.url,
      PLAIN_URL: this.plain.url,
      PLANT: plant,
    };
    this.pool = new WorkerPool(WORKERS, settings, (reached) => void this.onStep(reached));
    await this.pool.start();
  }

  private hostile(keyed: boolean): HostileServer {
    const planOf = (key: string) => this.asked.get(replyIdOf(key))?.plan;
    return new HostileServer(keyed, {
      publish: (key) => this.take('publish', planOf(key)?.publishes),
      find: (key) => this.take('readBack', planOf(key)?.finds),
      refusal: (key) => planOf(key)?.refusal ?? 'network-refused',
      reached: async (step, key, worker) => {
        await this.known(replyIdOf(key));
        await this.disturb({ worker, step, replyId: replyIdOf(key), go: () => undefined });
      },
    });
  }

  private take<T extends string>(kind: string, faults: T[] | undefined): T | 'none' {
    const fault = this.healed ? undefined : faults?.shift();
    if (fault === undefined || fault === 'none') return 'none';
    this.tally.add(kind, fault);
    return fault;
  }

  private async ask(plan: ReplyPlan, before: AskedReply | undefined): Promise<AskedReply> {
    if (plan.followsOn && before) plan.network = before.plan.network;
    const network = NETWORK_NAMES[plan.network];
    const conversation = plan.followsOn && before ? before.conversation : null;
    const { server, world } = this;
    const mentionId = await server.steady(() => world.mention({ network, conversation, level: 1 }));
    const choice = {
      answerVariantId: plan.second ? this.variants.sensitive : this.variants.plain,
      placeholders: { first_name: plan.firstName },
    };
    const reply = await server.steady(() =>
      world.outbox.send(mentionId, choice, world.anna, `run-${mentionId}`),
    );
    const text = `Bonjour ${plan.firstName}, le virement part sous cinq jours.`;
    const asked = { plan, replyId: reply.id, conversation: conversation ?? mentionId, text };
    this.asked.set(reply.id, asked);
    this.unknown.get(reply.id)?.forEach((go) => go());
    this.unknown.delete(reply.id);
    void this.people(asked);
    return asked;
  }

  /** What people do about a reply meanwhile; a refusal is an answer. */
  private async people({ plan, replyId }: AskedReply): Promise<void> {
    const { held, outbox, boris } = this.world;
    const attempt = (what: string, work: () => Promise<unknown>) =>
      this.server.steady(work).then(
        () => this.tally.add('people', what),
        () => this.tally.add('people', `${what} too late`),
      );
    if (plan.second === 'confirmed') await attempt('confirm', () => held.confirm(replyId, boris));
    if (plan.second === 'refused') await attempt('refuse', () => held.refuse(replyId, 'non', boris));
    if (plan.cancelAfterMs === null) return;
    await sleep(plan.cancelAfterMs);
    await attempt('cancel', () => outbox.cancel(replyId, boris));
  }

  private async onStep(reached: ReachedStep): Promise<void> {
    await this.known(reached.replyId);
    await this.disturb(reached);
    reached.go();
  }

  /** Counts the step, and does there what the plan of the reply says. */
  private async disturb({ worker, step, replyId }: ReachedStep): Promise<void> {
    this.lastStep.set(replyId, Date.now());
    this.place.set(replyId, { worker, step });
    this.tally.add('steps', step);
    const planned = this.asked.get(replyId)?.plan.steps.find((one) => one.step === step && !one.done);
    if (!planned || this.healed) return;
    planned.done = true;
    this.tally.add(planned.fault, step);
    switch (planned.fault) {
      case 'kill': {
        const others = [...this.place].filter(([id, at]) => at.worker === worker && id !== replyId);
        this.tally.add('workers', 'killed');
        this.tally.add('workers', 'replies of others in a killed worker', others.length);
        return this.pool.kill(worker);
      }
      case 'cut':
        return this.server.cut(worker);
      case 'pass':
        return this.time.passFor(replyId);
    }
  }

  /** A worker may be quicker than the answer to whoever asked for the reply. */
  private known(replyId: string): Promise<void> {
    if (this.asked.has(replyId)) return Promise.resolve();
    return new Promise((resolve) => {
      this.unknown.set(replyId, [...(this.unknown.get(replyId) ?? []), resolve]);
    });
  }

  private async restartServer(): Promise<void> {
    await this.server.restart();
    this.tally.add('server', 'restarted');
  }

  /** All goes well from now on, and time passes; whoever waits behind a reply that stays uncertain is let pass. */
  private async heal(ids: readonly string[]): Promise<Set<string>> {
    this.healed = true;
    const passed = new Set<string>();
    const deadline = Date.now() + HEALING_MS * this.patience;
    await sleep(1000);
    for (let quiet = 0; quiet < 3 && Date.now() < deadline;) {
      await this.time.pass(120);
      await this.until(5_000, async () => (await this.due(ids)) === 0);
      const stuck = await this.server.steady(() => this.heldByOrder(ids));
      for (const replyId of stuck) {
        passed.add(replyId);
        await this.server
          .steady(() => this.world.held.letPass(replyId, 'attend depuis trop longtemps', this.world.boris))
          .catch(() => undefined);
      }
      quiet = stuck.length === 0 && (await this.open(ids)) === 0 ? quiet + 1 : 0;
    }
    return passed;
  }

  private async heldByOrder(ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.server.dataSource.query(
      `select r.id from reply r join reply e on e.conversation = r.conversation and e.id < r.id
       where r.id = any($1::bigint[]) and r.state = 'queued' and e.state = 'uncertain' and e.network = 'x'
         and r.passed_order_at is null`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Replies that have to come to an end and have not; those of a plain network may stay uncertain. */
  private open(ids: readonly string[]): Promise<number> {
    return this.count(
      `state in ('awaiting_second', 'queued', 'sending') or (state = 'uncertain' and network <> 'x')`,
      ids,
    );
  }

  /** Nothing is open but what waits behind an uncertain reply, which nobody lets pass before the healing. */
  private async ended(ids: readonly string[]): Promise<boolean> {
    const open = await this.open(ids);
    return open === 0 || open === (await this.server.steady(() => this.heldByOrder(ids))).length;
  }

  private due(ids: readonly string[]): Promise<number> {
    return this.count(
      `state = 'sending' or (due_at <= now() and (state = 'uncertain' or (state = 'queued' and not exists (
         select from reply e where e.conversation = reply.conversation and e.id < reply.id and e.state = 'uncertain'))
       or (state in ('refused', 'cancelled') and lost_at is not null and external_id is null)))`,
      ids,
    );
  }

  private async count(condition: string, ids: readonly string[]): Promise<number> {
    const [row]: { count: number }[] = await this.server.steady(() =>
      this.server.dataSource.query(
        `select count(*)::int as count from reply where id = any($1::bigint[]) and (${condition})`,
        [ids],
      ),
    );
    return row?.count ?? 0;
  }

  private async until(ms: number, condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + ms;
    while (Date.now() < deadline && !(await condition())) await sleep(150);
  }

  /** What stands on each network, by the reply that it belongs to. */
  private async posts(): Promise<Map<string, HostilePost[]>> {
    const training: HostilePost[] = await this.server.dataSource.query(
      `select id, idempotency_key as key, text, in_reply_to_id as "inReplyTo" from training_post where own order by id`,
    );
    const posts = new Map<string, HostilePost[]>();
    for (const post of [...this.keyed.posts, ...this.plain.posts, ...training]) {
      const replyId = replyIdOf(post.key);
      posts.set(replyId, [...(posts.get(replyId) ?? []), post]);
    }
    return posts;
  }

  /** The place of each reply on its network. */
  private async places(): Promise<Map<string, number>> {
    const training: { id: string; key: string }[] = await this.server.dataSource.query(
      `select id, idempotency_key as key from training_post where own order by id`,
    );
    return new Map(
      [this.keyed.posts, this.plain.posts, training].flatMap((posts) =>
        posts.map(({ key }, index) => [replyIdOf(key), index] as const),
      ),
    );
  }

  private async judgeRecord(seeds: readonly number[]): Promise<Violation[]> {
    const { intact, brokenAt, brokenWhy } = await this.server.steady(() =>
      verifyChain(this.server.dataSource.manager),
    );
    if (intact) return [];
    return [
      { seed: seeds[0] ?? 0, wrong: 'unrecorded', detail: `the record breaks at ${brokenAt}: ${brokenWhy}` },
    ];
  }
}

function replyIdOf(key: string): string {
  return /^passerelle-(\d+)-/.exec(key)?.[1] ?? '';
}

function unexpected(): Promise<never> {
  throw new Error('only workers talk to networks');
}
