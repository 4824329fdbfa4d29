import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDataSource } from '#platform/database';
import { Seals } from '#platform/sealing';
import { testDatabase } from '#platform/testing';
import { SourceAccess } from '../../libs/networks/source-access.js';
import { DayClock, letTimePass, paceUnits, shortenWaits } from './day-clock.js';
import { findingsOf, isComplete, isGood } from './day-findings.js';
import { DayDeliveries } from './day-deliveries.js';
import { startNetworks, textOf } from './day-networks.js';
import { planDay } from './day-plan.js';
import { DayServer } from './day-server.js';
import { playScenario } from './day-training.js';
import { DayWorkers } from './day-workers.js';
import { HOOKS } from './network-hooks.js';

/** The test server and the workers are named from the root of the project. */
process.chdir(process.env['PASSERELLE_ROOT'] ?? '.');
const USAGE =
  'Usage: npm run test:day -- [--speed 50] [--from HOUR] [--hours 24] [--seed S] [--plant forget]';

/**
 * A day of all networks at once, faster than it is, on two real workers of which one is killed now and then, and on a real
 * server, killed as well, to which networks deliver: some deliveries are lost, come twice, late, or are forged. Prints what
 * was found as one line of JSON; ends with 1 when a post was lost, stored twice, outdated or not erased, when a network was
 * asked more than it allows, or when something forged was taken. `--plant forget` loses a post on purpose, to see that it is noticed.
 */
const { values } = parseArgs({
  options: {
    speed: { type: 'string', default: '50' },
    from: { type: 'string', default: '0' },
    hours: { type: 'string', default: '24' },
    seed: { type: 'string', default: '1' },
    /** After the day, so many real seconds at most for what is still on its way. */
    patience: { type: 'string', default: '300' },
    plant: { type: 'string', default: '' },
  },
});
const [speed, from, hours, seed] = [values.speed, values.from, values.hours, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
if (![speed, from, hours, seed].every(Number.isFinite) || speed < 1 || hours <= 0 || from < 0) {
  console.error(USAGE);
  process.exit(2);
}

const day = planDay(seed, { from, hours });
const database = await testDatabase();
const data = await mkdtemp(path.join(tmpdir(), 'passerelle-day-'));
const dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
const secretKey = randomBytes(32).toString('base64');
const environment = {
  DATABASE_URL: database.url,
  PASSERELLE_DATA: data,
  PASSERELLE_SECRET_KEY: secretKey,
};
const workers = new DayWorkers(environment);
const server = new DayServer(environment);
const clock = new DayClock(from * 3600, speed);
const deliveries = new DayDeliveries(clock, () => server.url);
const networks = await startNetworks(clock, day.troubles, deliveries);
const hooks = Object.values(HOOKS);
/** The post that is lost on purpose; none has the number 0. */
const forgotten = values.plant === 'forget' ? Math.ceil(day.posts.length / 2) : 0;
let pacing: ReturnType<typeof setInterval> | undefined;
try {
  await shortenWaits(dataSource, speed);
  await paceUnits(dataSource, clock);
  const access = new SourceAccess(dataSource, new Seals({ secretKey, dataDirectory: data } as never));
  for (const { network, settings, credentials, everySeconds } of networks) {
    const [source]: { id: string }[] = await dataSource.query(
      `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds)
       values ($1, $2, $1, $3, $4, $5) returning id`,
      [
        network,
        network === 'training' ? 'training' : 'live',
        settings,
        access.seal(credentials),
        everySeconds,
      ],
    );
    deliveries.address(network, source?.id ?? '');
  }
  workers.add();
  workers.add();
  await server.start();
  await Promise.all(hooks.map((hook) => deliveries.introduce(hook)));
  console.error(`seed ${seed}: ${day.posts.length} posts in ${hours} h, at ${speed} times the speed`);
  await until(120, async () => {
    const [{ waiting }] = (await dataSource.query(
      `select count(*)::int as waiting from source where last_pull_at is null and network <> 'webhook'`,
    )) as [{ waiting: number }];
    return waiting === 0;
  });
  const scenario = day.posts.filter(({ network, number }) => network === 'training' && number !== forgotten);
  await playScenario(dataSource, scenario, { from: from * 3600, speed, textOf });
  clock.start();
  pacing = setInterval(() => {
    letTimePass(dataSource, clock).catch((error: unknown) => console.error(error));
  }, 1000);
  await live();
  await deliveries.settled();
  // What is gone is looked for once more.
  await dataSource.query('update source set next_gone_check_at = now()');
  await until(Number(values.patience), async () =>
    isComplete(await findings(), values.plant === 'forget' ? 1 : 0),
  );
  const found = await findings();
  const good = isGood(found);
  console.log(
    JSON.stringify({
      seed,
      speed,
      from,
      hours,
      good,
      workersKilled: workers.killed,
      serverKilled: server.killed,
      networks: found,
    }),
  );
  process.exitCode = good ? 0 : 1;
} finally {
  clearInterval(pacing);
  await workers.stop();
  await server.stop();
  await Promise.all(networks.map((network) => network.stop()));
  await dataSource.destroy();
  await database.drop();
  await rm(data, { recursive: true, force: true });
}

/** Says, takes back, breaks and kills what the day holds, each in its time. */
async function live(): Promise<void> {
  const by = (name: string) => networks.find(({ network }) => network === name)!;
  const end = (from + hours) * 3600;
  const events = [
    ...day.posts.map((post) => ({
      at: post.at,
      run: () => (post.number === forgotten ? undefined : by(post.network).say(post)),
    })),
    ...day.posts.flatMap((post) =>
      post.takenBackAt === null ? [] : [{ at: post.takenBackAt, run: () => by(post.network).takeBack(post) }],
    ),
    ...day.posts.flatMap((post) =>
      post.editedAt === null ? [] : [{ at: post.editedAt, run: () => by(post.network).edit(post) }],
    ),
    ...day.troubles.map((trouble) => ({ at: trouble.from, run: () => by(trouble.network).begin(trouble) })),
    ...Array.from({ length: Math.floor(hours / 2) }, (_, turn) => ({
      at: (from + 2 * (turn + 1)) * 3600,
      run: async () =>
        console.error(JSON.stringify({ hour: from + 2 * (turn + 1), networks: await findings() })),
    })),
    ...[0.35, 0.65].map((share) => ({
      at: from * 3600 + hours * 3600 * share,
      run: () => void workers.replaceOne(),
    })),
    { at: from * 3600 + hours * 3600 * 0.5, run: () => void server.restart() },
  ].sort((one, other) => one.at - other.at);
  for (const { at, run } of events) {
    const wait = ((at - clock.second()) / speed) * 1000;
    if (wait > 0) await sleep(wait);
    void run();
  }
  await sleep(Math.max(0, ((end - clock.second()) / speed) * 1000));
}

function findings() {
  const until = clock.second();
  const said = day.posts.filter(({ at }) => at <= until);
  return findingsOf(dataSource, networks, said, { speed, until, deliveries: deliveries.counts });
}

/** Until it holds, or for so many real seconds. */
async function until(seconds: number, holds: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + seconds * 1000;
  while (Date.now() < last && !(await holds())) await sleep(1000);
}
