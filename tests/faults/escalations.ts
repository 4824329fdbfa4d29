import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { ENTITIES } from '#schema';
import { insertManyEscalations } from '../bench/many-escalations.js';

const WORKERS = 4;
const STEPS = 6;
const DELAY_MINUTES = 10;
const FOLDER = path.resolve('.cache/faults-escalations');
const START = new Date('2026-03-28T20:00:00Z');

/**
 * Escalations whose chains run while workers are killed at random and the database is stopped and started. Passes when
 * every step of every chain was fired, in order, once, each question is due again later, and what is overdue is noted.
 * A worker is killed only once it is at work: one that dies while it starts proves nothing. `--plant fire-unclaimed` has
 * workers fire what they have not claimed, to see that it is noticed. `npm run test:faults -- escalations [--count N] [--seed S]`
 */
export async function soakEscalations(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 1e6) },
      plant: { type: 'string' },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  console.error(`${count} escalations, seed ${seed}`);
  const random = mulberry32(seed);
  await rm(FOLDER, { recursive: true, force: true });
  let server = await startEmbeddedPostgres({ directory: FOLDER });
  const url = server.url;
  let dataSource = await connect(url);
  const pool = new EscalationWorkers(url, values.plant);
  const tally = { kills: 0, restarts: 0 };
  try {
    await dataSource.runMigrations();
    await dataSource.query('create table soak_clock (now timestamptz not null)');
    await dataSource.query('insert into soak_clock values ($1)', [START]);
    await insertManyEscalations(dataSource, { count, dueAt: START, level: 3, delayMinutes: DELAY_MINUTES });
    // The database itself refuses a second firing; without that, only the claim is left to hold.
    if (values.plant) await dataSource.query('drop index escalation_log_fired');
    pool.start();

    for (let step = 0; step < STEPS; step += 1) {
      const now = new Date(START.getTime() + step * DELAY_MINUTES * 60_000);
      await dataSource.query('update soak_clock set now = $1', [now]);
      const restartAt = step === 1 || random() < 0.3 ? Math.floor(random() * 8) : -1;
      let left = Number.POSITIVE_INFINITY;
      let idle = 0;
      for (let turn = 0; ; turn += 1) {
        await sleep(20 + random() * 100);
        if (random() < 0.1 && pool.killOne(random())) tally.kills += 1;
        if (turn === restartAt) {
          await dataSource.destroy();
          await server.stop();
          server = await startEmbeddedPostgres({ directory: FOLDER });
          if (server.url !== url) throw new Error('the server came back at another address');
          dataSource = await connect(url);
          tally.restarts += 1;
        }
        const due = await dueCount(dataSource, now);
        if (turn > restartAt && due === 0) break;
        if (turn % 100 === 99)
          console.error(`step ${step + 1}: ${due} of ${count} still due, ${tally.kills} kills`);
        idle = due < left ? 0 : idle + 1;
        left = Math.min(left, due);
        // However slow the machine: only workers that do nothing at all are stuck.
        if (idle > 3000) throw new Error('the workers do not come to an end');
      }
      console.error(`step ${step + 1} of ${STEPS}: done, ${tally.kills} kills, ${tally.restarts} restarts`);
    }
    const verdict = await judge(dataSource, count);
    console.log(
      JSON.stringify({
        suite: 'escalations',
        seed,
        count,
        steps: STEPS,
        workers: WORKERS,
        ...tally,
        ...verdict,
      }),
    );
    const { missed, twice, outOfOrder, silent, miscounted } = verdict;
    if (missed + twice + outOfOrder + silent + miscounted > 0) process.exitCode = 1;
  } finally {
    pool.close();
    await dataSource.destroy().catch(() => undefined);
    await server.stop();
  }
}

function connect(url: string): Promise<DataSource> {
  return createDataSource({ url, entities: ENTITIES, poolSize: 2 }).initialize();
}

/** Processes that are replaced as soon as they are killed. */
class EscalationWorkers {
  private readonly processes = new Set<ChildProcess>();
  /** Those that have begun to handle what is due. */
  private readonly working = new Set<ChildProcess>();

  constructor(
    private readonly url: string,
    private readonly plant: string | undefined,
  ) {}

  start(): void {
    for (let index = 0; index < WORKERS; index += 1) this.add();
  }

  /** Kills one that is at work, chosen by a number from 0 to 1; false when none is. */
  killOne(chosen: number): boolean {
    const victim = [...this.working][Math.floor(chosen * this.working.size)];
    if (!victim) return false;
    this.drop(victim);
    victim.kill('SIGKILL');
    this.add();
    return true;
  }

  close(): void {
    for (const worker of this.processes) worker.kill('SIGKILL');
    this.processes.clear();
    this.working.clear();
  }

  private add(): void {
    const program = fileURLToPath(new URL('./escalation-worker.js', import.meta.url));
    const worker = fork(program, [this.url, ...(this.plant ? [this.plant] : [])], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.processes.add(worker);
    worker.on('message', () => {
      if (this.processes.has(worker)) this.working.add(worker);
    });
    worker.once('exit', () => this.drop(worker));
  }

  private drop(worker: ChildProcess): void {
    this.processes.delete(worker);
    this.working.delete(worker);
  }
}

async function dueCount(dataSource: DataSource, now: Date): Promise<number> {
  const [row]: { count: number }[] = await dataSource.query(
    `select count(*)::integer as count from escalation_ask where state = 'open' and next_at <= $1`,
    [now],
  );
  return row?.count ?? 0;
}

/** Reads from the log and from who was asked, independently of each other, what happened. */
async function judge(dataSource: DataSource, count: number) {
  const [row]: Record<'fired' | 'missed' | 'twice' | 'outOfOrder' | 'silent' | 'miscounted', number>[] =
    await dataSource.query(
      `with firing as (
         select ask_id, (round - 1) * 3 + case when step = 0 then repetition else 2 end as place, at,
           row_number() over (partition by ask_id order by id) - 1 as turn
         from escalation_log where kind = 'asked'),
       by_ask as (
         select a.id, (select count(*) from firing f where f.ask_id = a.id)::integer as fired,
           (select count(*) from firing f where f.ask_id = a.id and f.place <> f.turn)::integer as displaced
         from escalation_ask a)
       select (select count(*) from firing)::integer as fired,
         (select coalesce(sum(greatest(0, $1 - fired)), 0) from by_ask)::integer as missed,
         (select count(*) from (
           select from escalation_asked where because <> 'crisis_lead_added'
           group by ask_id, round, step, repetition having count(*) > 1) t)::integer
           + (select coalesce(sum(greatest(0, fired - $1)), 0) from by_ask)::integer as twice,
         (select coalesce(sum(displaced), 0) from by_ask)::integer as "outOfOrder",
         (select count(*) from escalation_ask where state = 'open' and
           (next_at is null or next_at <= (select now from soak_clock)))::integer as silent,
         (select count(*) from escalation e where is_overdue(e.id) <> exists (
           select from escalation_overdue o where o.escalation_id = e.id and o.until is null))::integer as miscounted`,
      [STEPS],
    );
  const { fired = 0, missed = count, twice = 0, outOfOrder = 0, silent = 0, miscounted = 0 } = row ?? {};
  return { fired, missed, twice, outOfOrder, silent, miscounted };
}

/** Small seeded generator, so that a run can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
