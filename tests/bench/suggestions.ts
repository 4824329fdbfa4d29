import { parseArgs } from 'node:util';
import { AnswerMatcher, type Wording } from '#answers';

/**
 * Questions a second against a made-up library in memory, on one core, and how long it takes to make its index.
 * `npm run bench -- suggestions [--answers N] [--wordings N] [--queries N]`
 */
export async function benchSuggestions(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: {
      answers: { type: 'string', default: '200' },
      wordings: { type: 'string', default: '10000' },
      queries: { type: 'string', default: '5000' },
    },
  });
  const answers = Number(values.answers);
  const asked = madeUpQuestions(answers);
  const library: Wording[] = Array.from({ length: Number(values.wordings) }, (_, index) => ({
    answerId: String(index % answers),
    text: asked(index % answers),
    weight: 1,
  }));
  const queries = Array.from({ length: Number(values.queries) }, (_, index) => ({
    answerId: String(index % answers),
    text: asked(index % answers),
  }));
  const heapBefore = heapUsed();
  const start = performance.now();
  const matcher = new AnswerMatcher(library, 'en');
  const usable = performance.now();
  let longestBreath = 0;
  let breath = usable;
  for (const _ of matcher.training()) {
    longestBreath = Math.max(longestBreath, performance.now() - breath);
    breath = performance.now();
  }
  const trained = performance.now();
  const heapAfter = heapUsed();
  const cpu = process.cpuUsage();
  let right = 0;
  for (const { text, answerId } of queries)
    if (matcher.match(text).candidates[0]?.answerId === answerId) right += 1;
  const seconds = (performance.now() - trained) / 1000;
  const used = process.cpuUsage(cpu);
  console.log(
    JSON.stringify({
      bench: 'suggestions',
      answers,
      wordings: library.length,
      queries: queries.length,
      usableAfterSeconds: rounded((usable - start) / 1000),
      trainedAfterSeconds: rounded((trained - start) / 1000),
      longestBreathMs: rounded(longestBreath),
      queriesPerSecond: Math.round(queries.length / seconds),
      /** What one core would do that nobody else uses. */
      queriesPerCpuSecond: Math.round(queries.length / ((used.user + used.system) / 1_000_000)),
      memoryMegabytes: Math.round((heapAfter - heapBefore) / 1_000_000),
      rightShare: rounded(right / queries.length),
    }),
  );
}

/** Questions of an answer: some of its own six words among common ones, drawn with a fixed seed. */
function madeUpQuestions(answers: number): (answer: number) => string {
  let state = 42;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  const syllables = [
    'ba',
    'cor',
    'di',
    'fen',
    'gul',
    'ha',
    'jo',
    'kan',
    'lir',
    'mo',
    'nes',
    'pu',
    'ra',
    'sti',
    'tor',
    'vel',
  ];
  const word = () => Array.from({ length: 2 + below(2) }, () => syllables[below(syllables.length)]).join('');
  const common = Array.from({ length: 400 }, word);
  const own = Array.from({ length: answers }, () => Array.from({ length: 6 }, word));
  return (answer) =>
    Array.from({ length: 7 + below(8) }, (_, index) =>
      index % 4 === 0 ? own[answer]?.[below(6)] : common[Math.floor(below(20) * below(20))],
    ).join(' ');
}

function heapUsed(): number {
  const { heapUsed: heap, arrayBuffers } = process.memoryUsage();
  return heap + arrayBuffers;
}

function rounded(figure: number): number {
  return Math.round(figure * 100) / 100;
}
