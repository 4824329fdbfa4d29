import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { conflict, notFound } from '#platform/problem';
import type { Scenario, ScenarioView } from './contract.js';
import type { DrillPerson } from './drill-record.js';
import { holdPictures } from './pictures.service.js';
import { READY_SCENARIOS } from './ready-scenarios.js';

/** Scenarios: the ready ones of the product, and those that people wrote. */
@Injectable()
export class ScenariosService {
  constructor(private readonly dataSource: DataSource) {}

  async list(): Promise<ScenarioView[]> {
    const rows: Row[] = await this.dataSource.query(`${SELECT} order by s.id desc`);
    return [...READY_SCENARIOS.map(readyView), ...rows.map(viewOf)];
  }

  read(key: string): Promise<ScenarioView> {
    return readScenarioView(this.dataSource.manager, key);
  }

  create(scenario: Scenario, person: DrillPerson): Promise<ScenarioView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await holdPictures(manager, scenario, person);
      const [row]: { id: string }[] = await manager.query(
        'insert into drill_scenario (content, changed_by) values ($1, $2) returning id',
        [JSON.stringify(scenario), person.personId],
      );
      if (!row) throw new Error('a scenario was not inserted');
      await tell(manager, row.id);
      await recordDecision(manager, {
        actor: person,
        action: 'drill_scenario.created',
        subjectType: 'drill_scenario',
        subjectId: row.id,
        after: scenario,
      });
      return readScenarioView(manager, row.id);
    });
  }

  /** Saves over the revision that the person started from. */
  change(
    key: string,
    { revision, scenario }: { revision: number; scenario: Scenario },
    person: DrillPerson,
  ): Promise<ScenarioView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await lockOwn(manager, key);
      await holdPictures(manager, scenario, person, 'scenario.');
      if (before.revision !== revision)
        throw conflict('changed-meanwhile', 'The scenario was changed since you opened it.', {
          revision: before.revision,
        });
      await manager.query(
        `update drill_scenario set content = $2, revision = revision + 1, changed_by = $3, changed_at = now()
         where id = $1`,
        [key, JSON.stringify(scenario), person.personId],
      );
      await tell(manager, key);
      await recordDecision(manager, {
        actor: person,
        action: 'drill_scenario.edited',
        subjectType: 'drill_scenario',
        subjectId: key,
        before: before.content,
        after: scenario,
      });
      return readScenarioView(manager, key);
    });
  }

  remove(key: string, person: DrillPerson): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await lockOwn(manager, key);
      await manager.query('delete from drill_scenario where id = $1', [key]);
      await tell(manager, key);
      await recordDecision(manager, {
        actor: person,
        action: 'drill_scenario.removed',
        subjectType: 'drill_scenario',
        subjectId: key,
        before: before.content,
      });
    });
  }
}

/** The scenario of a key. Throws `drill-scenario-not-found`. */
export async function scenarioOf(manager: EntityManager, key: string): Promise<Scenario> {
  return (await readScenarioView(manager, key)).scenario;
}

async function readScenarioView(manager: EntityManager, key: string): Promise<ScenarioView> {
  const ready = READY_SCENARIOS.find((one) => one.key === key);
  if (ready) return readyView(ready);
  const [row]: Row[] = isId(key) ? await manager.query(`${SELECT} where s.id = $1`, [key]) : [];
  if (!row) throw scenarioNotFound();
  return viewOf(row);
}

async function lockOwn(
  manager: EntityManager,
  key: string,
): Promise<{ revision: number; content: Scenario }> {
  if (READY_SCENARIOS.some((one) => one.key === key))
    throw conflict('scenario-ready', 'A ready scenario is part of the product: make a copy to change it.');
  const [row]: { revision: number; content: Scenario }[] = isId(key)
    ? await manager.query('select revision, content from drill_scenario where id = $1 for update', [key])
    : [];
  if (!row) throw scenarioNotFound();
  return row;
}

function isId(key: string): boolean {
  return /^[1-9]\d{0,17}$/.test(key);
}

function scenarioNotFound() {
  return notFound('drill-scenario-not-found', 'There is no such scenario.');
}

function tell(manager: EntityManager, key: string): Promise<void> {
  return publishEvents(manager, [{ type: 'drill-scenario.changed', key }]);
}

interface Row {
  key: string;
  content: Scenario;
  revision: number;
  changedAt: Date;
  personId: string;
  personName: string;
}

const SELECT = `select s.id as key, s.content, s.revision, s.changed_at as "changedAt", p.id as "personId",
  p.name as "personName" from drill_scenario s join person p on p.id = s.changed_by`;

function viewOf({ key, content, revision, changedAt, personId, personName }: Row): ScenarioView {
  return {
    key,
    ready: false,
    revision,
    changedBy: { id: personId, name: personName },
    changedAt: changedAt.toISOString(),
    scenario: content,
  };
}

function readyView({ key, scenario }: { key: string; scenario: Scenario }): ScenarioView {
  return { key, ready: true, revision: 0, changedBy: null, changedAt: null, scenario };
}
