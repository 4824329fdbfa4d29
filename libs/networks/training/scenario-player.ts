import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { elapsedAt } from './scenario-clock.js';
import { pullTrainingSoon } from './training-stage.js';
import { TrainingNetwork } from './training-network.js';

/** One post of a scenario. */
export interface Inject {
  /** Seconds after the start. */
  atSeconds: number;
  authorHandle: string;
  authorName: string;
  followers: number;
  text: string;
  hasMedia?: boolean;
  /** Place in the list of the inject that this one answers. */
  inReplyToIndex?: number;
}

interface RunRow {
  id: string;
  speed: number;
  elapsed_ms: string;
  counted_at: Date;
  now: Date;
  posted: number;
  injects: Inject[];
}

/** Plays the scenario that is under way: called often, by any number of workers at once. */
@Injectable()
export class ScenarioPlayer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly network: TrainingNetwork,
  ) {}

  /**
   * Posts every inject that has become due; returns how many. Time is the database's (or the given one), because the
   * clocks of several workers differ.
   */
  tick(given?: Date): Promise<number> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [run]: RunRow[] = await manager.query(
        `select run.id, speed, elapsed_ms, counted_at, posted, injects, coalesce($1::timestamptz, now()) as now
         from scenario_run run join scenario on scenario.key = scenario_key
         where run.state = 'playing' for update of run skip locked`,
        [given ?? null],
      );
      if (!run) return 0;
      const elapsed = elapsedAt(
        { elapsedMs: Number(run.elapsed_ms), countedAt: run.counted_at, speed: run.speed },
        run.now,
      );
      let next = run.posted;
      for (; (run.injects[next]?.atSeconds ?? Infinity) * 1000 <= elapsed; next++) {
        await this.postInject(manager, run, next);
      }
      const finished = next >= run.injects.length;
      await manager.query(
        `update scenario_run set elapsed_ms = $2, counted_at = $3, posted = $4, state = $5 where id = $1`,
        [run.id, Math.round(elapsed), run.now, next, finished ? 'finished' : 'playing'],
      );
      if (next > run.posted) {
        await publishEvents(manager, [{ type: 'scenario.changed' }]);
        await pullTrainingSoon(manager);
      }
      return next - run.posted;
    });
  }

  private async postInject(manager: EntityManager, run: RunRow, index: number): Promise<void> {
    const inject = run.injects[index];
    if (!inject) return;
    await this.network.insert(manager, {
      authorHandle: inject.authorHandle,
      authorName: inject.authorName,
      followers: inject.followers,
      text: inject.text,
      hasMedia: inject.hasMedia ?? false,
      inReplyToId:
        inject.inReplyToIndex === undefined ? null : await injectPost(manager, run.id, inject.inReplyToIndex),
      own: false,
      idempotencyKey: null,
      inject: { runId: run.id, index },
    });
  }
}

async function injectPost(manager: EntityManager, runId: string, index: number): Promise<string | null> {
  const [row]: { id: string }[] = await manager.query(
    'select id from training_post where run_id = $1 and inject = $2',
    [runId, index],
  );
  return row?.id ?? null;
}
