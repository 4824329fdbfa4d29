// npm test: every check and every test; the last line counts them. Each check that is not a test run counts as one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildConsole, buildServer } from './build.mjs';
import { ensureInstalled, refuseOldNode, ROOT } from './ensure-installed.mjs';

const bin = (name) => path.join(ROOT, 'node_modules/.bin', name);

/** Parts in their order; `needs` parts that failed make a part fail without being run. */
const PARTS = [
  {
    name: 'format',
    title: 'Formatting',
    run: () => command(bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'lint', title: 'Linting', run: () => command(bin('eslint'), ['.']) },
  {
    name: 'types',
    title: 'Types of server and tests',
    run: () => command(bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
  },
  {
    name: 'types',
    title: 'Types of the console',
    run: () => command(bin('tsc'), ['--noEmit', '-p', 'apps/console/tsconfig.json']),
  },
  {
    name: 'imports',
    title: 'Who may import whom',
    run: () =>
      command(bin('depcruise'), ['apps', 'libs', 'migrations', '--config', '.dependency-cruiser.cjs']),
  },
  { name: 'build', title: 'Build of the server', run: () => built(buildServer) },
  { name: 'build', title: 'Build of the console', run: () => built(buildConsole) },
  { name: 'rules', title: 'Tests of rules', run: () => jest('rules') },
  { name: 'database', title: 'Tests on a real database', run: () => jest('database') },
  { name: 'browser', title: 'Journeys in a real browser', run: () => jest('browser') },
];

refuseOldNode();
const { values, positionals } = parseArgs({
  options: { only: { type: 'string', multiple: true } },
  allowPositionals: true,
});
process.chdir(ROOT);
console.log(`Packages: ${ensureInstalled()}`);

const total = { passed: 0, failed: 0 };
for (const part of PARTS) {
  const group = ['rules', 'database', 'browser'].includes(part.name) ? part.name : 'checks';
  if (values.only && !values.only.includes(part.name) && !values.only.includes(group)) continue;
  console.log(`\n=== ${part.title}`);
  const started = performance.now();
  const { passed, failed } = part.run();
  total.passed += passed;
  total.failed += failed;
  console.log(
    `--- ${part.title}: ${failed === 0 ? 'good' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
}
await stopTestDatabase();
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function command(program, flags) {
  const { status } = spawnSync(program, flags, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function built(build) {
  try {
    build();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

/** Counts come from Jest's own report; a suite that could not run, or no report at all, counts as a failure. */
function jest(project) {
  const report = path.join(ROOT, `.cache/jest-${project}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      path.join(ROOT, 'node_modules/jest/bin/jest.js'),
      `--selectProjects=${project}`,
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
      ...positionals,
    ],
    // The JSON also goes to standard output; what a person reads is on standard error.
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const ran = result.numPassedTests + result.numFailedTests;
  const broken = result.numRuntimeErrorTestSuites + (ran === 0 ? 1 : 0);
  if (result.numPendingTests > 0) console.log(`${result.numPendingTests} not run, as said above`);
  return { passed: result.numPassedTests, failed: result.numFailedTests + broken };
}

/** The tests share one database server, which outlives each run of Jest. */
async function stopTestDatabase() {
  const built = path.join(ROOT, 'dist/libs/platform/embedded-postgres/index.js');
  if (!existsSync(built)) return;
  const { stopEmbeddedPostgres } = await import(built);
  await stopEmbeddedPostgres(path.join(ROOT, '.cache/test-postgres')).catch((error) =>
    console.error(error.message),
  );
}
