import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isCurrentSql } from '#answers';
import { recordDecision } from '#audit';
import { clearStage, pullTrainingSoon, TrainingNetwork } from '#networks';
import type { InputOf } from '#platform/contract';
import { inTransaction, type Transaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { conflict, invalid, notFound } from '#platform/problem';
import { askClosing } from './ask-closing.js';
import { readCaused } from './caused.js';
import type { Caused, moveDrillOn, prepareDrill, Scenario } from './contract.js';
import { elapsedOf } from './drill-clock.js';
import {
  type DrillPerson,
  type DrillRecord,
  holdStarts,
  lockDrill,
  readRecord,
  tellDrill,
} from './drill-record.js';
import { evaluate } from './evaluate.js';
import { countTime, startTime, stopTime } from './keep-time.js';
import { type DrillMove, type DrillState, isUnderWay, moveDrill } from './life-cycle.js';
import type { AnswersByQuestion } from './outcomes.js';
import { holdPictures } from './pictures.service.js';
import { postInject } from './post-inject.js';
import { scenarioOf } from './scenarios.service.js';

type Body = InputOf<typeof moveDrillOn>['body'];
type Move = Omit<Body, 'closeCaused'> & Partial<Pick<Body, 'closeCaused'>>;

/** Preparing and running drills: life cycle, clock, injects by hand, notes, and closing what they caused. */
@Injectable()
export class ConductService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly network: TrainingNetwork,
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** Returns the id. The drill takes a copy of the scenario: what is changed later is for later drills. */
  prepare(given: InputOf<typeof prepareDrill>['body'], person: DrillPerson): Promise<string> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const scenario = await scenarioOf(manager, given.scenarioKey);
      refuseGaps(scenario, given.language);
      await holdPictures(manager, scenario, person, 'scenario.');
      const answers = await answersOf(manager, scenario);
      const [row]: { id: string }[] = await manager.query(
        `insert into drill (title, scenario_key, scenario, language, speed, created_by, answers)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          given.title,
          given.scenarioKey,
          JSON.stringify(scenario),
          given.language,
          given.speed,
          person.personId,
          JSON.stringify(answers),
        ],
      );
      if (!row) throw new Error('a drill was not inserted');
      await tellDrill(manager, row.id);
      await recordDecision(manager, {
        actor: person,
        action: 'drill.prepared',
        subjectType: 'drill',
        subjectId: row.id,
        after: given,
      });
      return row.id;
    });
  }

  /** One move, with its entry on record. `given` stands for the database's clock in tests. */
  move(
    drillId: string,
    { move, speed, closeCaused = false }: Move,
    person: DrillPerson,
    given?: Date,
  ): Promise<DrillState> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const drill = await lockDrill(manager, drillId);
      drill.now = given ?? drill.now;
      const state = moveDrill(drill.state, move);
      if (state === null)
        throw conflict('transition-not-allowed', `This is not possible while it is ${drill.state}.`, {
          state: drill.state,
        });
      if (move === 'start') await refuseSecond(manager, drillId);
      const detail = await carryOut(manager, drill, move, state, speed ?? drill.speed);
      const closes =
        move === 'end' && closeCaused ? { closes: await this.askClosing(transaction, drillId, person) } : {};
      await tellDrill(manager, drillId);
      await recordDecision(manager, {
        actor: person,
        action: ACTIONS[move],
        subjectType: 'drill',
        subjectId: drillId,
        before: { state: drill.state },
        after: { state, ...detail, ...closes },
      });
      return state;
    });
  }

  /** What it has caused and what is still open. */
  async caused(drillId: string): Promise<Caused[]> {
    const { manager } = this.dataSource;
    await readRecord(manager, drillId);
    return readCaused(manager, drillId);
  }

  /** For a drill that is over; asking again while it is being done changes nothing. */
  closeCaused(drillId: string, person: DrillPerson): Promise<void> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      const drill = await lockDrill(manager, drillId);
      if (drill.endedAt === null) throw conflict('drill-not-over', 'This drill is not over.');
      if (await isBeingClosed(manager, drillId)) return;
      const closes = await this.askClosing(transaction, drillId, person);
      await tellDrill(manager, drillId);
      await recordDecision(manager, {
        actor: person,
        action: 'drill.closing_asked',
        subjectType: 'drill',
        subjectId: drillId,
        after: { closes },
      });
    });
  }

  private askClosing(transaction: Transaction, drillId: string, person: DrillPerson) {
    return askClosing(transaction, this.jobs, drillId, person);
  }

  /** Lets an inject come whatever its time and condition; one that was left out can still come. */
  injectNow(drillId: string, key: string, person: DrillPerson, given?: Date): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const drill = await lockDrill(manager, drillId);
      if (!isUnderWay(drill.state)) throw conflict('drill-not-under-way', 'This drill is not under way.');
      const inject = drill.scenario.injects.find((one) => one.key === key);
      if (!inject) throw notFound('inject-not-found', 'There is no such inject in this drill.');
      const at = given ?? drill.now;
      const elapsedMs = await countTime(manager, drill, at);
      const came = await postInject(manager, this.network, drill, inject, {
        ...{ at, elapsedMs },
        personId: person.personId,
      });
      if (!came) throw conflict('inject-posted', 'This inject has come already.');
      await pullTrainingSoon(manager);
      await tellDrill(manager, drillId);
      await recordDecision(manager, {
        actor: person,
        action: 'drill.injected',
        subjectType: 'drill',
        subjectId: drillId,
        after: { inject: key, atSeconds: Math.round(elapsedMs / 1000) },
      });
    });
  }

  note(drillId: string, text: string, person: DrillPerson, given?: Date): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const drill = await lockDrill(manager, drillId);
      drill.now = given ?? drill.now;
      if (drill.startedAt === null) throw conflict('drill-not-begun', 'This drill has not begun.');
      await manager.query(
        'insert into drill_note (drill_id, person_id, at, elapsed_ms, text) values ($1, $2, $3, $4, $5)',
        [drillId, person.personId, drill.now, Math.round(elapsedOf(drill.spells, drill.now.getTime())), text],
      );
      await tellDrill(manager, drillId);
      await recordDecision(manager, {
        actor: person,
        action: 'drill.noted',
        subjectType: 'drill',
        subjectId: drillId,
        after: { text },
      });
    });
  }
}

async function isBeingClosed(manager: EntityManager, drillId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'select from drill where id = $1 and closing_asked_at is not null and caused_closed_at is null',
    [drillId],
  );
  return rows.length > 0;
}

const ACTIONS: Record<DrillMove, string> = {
  start: 'drill.started',
  pause: 'drill.paused',
  resume: 'drill.resumed',
  end: 'drill.ended',
  debrief: 'drill.debriefed',
  cancel: 'drill.cancelled',
};

async function carryOut(
  manager: EntityManager,
  drill: DrillRecord,
  move: DrillMove,
  state: DrillState,
  speed: number,
): Promise<Record<string, unknown>> {
  const { id, now } = drill;
  switch (move) {
    case 'start': {
      const scenarioPaused = await clearStage(manager);
      const answers = await answersOf(manager, drill.scenario);
      await manager.query(
        'update drill set state = $2, started_at = $3, speed = $4, answers = $5 where id = $1',
        [id, state, now, speed, JSON.stringify(answers)],
      );
      await startTime(manager, drill, now, speed);
      return { speed, scenarioPaused };
    }
    case 'resume':
      await manager.query('update drill set state = $2, speed = $3 where id = $1', [id, state, speed]);
      await startTime(manager, drill, now, speed);
      return { speed };
    case 'pause':
      await stopTime(manager, drill, now);
      await manager.query('update drill set state = $2 where id = $1', [id, state]);
      return {};
    case 'end': {
      const elapsedMs = await stopTime(manager, drill, now);
      const evaluation = await evaluate(manager, drill, elapsedMs, true);
      await manager.query('update drill set state = $2, ended_at = $3, evaluation = $4 where id = $1', [
        ...[id, state, now],
        JSON.stringify(evaluation),
      ]);
      return { elapsedSeconds: Math.round(elapsedMs / 1000) };
    }
    case 'debrief':
    case 'cancel':
      await manager.query('update drill set state = $2 where id = $1', [id, state]);
      return {};
  }
}

/** Two who start at the same moment wait for each other; the index holds in any case. */
async function refuseSecond(manager: EntityManager, drillId: string): Promise<void> {
  await holdStarts(manager);
  const [other]: { id: string; title: string }[] = await manager.query(
    `select id, title from drill where state in ('running', 'paused') and id <> $1`,
    [drillId],
  );
  if (other)
    throw conflict('drill-under-way', `Another drill is under way: ${other.title}`, {
      drillId: other.id,
      title: other.title,
    });
}

function refuseGaps(scenario: Scenario, language: 'fr' | 'en'): void {
  const gaps = scenario.injects.flatMap(({ text, key }, index) =>
    text[language] === ''
      ? [
          {
            field: `scenario.injects.${index}.text.${language}`,
            code: 'language-incomplete',
            detail: `is not written: ${key}`,
            params: { inject: key },
          },
        ]
      : [],
  );
  if (gaps.length > 0) throw invalid(gaps);
}

/** The approved answers whose question, in either language, is the one that the scenario names. */
async function answersOf(manager: EntityManager, scenario: Scenario): Promise<AnswersByQuestion> {
  const questions = [
    ...new Set(
      scenario.injects.flatMap(({ expected }) =>
        expected.flatMap((one) => (one.kind === 'reply' && one.answer !== null ? [one.answer] : [])),
      ),
    ),
  ];
  const rows: { question: string; answerId: string }[] = await manager.query(
    `select distinct on (q) q as question, v.answer_id as "answerId"
     from unnest($1::text[]) q
     join answer_version v on lower(q) in (lower(v.question_fr), lower(v.question_en))
     where ${isCurrentSql('v')} order by q, v.answer_id`,
    [questions],
  );
  return Object.fromEntries(
    questions.map((question) => [question, rows.find((row) => row.question === question)?.answerId ?? null]),
  );
}
