import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AnswerMatcher, type Evidence } from '#answers';
import { type LabelledText, holdOutFifth, readFirst, seededRandom, shuffle } from '../eval/labelled-texts.js';
import { auroc, calibrationError } from '../eval/ranking-figures.js';
import { confidenceOf, fitConfidence, type Judged } from './fit-confidence.js';

/** A library drawn from a data set: so many answers with at most so many wordings each. */
interface Drawn {
  set: 'banking77' | 'clinc150';
  answers: number;
  wordings: number;
  seed: number;
}

const LIBRARIES: Drawn[] = [
  ...drawn(
    'clinc150',
    [150, 100],
    [120, 100],
    [120, 30],
    [100, 10],
    [100, 5],
    [75, 4],
    [50, 5],
    [30, 8],
    [30, 3],
    [12, 6],
  ),
  ...drawn('banking77', [62, 200], [60, 30], [50, 10], [50, 5], [30, 5], [30, 3], [20, 10], [10, 6]),
];

function drawn(set: Drawn['set'], ...sizes: [number, number][]): Drawn[] {
  return sizes.map(([answers, wordings], index) => ({ set, answers, wordings, seed: index + 1 }));
}

/**
 * The numbers of confidence: libraries of many sizes are drawn from banking77 and clinc150, asked what they can and what
 * they cannot answer (equally often), and one logistic model is fitted to all of them.
 * `npm run train -- answers --data DIR`, DIR holding banking77 and clinc150; writes confidence-values.ts.
 */
export async function trainAnswers(flags: string[]): Promise<void> {
  const { values } = parseArgs({ args: flags, options: { data: { type: 'string' } } });
  if (!values.data) throw new Error('--data DIR must hold banking77 and clinc150');
  const data = values.data;
  const fitted = {} as Record<'TRAINED' | 'UNTRAINED', ReturnType<typeof fitConfidence>>;
  for (const [name, margins] of [
    ['TRAINED', true],
    ['UNTRAINED', false],
  ] as const) {
    const judged = LIBRARIES.map((library) => ask(data, library, margins));
    fitted[name] = fitConfidence(judged);
    for (const [index, records] of judged.entries()) {
      const told = records.map((record) => ({ ...record, ...confidenceOf(record.evidence, fitted[name]) }));
      const scores = (inside: boolean) =>
        told.filter((record) => record.inside === inside).map(({ fits }) => fits);
      const { set, answers, wordings } = LIBRARIES[index] as Drawn;
      console.log(
        JSON.stringify({
          numbers: name,
          set,
          answers,
          wordings,
          auroc: auroc(scores(true), scores(false)),
          calibrationError: calibrationError(
            told.map(({ confidence, place, weight }) => ({ confidence, right: place === 0, weight })),
          ),
        }),
      );
    }
  }
  const file = path.join(process.env['PASSERELLE_ROOT'] ?? '.', 'libs/answers/matching/confidence-values.ts');
  writeFileSync(file, source(fitted));
  console.log(`Written: ${file}`);
}

/** As many questions that it can answer as it cannot: other answers' and, where the set has them, out of scope. */
function ask(data: string, { set, answers, wordings, seed }: Drawn, margins: boolean): Judged[] {
  const folder = path.join(data, set);
  const all = readFirst(folder, ['train.csv', 'train.tsv']) ?? [];
  const val = readFirst(folder, ['val.tsv']);
  const { train, test } = val ? { train: all, test: val } : holdOutFifth(all);
  const outOfScope = ['oos_train.tsv', 'oos_val.tsv'].flatMap((name) => readFirst(folder, [name]) ?? []);
  const random = seededRandom(seed);
  const kept = new Set(shuffle([...new Set(train.map(({ label }) => label))], random).slice(0, answers));
  const counts = new Map<string, number>();
  const library = shuffle(train, random).filter(({ label }) => {
    if (!kept.has(label)) return false;
    counts.set(label, (counts.get(label) ?? 0) + 1);
    return (counts.get(label) ?? 0) <= wordings;
  });
  const matcher = new AnswerMatcher(
    library.map(({ text, label }) => ({ answerId: label, text, weight: 1 })),
    'en',
  );
  if (margins) matcher.train();
  const foreign = shuffle(
    test.filter(({ label }) => !kept.has(label)),
    random,
  );
  const inside = shuffle(
    test.filter(({ label }) => kept.has(label)),
    random,
  ).slice(0, 1000);
  const outside = [...outOfScope, ...foreign.slice(0, outOfScope.length || 400)];
  const record = ({ text, label }: LabelledText, isInside: boolean, weight: number): Judged[] => {
    const weighed = matcher.weigh(text);
    if (!weighed) return [];
    const place = isInside ? weighed.ranked.findIndex(({ answerId }) => answerId === label) : -1;
    const evidence: Evidence = { ...weighed.evidence, scores: weighed.evidence.scores.slice(0, 20) };
    return [{ evidence, inside: isInside, place, weight }];
  };
  return [
    ...inside.flatMap((example) => record(example, true, 0.5 / inside.length)),
    ...outside.flatMap((example) => record(example, false, 0.5 / outside.length)),
  ];
}

function source(fitted: Record<string, ReturnType<typeof fitConfidence>>): string {
  const parts = Object.entries(fitted).map(([name, numbers]) => {
    const lines = Object.entries(numbers).map(([key, value]) => `  ${key}: ${value.toFixed(3)},`);
    return `export const ${name}: ConfidenceNumbers = {\n${lines.join('\n')}\n};\n`;
  });
  return `import type { ConfidenceNumbers } from './confidence-numbers.js';

// Made by \`npm run train -- answers\`; see decision 0009. TRAINED with the margins, UNTRAINED before they are learned.

${parts.join('\n')}`;
}
