// npm test: every check and every test. The last line counts them: each check that is not a test run counts as one, and
// so does a part or a test file that could not run. For one's own work: npm test -- --only rules [PATH] [-- -t NAME]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildConsole, buildServer } from './build.mjs';
import { ensureInstalled, refuseOldNode, ROOT } from './ensure-installed.mjs';
import { ensurePds } from './pds.mjs';

const PARTS = [
  check('format', 'Formatting', () =>
    node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  ),
  check('lint', 'Linting', () => node('eslint/bin/eslint.js', '.')),
  check('types', 'Types of server and tests', () => types('server', 'tsconfig.json')),
  check('types', 'Types of the console', () => types('console', 'apps/console/tsconfig.json')),
  check('imports', 'Who may import whom', () =>
    node(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      'apps',
      'libs',
      'migrations',
      'tests',
      '--config',
      '.dependency-cruiser.cjs',
    ),
  ),
  check('build', 'Build of the server', buildServer),
  check('build', 'Build of the console', buildConsole),
  tests('rules', 'Tests of rules'),
  tests('database', 'Tests on a real database'),
  tests('browser', 'Journeys in a real browser'),
  { name: 'pds', group: 'pds', title: 'Bluesky on a real data server', run: testBluesky },
];

refuseOldNode();
process.chdir(ROOT);
const { only, rest } = readFlags();
/** Set by .ci/run. */
const inCi = process.env.PASSERELLE_TEST_PDS === '1';
const total = { passed: 0, failed: 0, titles: [] };
if (perform({ title: 'Packages', run: () => counted(() => console.log(ensureInstalled())) }, false)) {
  const chosen = PARTS.filter(
    ({ name, group }) =>
      (only.length === 0 && (name !== 'pds' || inCi)) || only.includes(name) || only.includes(group),
  );
  for (const part of chosen) perform(part);
  await stopTestDatabase();
}
if (total.titles.length > 0) console.log(`\nfailed in: ${total.titles.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

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

/** Runs a part under a heading, adds to the total, and says whether nothing failed. */
function perform(part, passesCount = true) {
  console.log(`\n=== ${part.title}`);
  const started = performance.now();
  const { passed, failed } = part.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (passesCount) total.passed += passed;
  total.failed += failed;
  if (failed > 0) total.titles.push(part.title);
  console.log(`--- ${part.title}: ${failed === 0 ? 'good' : `${failed} FAILED`} (${seconds} s)`);
  return failed === 0;
}

function check(name, title, work) {
  return { name, group: 'checks', title, run: () => counted(work) };
}

/** One test that passes when the work throws nothing. */
function counted(work) {
  try {
    work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

function node(script, ...flags) {
  const stdio = ['ignore', 'inherit', 'inherit'];
  const { status } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', script), ...flags], {
    stdio,
  });
  if (status !== 0) throw new Error(`${path.basename(path.dirname(path.dirname(script)))} found something`);
}

/** The compiler remembers what it has checked, so that a second look only costs what has changed. */
function types(name, project) {
  const memory = path.join(ROOT, `.cache/types-${name}.tsbuildinfo`);
  node('typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', memory, '-p', project);
}

function tests(project, title) {
  return { name: project, group: 'tests', title, run: () => jest(project) };
}

/** In CI the server is left out, with a word, where its packages cannot be had; asked for by name, that is a failure. */
function testBluesky() {
  try {
    ensurePds();
  } catch (error) {
    console.log(`NOT RUN: Bluesky on a real data server: ${error.message}`);
    return { passed: 0, failed: inCi && only.length === 0 ? 0 : 1 };
  }
  return jest('pds');
}

/** Counts come from Jest's own report; a file that could not run, or no report at all, counts as a failure. */
function jest(project) {
  const report = path.join(ROOT, `.cache/jest-${project}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      path.join(ROOT, 'node_modules/jest/bin/jest.js'),
      `--selectProjects=${project}`,
      '--maxWorkers=2',
      // Nothing is measured by a test: the limit only ends what hangs, on however slow a machine.
      '--testTimeout=30000',
      '--json',
      `--outputFile=${report}`,
      ...rest,
    ],
    // The JSON also goes to standard output; what a person reads is on standard error.
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  for (const test of result.testResults.flatMap(({ assertionResults }) => assertionResults)) {
    if (test.status === 'pending' || test.status === 'todo') console.log(`NOT RUN: ${test.fullName}`);
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const ran = result.numPassedTests + failed;
  return { passed: result.numPassedTests, failed: failed || (status === 0 && ran > 0 ? 0 : 1) };
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
