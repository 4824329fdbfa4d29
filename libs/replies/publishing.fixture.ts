import type { DataSource } from 'typeorm';
import { type Fault, HostileNetwork } from './hostile-network.fixture.js';
import { OutboxWorld } from './outbox.fixture.js';
import type { ReplyRecord } from './reply-record.js';

interface SentRow {
  state: string;
  external_id: string | null;
  attempts: number;
  problem_code: string | null;
}

/** For tests: an approved answer, a mention for each test, and a network that does with the reply what it pleases. */
export class PublishingScene {
  network!: HostileNetwork;
  private mentionId = '';

  private constructor(
    readonly world: OutboxWorld,
    private readonly variantId: string,
  ) {}

  static async open(): Promise<PublishingScene> {
    const world = await OutboxWorld.open();
    const { variantId } = await world.approved();
    return new PublishingScene(world, variantId);
  }

  get dataSource(): DataSource {
    return this.world.dataSource;
  }

  /** A mention that nobody has answered: `ask` is about it. */
  async begin(): Promise<void> {
    this.mentionId = await this.world.mention();
  }

  async connect(idempotent: boolean, ...faults: Fault[]): Promise<void> {
    this.network = new HostileNetwork(idempotent);
    this.network.faults.push(...faults);
    await this.network.listen();
    this.world.publishers.set('mastodon', this.network.publisher());
  }

  ask(mentionId = this.mentionId): Promise<ReplyRecord> {
    const choice = { answerVariantId: this.variantId, placeholders: {} };
    return this.world.outbox.send(mentionId, choice, this.world.anna, null);
  }

  async row(reply: ReplyRecord): Promise<SentRow> {
    const [found]: SentRow[] = await this.dataSource.query(
      'select state, external_id, attempts, problem_code from reply where id = $1',
      [reply.id],
    );
    if (!found) throw new Error('no such reply');
    return found;
  }

  async mentionState(): Promise<string> {
    return (await this.world.mentionRow(this.mentionId)).state;
  }

  /** When the decision that the reply was for the mention was taken back. */
  async undoneAt(): Promise<Date | null> {
    const [decision]: { undone_at: Date | null }[] = await this.dataSource.query(
      'select undone_at from decision where mention_id = $1',
      [this.mentionId],
    );
    return decision?.undone_at ?? null;
  }

  async end(): Promise<void> {
    await this.network?.close();
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
