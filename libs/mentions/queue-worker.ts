import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '#platform/config';
import { Classifier } from './classify-batch.js';
import { drainQueue } from './drain-queue.js';
import { QUEUE_CHANNEL } from './queue-channel.js';

/**
 * Classifies whatever stands in the queue for as long as the process runs. Woken when a page is stored; the poll
 * covers a lost connection, and mentions whose lease or pause is over.
 */
@Injectable()
export class QueueWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly times = { pollMs: 1000 };
  private readonly logger = new Logger('classification');
  private readonly stopping = new AbortController();
  private client: pg.Client | undefined;
  private reconnecting: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private woken = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    void this.listen();
    this.running = this.run();
  }

  /** Ends after the batch in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.reconnecting);
    this.wake();
    await this.running;
    await this.client?.end().catch(() => undefined);
  }

  private async run(): Promise<void> {
    const classifier = new Classifier(this.dataSource);
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.woken = false;
      try {
        const { failed } = await drainQueue(this.dataSource, { classifier, signal });
        if (failed > 0)
          this.logger.warn(`${failed} mentions could not be classified and are tried again later`);
      } catch (error) {
        // Nothing of the batch was written; its lease runs out and it is taken up again.
        this.logger.error(`classification is interrupted: ${String(error)}`);
        await this.pause(this.times.pollMs, false);
      }
      if (!signal.aborted) await this.pause(this.times.pollMs, true);
    }
  }

  private async pause(milliseconds: number, wakeable: boolean): Promise<void> {
    if (wakeable && this.woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        if (!wakeable && !this.stopping.signal.aborted) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'passerelle classification',
    });
    client.on('notification', () => {
      this.woken = true;
      this.wake();
    });
    client.on('error', () => this.listenLater());
    client.on('end', () => this.listenLater());
    try {
      await client.connect();
      await client.query(`listen ${QUEUE_CHANNEL}`);
      if (this.stopping.signal.aborted) await client.end();
      else this.client = client;
    } catch (error) {
      this.logger.warn(`listening for new mentions again in a moment: ${String(error)}`);
      this.listenLater();
    }
  }

  private listenLater(): void {
    if (this.stopping.signal.aborted) return;
    clearTimeout(this.reconnecting);
    this.reconnecting = setTimeout(() => void this.listen(), this.times.pollMs);
  }
}
