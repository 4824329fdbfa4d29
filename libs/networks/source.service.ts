import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { changeSource, createSource, Source as SourceViewOfApi, trySource } from '#contract/networks';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { conflict, invalidField, notFound } from '#platform/problem';
import { adjustedSettings, checkConnection, refuseTwin, trialView } from './connect-source.js';
import { ConnectorRegistry } from './connector-registry.js';
import { ERASE_SOURCE } from './erase-source.job.js';
import { planFollowing } from './following/plan-following.js';
import { leaveRules } from './following/take-rules-away.job.js';
import { PULL_SOURCE } from './pull-source.job.js';
import { OPENABLE, type OpenableSource, SourceAccess } from './source-access.js';
import { readSources } from './source-view.js';

/** A person waits for the answer. */
const PATIENCE_MS = 20_000;

type Change = InputOf<typeof changeSource>['body'];

/** Connecting sources, trying them, pausing them, taking them away. */
@Injectable()
export class SourceService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
  ) {}

  list(): Promise<SourceViewOfApi[]> {
    return readSources(this.dataSource.manager, this.connectors.delivering());
  }

  /** Asks the network once and shows what it holds; stores nothing. */
  async try(body: InputOf<typeof trySource>['body']): Promise<ResponseOf<typeof trySource>> {
    const { trial } = await checkConnection(this.connectors.get(body.network), this.access, body, {
      asked: true,
    });
    return trialView(trial ?? { account: null, title: null, format: null, items: [], refused: [] });
  }

  async create(actor: Actor, body: InputOf<typeof createSource>['body']): Promise<SourceViewOfApi> {
    const connector = this.connectors.get(body.network);
    // A feed may be down when it is connected; an access that the network does not accept is of no use.
    const { settings, credentials, account, accessUntil } = await this.checked(body);
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      await manager.query(`select pg_advisory_xact_lock(hashtext('source.create'))`);
      if (connector?.pull) await refuseTwin(manager, body.network, settings, account);
      const [row]: { id: string }[] = await manager.query(
        `insert into source (network, realm, name, settings, account, sealed_credentials, pull_every_seconds,
           access_until) values ($1, 'live', $2, $3, $4, $5, $6, $7) returning id`,
        [
          body.network,
          body.name,
          JSON.stringify(settings),
          account,
          this.access.seal(credentials),
          body.pullEverySeconds,
          accessUntil,
        ],
      );
      const sourceId = row?.id ?? '0';
      await planFollowing(manager, connector, sourceId);
      if (connector?.pull) await this.jobs.enqueue({ kind: PULL_SOURCE, id: sourceId }, transaction);
      return this.recorded(actor, manager, 'source.connected', sourceId, null);
    });
  }

  async change(actor: Actor, sourceId: string, change: Change): Promise<SourceViewOfApi> {
    const renewed = change.credentials && (await this.renewed(sourceId, change.credentials));
    const adjusted = change.settings && (await this.adjusted(sourceId, change.settings));
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await this.locked(manager, sourceId);
      const state = change.state ?? (renewed && before.state === 'needs_attention' ? 'active' : null);
      await manager.query(
        `update source set name = coalesce($2, name), pull_every_seconds = coalesce($4, pull_every_seconds),
           state = coalesce($3, state), sealed_credentials = coalesce($5, sealed_credentials),
           account = coalesce(account, $6), settings = settings || coalesce($9::jsonb, '{}'),
           access_until = case when $7 then $8::timestamptz else access_until end,
           problem_code = case when $3 = 'active' and not_before > now() is not true then null else problem_code end,
           problem_detail = case when $3 = 'active' and not_before > now() is not true then null else problem_detail end,
           failures = case when $3 = 'active' then 0 else failures end,
           next_pull_at = greatest(not_before, case when $3 = 'active' then now()
             else least(next_pull_at, now() + coalesce($4, pull_every_seconds) * interval '1 second') end)
         where id = $1`,
        [
          sourceId,
          change.name ?? null,
          state,
          change.pullEverySeconds ?? null,
          renewed?.sealed ?? null,
          renewed?.account ?? null,
          renewed !== undefined,
          renewed?.accessUntil ?? null,
          adjusted ? JSON.stringify(adjusted) : null,
        ],
      );
      if (adjusted || state === 'paused') await connectAnew(manager, sourceId);
      if (adjusted) {
        const connector = this.connectors.get(before.network);
        const wasHeard = connector?.streams?.(before.settings) === true;
        if (
          connector?.takeRulesAway &&
          wasHeard &&
          !connector.streams?.({ ...before.settings, ...adjusted })
        ) {
          await leaveRules(manager, sourceId);
        }
        await planFollowing(manager, connector ?? null, sourceId);
        await manager.query(
          // The plan of its units may be another one now; what the network asks for holds.
          `update source set next_pull_at = case when problem_code like 'quota-%' then now()
             else greatest(not_before, least(next_pull_at, now())) end,
             not_before = case when problem_code like 'quota-%' then null else not_before end where id = $1`,
          [sourceId],
        );
      } else if (state === 'active' || renewed) await connectAtOnce(manager, sourceId);
      return this.recorded(actor, manager, 'source.changed', sourceId, before, {
        accessRenewed: renewed !== undefined,
      });
    });
  }

  /** Reads the source now instead of at its next time; a pause that was asked for is kept. */
  pullNow(actor: Actor, sourceId: string): Promise<SourceViewOfApi> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const before = await this.locked(manager, sourceId);
      if (before.state === 'paused')
        throw conflict('source-paused', 'The source is paused; resume it first.');
      if (this.connectors.delivering().includes(before.network))
        throw conflict('source-is-delivered-to', 'Nothing is read there: the other system delivers.');
      const [waits]: { until: Date }[] = await manager.query(
        'select not_before as until from source where id = $1 and not_before > now()',
        [sourceId],
      );
      if (waits) throw conflict('source-waits', `It is not to be read before ${waits.until.toISOString()}.`);
      await manager.query(
        `update source set next_pull_at = now(), state = 'active', problem_code = null, problem_detail = null
         where id = $1`,
        [sourceId],
      );
      await connectAtOnce(manager, sourceId);
      await this.jobs.enqueue({ kind: PULL_SOURCE, id: sourceId }, transaction);
      return this.recorded(actor, manager, 'source.pulled', sourceId, null);
    });
  }

  /** Asks the network once more to deliver; what it says stands at the source. */
  async subscribe(actor: Actor, sourceId: string): Promise<SourceViewOfApi> {
    const [row]: OpenableSource[] = await this.dataSource.query(
      `select ${OPENABLE} from source where id = $1 and removed_at is null`,
      [sourceId],
    );
    if (!row) throw notFound('source-not-found', 'There is no such source.');
    const connector = this.connectors.get(row.network);
    if (!connector?.subscribe) throw conflict('delivers-nothing', 'This network delivers nothing by itself.');
    const problem = await connector.subscribe(this.access.open(row), AbortSignal.timeout(PATIENCE_MS));
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await this.locked(manager, sourceId);
      await manager.query('update source set delivery_problem = $2 where id = $1', [sourceId, problem]);
      return this.recorded(actor, manager, 'source.subscribed', sourceId, before);
    });
  }

  /** The access is forgotten in this transaction; erasing what the source brought in may take a while. */
  remove(actor: Actor, sourceId: string, mentions: 'keep' | 'erase'): Promise<null> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const before = await this.locked(manager, sourceId);
      // What stands at the network for it is taken away there, with the access that is forgotten here.
      const connector = this.connectors.get(before.network);
      if (connector?.takeRulesAway) await leaveRules(manager, sourceId);
      await manager.query(
        `update source set state = 'removed', removed_at = clock_timestamp(), sealed_credentials = null,
           settings = '{}', cursor = null, quota = null, account = null, access_until = null, problem_code = null,
           problem_detail = null, delivery_problem = null, gone_round = null, not_before = null, erase_mentions = $2 where id = $1`,
        [sourceId, mentions === 'erase'],
      );
      await manager.query(
        `update source_backfill set state = 'cancelled', finished_at = clock_timestamp()
         where source_id = $1 and state = 'running'`,
        [sourceId],
      );
      await manager.query('delete from hook_delivery where source_id = $1', [sourceId]);
      await connectAnew(manager, sourceId);
      await manager.query('delete from source_following where source_id = $1', [sourceId]);
      if (mentions === 'erase') await this.jobs.enqueue({ kind: ERASE_SOURCE, id: sourceId }, transaction);
      await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
      await recordDecision(manager, {
        actor,
        action: 'source.removed',
        subjectType: 'source',
        subjectId: sourceId,
        before,
        after: { mentions },
      });
      return null;
    });
  }

  private async checked(body: InputOf<typeof createSource>['body']) {
    const connector = this.connectors.get(body.network);
    if (connector && !connector.credentials && connector.settings) {
      const settings = connector.settings.safeParse(body.settings);
      if (settings.success && Object.keys(body.credentials).length === 0)
        return { settings: settings.data, credentials: {}, account: null, accessUntil: null };
    }
    const { settings, credentials, trial } = await checkConnection(connector, this.access, body);
    return {
      settings,
      credentials,
      account: trial?.account ?? null,
      accessUntil: trial?.accessUntil ?? null,
    };
  }

  /** New access for the same account, sealed, after the network has accepted it; a first one where there was none. */
  private async renewed(sourceId: string, credentials: Record<string, string>) {
    const [source] = await readSources(this.dataSource.manager, [], sourceId);
    if (!source) throw notFound('source-not-found', 'There is no such source.');
    const checked = await checkConnection(this.connectors.get(source.network), this.access, {
      network: source.network,
      settings: source.settings as Record<string, string | boolean>,
      credentials,
    });
    const account = checked.trial?.account ?? null;
    if (source.account !== null && account !== source.account) {
      throw invalidField(
        'credentials',
        'other-account',
        `is the access of ${account}, not of ${source.account}`,
        {
          account: account ?? '',
        },
      );
    }
    const accessUntil = checked.trial?.accessUntil ?? null;
    return { sealed: this.access.seal(checked.credentials), account, accessUntil };
  }

  /** Of the settings those that may be changed later, as the network's own rule reads them among the others. */
  private async adjusted(sourceId: string, given: Record<string, unknown>): Promise<Record<string, unknown>> {
    const [source] = await readSources(this.dataSource.manager, [], sourceId);
    if (!source) throw notFound('source-not-found', 'There is no such source.');
    return adjustedSettings(this.connectors.get(source.network), source.settings, given);
  }

  private async locked(manager: EntityManager, sourceId: string): Promise<SourceViewOfApi> {
    await manager.query('select from source where id = $1 for update', [sourceId]);
    const [source] = await readSources(manager, this.connectors.delivering(), sourceId);
    if (!source) throw notFound('source-not-found', 'There is no such source.');
    return source;
  }

  private async recorded(
    actor: Actor,
    manager: EntityManager,
    action: string,
    sourceId: string,
    before: SourceViewOfApi | null,
    said: Record<string, unknown> = {},
  ): Promise<SourceViewOfApi> {
    const [after] = await readSources(manager, this.connectors.delivering(), sourceId);
    if (!after) throw new Error(`source ${sourceId} is gone`);
    await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
    await recordDecision(manager, {
      actor,
      action,
      subjectType: 'source',
      subjectId: sourceId,
      before,
      after: { ...after, ...said },
    });
    return after;
  }
}

/**
 * Whoever holds the live connection finds the lease gone, and closes it; what shares it connects anew, so that the network
 * sends to no rule any more that nobody listens to.
 */
async function connectAnew(manager: EntityManager, sourceId: string): Promise<void> {
  await manager.query(
    `delete from source_stream where source_id = $1
       or shared = (select shared from source_stream where source_id = $1)`,
    [sourceId],
  );
}

/** Whoever wants the source read does not wait for the next try of its live connection either, unless the network said when. */
async function connectAtOnce(manager: EntityManager, sourceId: string): Promise<void> {
  await manager.query(
    'update source_stream set next_try_at = now(), failures = 0 where source_id = $1 and holder is null and failures > 0',
    [sourceId],
  );
}
