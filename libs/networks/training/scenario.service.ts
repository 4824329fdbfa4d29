import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { recordDecision } from '#audit';
import type { scenarioRunSchema } from '#contract/networks';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';
import { conflict, notFound } from '#platform/problem';
import { elapsedAt } from './scenario-clock.js';
import type { Inject } from './scenario-player.js';

type ScenarioRunView = z.infer<typeof scenarioRunSchema>;

interface RunRow {
  id: string;
  scenario_key: string;
  state: ScenarioRunView['state'];
  speed: number;
  elapsed_ms: string;
  counted_at: Date;
  posted: number;
  name_fr: string;
  name_en: string;
  description_fr: string;
  description_en: string;
  injects: Inject[];
}

/** Starting, pausing and reading the scenario of the training network. */
@Injectable()
export class ScenarioService {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<ScenarioRunView | null> {
    const run = await latestRun(this.dataSource.manager);
    return run ? runView(run, new Date()) : null;
  }

  control(
    actor: Actor,
    action: 'play' | 'pause' | 'restart',
    speed: number | undefined,
  ): Promise<ScenarioRunView | null> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const run = await latestRun(manager, true);
      if (!run) throw notFound('no-scenario', 'No scenario has been loaded.');
      if (action !== 'pause') await refuseDuringDrill(manager);
      const now = new Date();
      if (action === 'restart') await restart(manager, run, speed);
      else await switchTo(manager, run, action, speed, now);
      await publishEvents(manager, [{ type: 'scenario.changed' }]);
      await recordDecision(manager, {
        actor,
        action: `scenario.${action}`,
        subjectType: 'scenario',
        subjectId: run.scenario_key,
        after: speed === undefined ? null : { speed },
      });
      const after = await latestRun(manager);
      return after ? runView(after, now) : null;
    });
  }
}

/** Keeps a scenario and starts to play it, unless one has been played before. */
export async function startScenario(
  manager: EntityManager,
  scenario: {
    key: string;
    nameFr: string;
    nameEn: string;
    descriptionFr: string;
    descriptionEn: string;
    injects: readonly Inject[];
  },
): Promise<void> {
  await manager.query(
    `insert into scenario (key, name_fr, name_en, description_fr, description_en, injects)
     values ($1, $2, $3, $4, $5, $6) on conflict (key) do nothing`,
    [
      scenario.key,
      scenario.nameFr,
      scenario.nameEn,
      scenario.descriptionFr,
      scenario.descriptionEn,
      JSON.stringify(scenario.injects),
    ],
  );
  await manager.query(
    `insert into scenario_run (scenario_key, state) select $1, 'playing'
     where not exists (select from scenario_run)`,
    [scenario.key],
  );
}

/** What a scenario posts would change the levels that a drill is measured by. */
async function refuseDuringDrill(manager: EntityManager): Promise<void> {
  const [drill]: { id: string; title: string }[] = await manager.query(
    `select id, title from drill where state in ('running', 'paused')`,
  );
  if (drill)
    throw conflict('drill-under-way', `A drill is under way: ${drill.title}`, {
      drillId: drill.id,
      title: drill.title,
    });
}

async function latestRun(manager: EntityManager, lock = false): Promise<RunRow | null> {
  const [row]: RunRow[] = await manager.query(
    `select run.id, scenario_key, run.state, speed, elapsed_ms, counted_at, posted, name_fr, name_en, description_fr,
       description_en, injects
     from scenario_run run join scenario on key = scenario_key
     where run.state <> 'replaced' order by run.id desc limit 1 ${lock ? 'for update of run' : ''}`,
  );
  return row ?? null;
}

async function restart(manager: EntityManager, run: RunRow, speed: number | undefined): Promise<void> {
  await manager.query(`update scenario_run set state = 'replaced' where id = $1`, [run.id]);
  await manager.query(`insert into scenario_run (scenario_key, state, speed) values ($1, 'playing', $2)`, [
    run.scenario_key,
    speed ?? run.speed,
  ]);
}

async function switchTo(
  manager: EntityManager,
  run: RunRow,
  action: 'play' | 'pause',
  speed: number | undefined,
  now: Date,
): Promise<void> {
  if (run.state === 'finished') {
    throw conflict('transition-not-allowed', 'The scenario has been played to its end; start it again.');
  }
  const elapsed = run.state === 'playing' ? runElapsed(run, now) : Number(run.elapsed_ms);
  await manager.query(
    'update scenario_run set state = $2, elapsed_ms = $3, counted_at = $4, speed = $5 where id = $1',
    [run.id, action === 'play' ? 'playing' : 'paused', Math.round(elapsed), now, speed ?? run.speed],
  );
}

function runElapsed(run: RunRow, now: Date): number {
  return elapsedAt({ elapsedMs: Number(run.elapsed_ms), countedAt: run.counted_at, speed: run.speed }, now);
}

function runView(run: RunRow, now: Date): ScenarioRunView {
  const length = run.injects.at(-1)?.atSeconds ?? 0;
  const elapsed = run.state === 'playing' ? runElapsed(run, now) : Number(run.elapsed_ms);
  return {
    name: { fr: run.name_fr, en: run.name_en },
    description: { fr: run.description_fr, en: run.description_en },
    state: run.state,
    posted: run.posted,
    total: run.injects.length,
    elapsedSeconds: Math.min(Math.round(elapsed / 1000), length),
    lengthSeconds: length,
    speed: run.speed,
  };
}
