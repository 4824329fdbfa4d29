import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { pullTrainingSoon, TrainingNetwork } from '#networks';
import { inTransaction } from '#platform/database';
import { claimRunningDrill, type DrillRecord, readSettled, tellDrill } from './drill-record.js';
import { dueInjects, type Played } from './due-injects.js';
import { countTime } from './keep-time.js';
import { outcomesOf } from './outcomes.js';
import { postInject } from './post-inject.js';
import { readFacts } from './read-facts.js';

/** Plays the drill whose clock runs: called often, by any number of workers at once. */
@Injectable()
export class DrillPlayer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly network: TrainingNetwork,
  ) {}

  /** Settles every inject that has become due; returns how many. `given` stands for the database's clock in tests. */
  tick(given?: Date): Promise<number> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const drill = await claimRunningDrill(manager);
      if (!drill) return 0;
      const now = given ?? drill.now;
      drill.now = now;
      const elapsedMs = await countTime(manager, drill, now);
      const settled = await readSettled(manager, drill.id);
      const waiting = drill.scenario.injects.some(
        ({ key, atSeconds }) => atSeconds * 1000 <= elapsedMs && !settled.has(key),
      );
      if (!waiting) return 0;
      const played = { settled, doneAt: await readDone(manager, drill, elapsedMs) };
      const due = dueInjects(drill.scenario, played, elapsedMs);
      for (const { inject, outcome } of due) {
        if (outcome === 'posted')
          await postInject(manager, this.network, drill, inject, { at: now, elapsedMs, personId: null });
        else
          await manager.query(
            `insert into drill_inject (drill_id, key, outcome, at, elapsed_ms) values ($1, $2, 'skipped', $3, $4)`,
            [drill.id, inject.key, now, Math.round(elapsedMs)],
          );
      }
      await pullTrainingSoon(manager);
      await tellDrill(manager, drill.id);
      return due.length;
    });
  }
}

/** When reactions were done, for the branches; nothing is read where there are none. */
async function readDone(
  manager: EntityManager,
  drill: DrillRecord,
  elapsedMs: number,
): Promise<Played['doneAt']> {
  if (drill.scenario.injects.every(({ branch }) => branch === null)) return () => null;
  const facts = await readFacts(manager, drill);
  const outcomes = outcomesOf(drill.scenario, drill.answers, facts, elapsedMs);
  return (inject, kind) =>
    outcomes.find((outcome) => outcome.inject === inject && outcome.kind === kind)?.doneAt ?? null;
}
