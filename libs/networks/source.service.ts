import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import type { createSource, Source as SourceViewOfApi, trySource } from '#contract/networks';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { AddressRefused, anyAddress, guardedFetch, isPublicAddress } from '#platform/outgoing';
import { conflict, invalidField, notFound } from '#platform/problem';
import { FeedUnreadable, readFeed } from './feed/feed-item.js';
import { feedMentions } from './feed/feed-mention.js';
import { PULL_SOURCE } from './pull-source.job.js';
import { Source } from './source.entity.js';
import { sourceView } from './source-view.js';

/** Connecting sources, trying them, pausing them. */
@Injectable()
export class SourceService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async list(): Promise<SourceViewOfApi[]> {
    const rows = await this.dataSource.getRepository(Source).find({ order: { id: 'ASC' } });
    return rows.map(sourceView);
  }

  /** Fetches a feed once and shows what it holds; stores nothing. */
  async try({ settings }: InputOf<typeof trySource>['body']): Promise<ResponseOf<typeof trySource>> {
    try {
      const answer = await guardedFetch(settings.url, {
        mayReach: settings.allowPrivateAddress ? anyAddress : isPublicAddress,
      });
      if (answer.status !== 200) throw new Error(`the site answered ${answer.status}`);
      const feed = readFeed(answer.body);
      return {
        title: feed.title,
        format: feed.format,
        items: feed.items.slice(0, 20).map((item) => ({
          title: item.title || item.text.slice(0, 120),
          url: item.url,
          publishedAt: item.publishedAt?.toISOString() ?? null,
        })),
        refused: feedMentions(feed.items, answer.url, feed.title, new Date()).refused,
      };
    } catch (error) {
      throw feedProblem(error);
    }
  }

  create(actor: Actor, body: InputOf<typeof createSource>['body']): Promise<SourceViewOfApi> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      await manager.query(`select pg_advisory_xact_lock(hashtext('source.create'))`);
      const [twin]: { name: string }[] = await manager.query(
        `select name from source where network = $1 and settings->>'url' = $2`,
        [body.network, body.settings.url],
      );
      if (twin) {
        throw conflict('source-exists', `This address is connected already: ${twin.name}.`, {
          name: twin.name,
        });
      }
      const repository = manager.getRepository(Source);
      const row = await repository.save(
        repository.create({
          network: body.network,
          realm: 'live',
          name: body.name,
          settings: body.settings,
          pullEverySeconds: body.pullEverySeconds,
        }),
      );
      await this.jobs.enqueue({ kind: PULL_SOURCE, id: row.id }, transaction);
      return this.recorded(actor, manager, 'source.connected', row.id, null);
    });
  }

  change(
    actor: Actor,
    sourceId: string,
    change: { name?: string | undefined; state?: string | undefined; pullEverySeconds?: number | undefined },
  ): Promise<SourceViewOfApi> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await this.locked(manager, sourceId);
      await manager.query(
        `update source set name = coalesce($2, name), pull_every_seconds = coalesce($4, pull_every_seconds),
           state = coalesce($3, state),
           problem_code = case when $3 = 'active' then null else problem_code end,
           problem_detail = case when $3 = 'active' then null else problem_detail end,
           failures = case when $3 = 'active' then 0 else failures end,
           next_pull_at = case when $3 = 'active' then now()
             else least(next_pull_at, now() + coalesce($4, pull_every_seconds) * interval '1 second') end
         where id = $1`,
        [sourceId, change.name ?? null, change.state ?? null, change.pullEverySeconds ?? null],
      );
      return this.recorded(actor, manager, 'source.changed', sourceId, before);
    });
  }

  /** Reads the source now instead of at its next time. */
  pullNow(actor: Actor, sourceId: string): Promise<SourceViewOfApi> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const before = await this.locked(manager, sourceId);
      if (before.state === 'paused')
        throw conflict('source-paused', 'The source is paused; resume it first.');
      await manager.query(
        `update source set next_pull_at = now(), state = 'active', problem_code = null, problem_detail = null
         where id = $1`,
        [sourceId],
      );
      await this.jobs.enqueue({ kind: PULL_SOURCE, id: sourceId }, transaction);
      return this.recorded(actor, manager, 'source.pulled', sourceId, null);
    });
  }

  private async locked(manager: DataSource['manager'], sourceId: string): Promise<SourceViewOfApi> {
    const row = await manager
      .getRepository(Source)
      .findOne({ where: { id: sourceId }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw notFound('source-not-found', 'There is no such source.');
    return sourceView(row);
  }

  private async recorded(
    actor: Actor,
    manager: DataSource['manager'],
    action: string,
    sourceId: string,
    before: SourceViewOfApi | null,
  ): Promise<SourceViewOfApi> {
    const row = await manager.getRepository(Source).findOneByOrFail({ id: sourceId });
    const after = sourceView(row);
    await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
    await recordDecision(manager, {
      actor,
      action,
      subjectType: 'source',
      subjectId: sourceId,
      before,
      after,
    });
    return after;
  }
}

function feedProblem(error: unknown): Error {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof AddressRefused) return invalidField('settings.url', 'address-refused', detail);
  if (error instanceof FeedUnreadable) {
    return invalidField('settings.url', 'feed-unreadable', 'does not lead to an RSS, Atom, RDF or JSON feed');
  }
  return invalidField('settings.url', 'feed-unreachable', `could not be read: ${detail}`, { why: detail });
}
