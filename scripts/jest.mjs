import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './ensure-installed.mjs';
import { runProgram } from './lanes.mjs';

/** What is broken breaks more, or breaks twice. */
const FEW_FILES = 3;

/**
 * Runs the tests of a project and counts them. With `tryTwice`, a few files that failed are run once more, one after the
 * other, with nothing beside them: what passes then is `unsteady`, and is named at the end, so that somebody mends it.
 */
export async function runJest(project, { voice, flags, tryTwice }) {
  // A journey waits for its browser, its server and its database in turn.
  const first = await runOnce(project, voice, { workers: project === 'browser' ? 3 : 2, flags });
  const files = [...first.failures.keys()];
  if (!tryTwice || files.length === 0 || files.length > FEW_FILES || first.lost > 0) return first;
  const names = files.map((file) => path.relative(ROOT, file));
  voice.say(`\nOnce more, alone: ${names.join(', ')}\n`);
  const second = await runOnce(project, voice, {
    workers: 1,
    flags: ['--runTestsByPath', ...files],
    again: '-again',
  });
  if (second.failed > 0 || second.passed === 0) return first;
  const passedBefore = [...first.failures.values()].reduce((sum, { passed }) => sum + passed, 0);
  return { passed: first.passed - passedBefore + second.passed, failed: 0, unsteady: names };
}

/**
 * Counts come from Jest's own report; a file that could not run, or no report at all, counts as a failure. `failures` are
 * the files that failed, `lost` says how many failures stand in no file.
 */
async function runOnce(project, voice, { workers, flags, again = '' }) {
  const report = path.join(ROOT, `.cache/jest-${project}${again}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const code = await runProgram(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      path.join(ROOT, 'node_modules/jest/bin/jest.js'),
      `--selectProjects=${project}`,
      `--maxWorkers=${workers}`,
      '--json',
      `--outputFile=${report}`,
      ...flags,
    ],
    // The JSON also goes to standard output; what a person reads is on standard error.
    { voice, mute: true },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, lost: 1, failures: new Map() };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const failures = new Map();
  for (const { name, status, assertionResults } of result.testResults) {
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    if (status === 'failed') failures.set(name, { passed });
    for (const test of assertionResults) {
      if (test.status === 'pending' || test.status === 'todo') voice.say(`NOT RUN: ${test.fullName}\n`);
    }
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const lost = failed === 0 && (code !== 0 || result.numPassedTests === 0) ? 1 : 0;
  return { passed: result.numPassedTests, failed: failed + lost, lost, failures };
}
