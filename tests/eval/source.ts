import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readOrigin, type TextOrigin } from '../../libs/classification/text-origin.js';
import { type TrainingText, trainLinear } from '../train/linear-model.js';
import { packTable } from '../train/pack-table.js';
import { TextFeatures } from '../../libs/classification/model/text-features.js';
import { readTable } from '../../libs/classification/model/weight-table.js';
import { figuresOf } from './figures.js';

interface Event {
  name: string;
  texts: TrainingText[];
}

/**
 * `npm run eval -- source --data DIR [--held-out]`: what "source" of every `labeled.jsonl` below DIR the shipped rules say, which
 * were trained on nothing. With `--held-out` also what a linear model says of each event after training on the others
 * alone, and the guess of the commonest source. Texts without a source are left out.
 */
export async function evalSource(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: { data: { type: 'string' }, 'held-out': { type: 'boolean', default: false } },
  });
  if (!values.data) throw new Error('Give the folder of the data: --data DIR');
  const events = eventsBelow(values.data);
  const all = events.flatMap(({ texts }) => texts);
  const started = performance.now();
  const said = all.map(({ text }) => LABELS[readOrigin(text).origin]);
  const seconds = (performance.now() - started) / 1000;
  let at = 0;
  const perEvent = events.map(({ name, texts }): [string, unknown] => {
    const pairs = texts.map(({ label }): [string, string] => [label, said[at++] ?? '']);
    return [name, brief(figuresOf(pairs))];
  });
  console.log(
    JSON.stringify({
      eval: 'source',
      data: values.data,
      weights: ['rules, trained on nothing'],
      ...figuresOf(all.map(({ label }, index): [string, string] => [label, said[index] ?? ''])),
      textsPerSecond: Math.round(all.length / seconds),
      events: Object.fromEntries(perEvent),
      others: {
        'always Outsiders': brief(figuresOf(all.map(({ label }): [string, string] => [label, 'Outsiders']))),
        ...(values['held-out'] && events.length > 1
          ? { 'linear model trained on the other events': brief(figuresOf(leaveOneOut(events))) }
          : {}),
      },
    }),
  );
}

const LABELS: Record<TextOrigin, string> = {
  eyewitness: 'Eyewitness',
  government: 'Government',
  ngo: 'NGOs',
  business: 'Business',
  media: 'Media',
  outsider: 'Outsiders',
};

function eventsBelow(directory: string): Event[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'labeled.jsonl')
    .sort();
  if (files.length === 0) throw new Error(`${directory}: there is no labeled.jsonl below it`);
  return files.map((file) => ({
    name: path.dirname(file),
    texts: readFileSync(path.join(directory, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): TrainingText => {
        const { text, source }: { text: string; source: string } = JSON.parse(line);
        return { text, label: source };
      })
      .filter(({ label }) => Object.values(LABELS).includes(label)),
  }));
}

function leaveOneOut(events: readonly Event[]): [string, string][] {
  const features = new TextFeatures();
  const classes = Object.values(LABELS);
  return events.flatMap((event) => {
    const others = events.filter((other) => other !== event).flatMap(({ texts }) => texts);
    const learned = trainLinear(others, { classes, cost: 0.3, fewest: 2, passes: 6, seed: 1 });
    const plain = { outputs: classes, bits: 17, bias: classes.map(() => 0), slope: 1, version: 'held-out' };
    const table = readTable(packTable(learned, plain).bytes);
    return event.texts.map(({ text, label }): [string, string] => {
      const scores = table.score(features.read(text));
      return [label, classes[scores.indexOf(Math.max(...scores))] ?? ''];
    });
  });
}

function brief({ perClass: _, ...figures }: ReturnType<typeof figuresOf>) {
  return figures;
}
