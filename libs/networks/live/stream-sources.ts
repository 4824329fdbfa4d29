import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { type Connector, RetryLater, SourceNeedsAttention, type StreamNews } from '../connector.js';
import { ConnectorRegistry } from '../connector-registry.js';
import { retryDelayMs } from '../retry-delay.js';
import { StreamRules } from '../following/stream-rules.js';
import { SourceAccess } from '../source-access.js';
import { inPages } from './in-pages.js';
import { isStored, storeNews } from './store-news.js';
import { LEASE_SECONDS, LeaseLost, type StreamedSource, StreamLeases } from './stream-leases.js';

/** Connections that one worker holds at most, and begins at one look: several workers come to share them. */
const MOST = 500;
const AT_ONCE = 20;
const PAGE = 100;
/** A connection that lasted so long was a good one: what breaks it is no repeated failure. */
const LASTING_MS = 60_000;
/** For what only a person or the server's owner can change, and which does not keep the source from being read. */
const LONG_MS = 30 * 60_000;

/** What a connection has brought so far. */
interface Progress {
  count: number;
  /** Everything up to it has been stored. */
  mark: string | null;
}

/** Keeps one live connection for each source that can be listened to, across all workers. */
@Injectable()
export class StreamSources {
  readonly times = { lookMs: 1000, renewMs: 10_000 };
  private readonly logger = new Logger('live');
  private readonly holder = randomUUID();
  private readonly connections = new Map<string, Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
    private readonly leases: StreamLeases,
    private readonly rules: StreamRules,
  ) {}

  /** Until the signal is aborted; then every connection is closed and given free. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look(signal);
      await sleep(this.times.lookMs * (0.9 + Math.random() * 0.2), undefined, { signal }).catch(
        () => undefined,
      );
    }
    await Promise.all(this.connections.values());
  }

  private async look(signal: AbortSignal): Promise<void> {
    const room = Math.min(AT_ONCE, MOST - this.connections.size);
    if (room <= 0) return;
    const free = await this.leases.free(this.connectors.streaming());
    let begun = 0;
    for (const source of free) {
      const connector = this.connectors.get(source.network);
      if (begun >= room || signal.aborted) return;
      if (!connector?.stream || !connector.streams?.(source.settings) || this.connections.has(source.id))
        continue;
      if (!(await this.leases.claim(source.id, this.holder, this.sharing(source, connector)))) continue;
      begun++;
      const connection = this.keep(source, connector, signal)
        .catch((error: unknown) => this.logger.error(`source ${source.id}: ${wordsOf(error)}`))
        .finally(() => this.connections.delete(source.id));
      this.connections.set(source.id, connection);
    }
  }

  /** Whatever is wrong with its access shows when it is opened to listen. */
  private sharing(source: StreamedSource, connector: Connector): string | null {
    try {
      return connector.sharing?.(this.access.open(source)) ?? null;
    } catch {
      return null;
    }
  }

  /** Without a rule in force there is nothing to listen to. */
  private async keepRules(source: StreamedSource, signal: AbortSignal): Promise<void> {
    const rules = await this.rules.keep(source.id, signal);
    if (rules === null || rules.some(({ refused }) => refused === null)) return;
    const refused = rules[0]?.refused;
    throw new SourceNeedsAttention(
      'not-at-network',
      refused ? `the network did not take the rule: ${refused}` : 'there is nothing to listen for yet',
    );
  }

  /** One connection, from its beginning to its end. */
  private async keep(source: StreamedSource, connector: Connector, stopping: AbortSignal): Promise<void> {
    const ending = new AbortController();
    const signal = AbortSignal.any([stopping, ending.signal]);
    const stored: Progress = { count: 0, mark: null };
    const renewing = this.renew(source, stored, ending, signal);
    let openedAt: number | null = null;
    try {
      await this.keepRules(source, signal);
      const news = connector.stream?.(this.access.open(source), signal, source.mark) ?? nothing();
      for await (const page of inPages(news, PAGE)) {
        if (openedAt === null && page.some(({ kind }) => kind === 'open')) {
          await this.leases.opened(source.id, this.holder);
          openedAt = performance.now();
        }
        stored.count += await this.store(source, page);
        if (page.some(({ kind }) => kind === 'nudge')) await this.leases.nudged(source.id, this.holder);
        stored.mark = lastMark(page) ?? stored.mark;
      }
      throw new Error('the network ended the connection');
    } catch (error) {
      ending.abort(error);
      await renewing;
      if (stopping.aborted) await this.leases.release(source.id, this.holder);
      else await this.end(source, ending.signal.reason, openedAt);
    }
  }

  private async store(source: StreamedSource, page: readonly StreamNews[]): Promise<number> {
    if (!page.some(({ kind }) => isStored(kind))) return 0;
    const { count, erased, refused } = await inTransaction(this.dataSource, async ({ manager }) => {
      const result = await storeNews(manager, source, page);
      await this.leases.mustHold(manager, source.id, this.holder);
      return result;
    });
    // Whatever was refused here is read once more in its turn, and then shown at the source.
    if (refused.length > 0) this.logger.warn(`source ${source.id}: ${refused.slice(0, 3).join('; ')}`);
    return count + erased;
  }

  /** Keeps the lease as long as the database says that it is ours, and gives up when nothing is heard of it. */
  private async renew(
    source: StreamedSource,
    stored: Progress,
    ending: AbortController,
    signal: AbortSignal,
  ): Promise<void> {
    const lose = () => ending.abort(new LeaseLost('the connection is not this worker’s any more'));
    const expiry = setTimeout(lose, LEASE_SECONDS * 1000);
    let shown = 0;
    while (!signal.aborted) {
      await sleep(this.times.renewMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      try {
        if (!(await this.leases.renew(source.id, this.holder, stored.mark))) lose();
        else expiry.refresh();
        if (stored.count > shown) {
          shown = stored.count;
          await inTransaction(this.dataSource, ({ manager }) =>
            publishEvents(manager, [{ type: 'source.changed', sourceId: source.id }]),
          );
        }
      } catch (error) {
        // The lease runs on without it; the next turn may do better.
        this.logger.warn(`source ${source.id}: the lease could not be renewed: ${wordsOf(error)}`);
      }
    }
    clearTimeout(expiry);
  }

  private async end(source: StreamedSource, error: unknown, openedAt: number | null): Promise<void> {
    if (error instanceof LeaseLost) return void (await this.leases.release(source.id, this.holder));
    const detail = wordsOf(error);
    this.logger.warn(`source ${source.id} (${source.network}): live connection: ${detail}`);
    if (error instanceof SourceNeedsAttention && error.code === 'token-refused')
      return this.leases.refused(source.id, this.holder, error);
    const lasted = openedAt !== null && performance.now() - openedAt > LASTING_MS;
    // A pause that the network asks for is no failure, and nobody who wants the source read now cuts it short.
    const failures = error instanceof RetryLater ? 0 : lasted ? 1 : source.failures + 1;
    await this.leases.broken(source.id, this.holder, {
      failures,
      nextTryAt: nextTry(error, failures),
      detail,
    });
  }
}

function nextTry(error: unknown, failures: number): Date {
  if (error instanceof RetryLater) return error.at;
  const wait = retryDelayMs(failures, Math.random());
  return new Date(Date.now() + (error instanceof SourceNeedsAttention ? LONG_MS + wait : wait));
}

function lastMark(page: readonly StreamNews[]): string | null {
  const marks = page.flatMap((one) => (one.kind === 'alive' && one.mark !== undefined ? [one.mark] : []));
  return marks.at(-1) ?? null;
}

async function* nothing(): AsyncGenerator<StreamNews> {}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
