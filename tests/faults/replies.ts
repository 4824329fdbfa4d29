import { parseArgs } from 'node:util';
import { FaultTally } from './fault-tally.js';
import { FIND_FAULTS, PUBLISH_FAULTS, STEP_FAULTS, STEPS } from './reply-plan.js';
import type { Violation, Wrong } from './reply-oracle.js';
import { ReplyRuns } from './reply-runs.js';

const BATCH = 60;
const WRONGS: readonly Wrong[] = ['twice', 'lost', 'altered', 'contradicted', 'overtaken', 'unrecorded'];

/**
 * `npm run test:faults -- replies [--runs N] [--seed S] [--plant NAME]`: N replies, each with faults of its own from
 * seed S + its number. Prints a tally as one line of JSON; ends with 1 when anything is wrong. `--plant` puts a mistake
 * into the workers, to see that it is found.
 */
export async function faultsOfReplies(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: {
      runs: { type: 'string', default: '500' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000_000)) },
      plant: { type: 'string', default: '' },
    },
  });
  const runs = Number(values.runs);
  const seed = Number(values.seed);
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
    console.error('--runs and --seed are whole numbers, --runs at least 1');
    process.exit(2);
  }
  console.error(`seed ${seed}, ${runs} runs`);
  const started = performance.now();
  const tally = new FaultTally();
  tally.expect('publish', PUBLISH_FAULTS);
  tally.expect('readBack', FIND_FAULTS);
  tally.expect('steps', STEPS);
  for (const fault of STEP_FAULTS) tally.expect(fault, STEPS);
  const states: Record<string, number> = {};
  const violations: Violation[] = [];
  const suite = await ReplyRuns.start(tally, values.plant);
  try {
    for (let done = 0; done < runs; done += BATCH) {
      const seeds = Array.from({ length: Math.min(BATCH, runs - done) }, (_, index) => seed + done + index);
      const outcome = await suite.batch(seeds);
      violations.push(...outcome.violations);
      for (const [state, count] of Object.entries(outcome.states))
        states[state] = (states[state] ?? 0) + count;
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.error(`${done + seeds.length} of ${runs} runs, ${violations.length} wrong, ${seconds} s`);
    }
    tally.add('workers', 'crashed', suite.crashes);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return;
  } finally {
    await suite.stop();
  }
  for (const { seed: at, wrong, detail } of violations) console.error(`seed ${at}: ${wrong}: ${detail}`);
  const count = (wrong: Wrong) => violations.filter((violation) => violation.wrong === wrong).length;
  const { sent = 0, refused = 0, uncertain = 0, cancelled = 0 } = states;
  console.log(
    JSON.stringify({
      runs,
      seed,
      sent,
      refused,
      uncertain,
      cancelled,
      ...Object.fromEntries(WRONGS.map((wrong) => [wrong, count(wrong)])),
      seconds: Math.round((performance.now() - started) / 1000),
      faults: tally.asObject(),
    }),
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
}
