// npm test: every check and every test. The last line counts them: each check that is not a test run counts as one, and
// so does a part or a test file that could not run. For one's own work: npm test -- --only rules [PATH] [-- -t NAME]
import { existsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, refuseOldNode, ROOT } from './ensure-installed.mjs';
import { runJest } from './jest.mjs';
import { runInLanes, runProgram } from './lanes.mjs';

const SERVER = 'Build of the server';
const CONSOLE = 'Build of the console';

/**
 * Many tests wait more than they work, and a check keeps one processor busy: what is in different lanes runs at the same
 * time, so that no processor idles. Tests of a lane begin once what they run is built.
 */
const PARTS = [
  check('build', SERVER, 'journeys', (run) => run('scripts/build-all.mjs', 'server')),
  check('build', CONSOLE, 'journeys', (run) => run('scripts/build-all.mjs', 'console')),
  tests('browser', 'Journeys in a real browser', 'journeys'),
  tests('rules', 'Tests of rules', 'tests'),
  { ...tests('database', 'Tests on a real database', 'tests'), after: [SERVER, CONSOLE] },
  check('format', 'Formatting', 'checks', (run) =>
    run('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  ),
  check('lint', 'Linting', 'checks', (run) => run('node_modules/eslint/bin/eslint.js', '.')),
  check('types', 'Types of server and tests', 'checks', types('server', 'tsconfig.json')),
  check('types', 'Types of the console', 'checks', types('console', 'apps/console/tsconfig.json')),
  check('imports', 'Who may import whom', 'checks', (run) =>
    run(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['apps', 'libs', 'migrations', 'tests', '--config', '.dependency-cruiser.cjs'],
    ),
  ),
  { name: 'pds', group: 'pds', title: 'Bluesky on a real data server', lane: 'checks', run: testBluesky },
];

refuseOldNode();
process.chdir(ROOT);
const { only, rest } = readFlags();
/** Set by .ci/run. */
const inCi = process.env.PASSERELLE_TEST_PDS === '1';
const total = { passed: 0, failed: 0, titles: [], unsteady: [] };
if (installed()) {
  const chosen = PARTS.filter(
    ({ name, group }) =>
      (only.length === 0 && (name !== 'pds' || inCi)) || only.includes(name) || only.includes(group),
  );
  await runInLanes(hasRoom() ? chosen : chosen.map((part) => ({ ...part, lane: 'only' })), perform);
  if (chosen.some(({ group }) => group !== 'checks')) await stopTestDatabase();
}
if (total.unsteady.length > 0)
  console.log(`\nunsteady, failed once and passed alone: ${total.unsteady.join(', ')}`);
if (total.titles.length > 0) console.log(`\nfailed in: ${total.titles.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** All lanes at once need some 6 GB, and more than the two processors that one lane keeps busy. */
function hasRoom() {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return memory > 7e9 && availableParallelism() > 2;
}

function installed() {
  try {
    console.log(`\nPackages: ${ensureInstalled()}`);
    return true;
  } catch (error) {
    console.error(error.message);
    total.failed += 1;
    return false;
  }
}

function readFlags() {
  const names = [...new Set(PARTS.flatMap(({ name, group }) => [group, name]))];
  try {
    const options = { only: { type: 'string', multiple: true, default: [] } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = values.only.find((name) => !names.includes(name));
    if (unknown) throw new Error(`--only ${unknown}: there is ${names.join(', ')}`);
    return { only: values.only, rest: positionals };
  } catch (error) {
    console.error(error.message);
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  }
}

/** Runs a part under a heading, and adds to the total. */
async function perform(part, voice) {
  voice.say(`\n=== ${part.title}\n`);
  const started = performance.now();
  const { passed, failed, unsteady = [] } = await part.run(voice);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  total.passed += passed;
  total.failed += failed;
  total.unsteady.push(...unsteady);
  if (failed > 0) total.titles.push(part.title);
  voice.say(`--- ${part.title}: ${failed === 0 ? 'good' : `${failed} FAILED`} (${seconds} s)\n`);
}

/** One test that passes when its programs end well. */
function check(name, title, lane, work) {
  const run = async (voice) => {
    const code = await work((...flags) => runProgram(process.execPath, flags, { voice }));
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
  return { name, group: 'checks', title, lane, run };
}

/** The compiler remembers what it has checked, so that a second look only costs what has changed. */
function types(name, project) {
  const memory = path.join(ROOT, `.cache/types-${name}.tsbuildinfo`);
  const compiler = 'node_modules/typescript/bin/tsc';
  return (run) => run(compiler, '--noEmit', '--incremental', '--tsBuildInfoFile', memory, '-p', project);
}

/** Only CI tries twice: who is at work on a test wants to see it fail. */
function jest(project, voice) {
  return runJest(project, { voice, flags: rest, tryTwice: inCi && only.length === 0 });
}

function tests(project, title, lane) {
  return { name: project, group: 'tests', title, lane, run: (voice) => jest(project, voice) };
}

/** In CI the server is left out, with a word, where its packages cannot be had; asked for by name, that is a failure. */
async function testBluesky(voice) {
  if ((await runProgram(process.execPath, ['scripts/ensure-pds.mjs'], { voice })) !== 0) {
    voice.say('NOT RUN: Bluesky on a real data server\n');
    return { passed: 0, failed: inCi && only.length === 0 ? 0 : 1 };
  }
  return jest('pds', voice);
}

/** The tests share one database server, which outlives each run of Jest; somebody else may be using it still. */
async function stopTestDatabase() {
  const built = (door) => path.join(ROOT, 'dist/libs/platform', door, 'index.js');
  if (!existsSync(built('testing'))) return;
  try {
    const { embeddedPostgresUrl, stopEmbeddedPostgres } = await import(built('embedded-postgres'));
    const { forgetTestServer, testServerDirectory } = await import(built('testing'));
    const directory = testServerDirectory();
    const url = await embeddedPostgresUrl(directory);
    if (!url) return;
    if (await hasOtherGuests(url)) console.log('\nThe test database goes on: somebody else is using it.');
    else {
      await stopEmbeddedPostgres(directory);
      forgetTestServer();
    }
  } catch (error) {
    console.error(`The test database could not be stopped: ${error.message}`);
  }
}

async function hasOtherGuests(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
