import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '#platform/config';
import { type EventPosition, lastPosition, readEvents, type StoredEvent } from './event-reader.js';
import { LIVE_CHANNEL } from './publish.js';

type Listener = (events: StoredEvent[]) => void;

const POLL_MS = 1000;
const PAGE = 500;

/**
 * Reads new events once per process and hands them to every listener. Woken by NOTIFY; the slow poll only covers
 * a lost connection and transactions that commit late.
 */
@Injectable()
export class LiveHub implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(LiveHub.name);
  private readonly listeners = new Set<Listener>();
  private position: EventPosition = { xid: '0', id: '0' };
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get size(): number {
    return this.listeners.size;
  }

  async onModuleInit(): Promise<void> {
    this.position = await lastPosition(this.dataSource);
    await this.listen();
    this.timer = setInterval(() => this.wake(), POLL_MS);
  }

  /** Calls `listener` with every batch of events from now on; returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.reading?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'passerelle live',
    });
    client.on('notification', () => this.wake());
    client.on('error', (error) => this.reconnect(error));
    client.on('end', () => this.reconnect(new Error('connection ended')));
    try {
      await client.connect();
      await client.query(`listen ${LIVE_CHANNEL}`);
      this.client = client;
    } catch (error) {
      this.reconnect(error);
    }
  }

  private reconnecting = false;

  private reconnect(error: unknown): void {
    if (this.stopped || this.reconnecting) return;
    this.reconnecting = true;
    this.logger.warn(`listening again in a moment: ${String(error)}`);
    setTimeout(() => {
      this.reconnecting = false;
      if (!this.stopped) void this.listen();
    }, POLL_MS).unref();
  }

  private wake(): void {
    if (this.stopped) return;
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = this.readAll()
      .catch((error: unknown) => this.logger.warn(`events could not be read: ${String(error)}`))
      .finally(() => {
        this.reading = undefined;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async readAll(): Promise<void> {
    for (;;) {
      const events = await readEvents(this.dataSource, this.position, PAGE);
      const last = events.at(-1);
      if (!last) return;
      this.position = last.position;
      for (const listener of this.listeners) listener(events);
      if (events.length < PAGE) return;
    }
  }
}
