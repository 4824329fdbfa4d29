import { parseArgs } from 'node:util';
import { detectLanguage, guessLanguage } from '../../libs/classification/language.js';
import { type ModelName, weightsOf } from '../../libs/classification/model/load-weights.js';
import {
  highest,
  judgeEither,
  judgeSentiment,
  shares,
} from '../../libs/classification/model/measured-models.js';
import { figuresOf, type Figures, percent } from './figures.js';
import { labelledSets, type LabelledSet, languageOfSet } from './labelled-sets.js';
import { type Judge, sentimentPackages } from './sentiment-packages.js';

type Measured = Omit<Figures, 'perClass'> & { perClass?: Figures['perClass']; textsPerSecond: number };

/** `npm run eval -- sentiment|offensive|emotion|irony|hate|language --data DIR`: one JSON line. */
export function evaluation(name: keyof typeof TASKS): (flags: string[]) => Promise<void> {
  return async (flags) => {
    const { values } = parseArgs({ args: flags, options: { data: { type: 'string' } } });
    if (!values.data) throw new Error('Give the folder of the data: --data DIR');
    const task: Task = TASKS[name];
    const sets = task.sets(labelledSets(values.data));
    const others = task.others();
    const own = await measure(sets, task.judge, task.names);
    const line = {
      eval: name,
      data: values.data,
      files: [...new Set(sets.map(({ file }) => file))],
      weights: task.weights.map((model) => weightsOf(model).header.version),
      ...own.all,
      ...(sets.length > 1 ? { averageOfSets: average(own.each), sets: own.each } : {}),
      ...(name === 'language' ? await languageFigures(sets) : {}),
      others: Object.fromEntries(
        await Promise.all(
          Object.entries(others).map(async ([other, judge]): Promise<[string, unknown]> => {
            const { all, each } = await measure(sets, judge, task.names);
            const figures =
              sets.length > 1 ? { ...all, averageOfSets: average(each), sets: slim(each) } : all;
            return [other, figures];
          }),
        ),
      ),
    };
    console.log(JSON.stringify(line));
  };
}

interface Task {
  weights: ModelName[];
  judge: Judge;
  others: () => Record<string, Judge>;
  /** Labels as they may stand in the data, and what they are called here. */
  names: Record<string, string>;
  sets: (sets: LabelledSet[]) => LabelledSet[];
}

const either =
  (model: ModelName, yes: string, no: string): Judge =>
  (text) =>
    judgeEither(weightsOf(model), text).holds ? yes : no;

const same = (sets: LabelledSet[]) => sets;
const none = () => ({});

const TASKS = {
  sentiment: {
    weights: ['sentiment', 'sentiment-en'],
    judge: (text) => judgeSentiment(text, detectLanguage(text).language).label,
    others: sentimentPackages,
    names: { '0': 'negative', '1': 'neutral', '2': 'positive' },
    sets: same,
  },
  offensive: {
    weights: ['offensive'],
    judge: either('offensive', 'offensive', 'not-offensive'),
    others: none,
    names: { '0': 'not-offensive', '1': 'offensive' },
    sets: same,
  },
  irony: {
    weights: ['irony'],
    judge: either('irony', 'irony', 'not-irony'),
    others: none,
    names: { '0': 'not-irony', '1': 'irony', non_irony: 'not-irony' },
    sets: same,
  },
  hate: {
    weights: ['hate'],
    judge: either('hate', 'hate', 'not-hate'),
    others: none,
    names: { '0': 'not-hate', '1': 'hate' },
    sets: same,
  },
  emotion: {
    weights: ['emotion'],
    judge: (text) => {
      const table = weightsOf('emotion');
      return table.header.outputs[highest(shares(table, text))] ?? '';
    },
    others: none,
    names: { '0': 'anger', '1': 'joy', '2': 'optimism', '3': 'sadness' },
    sets: same,
  },
  language: {
    weights: ['language'],
    judge: (text) => guessLanguage(text),
    others: none,
    names: {},
    sets: (sets) => sets.flatMap(asLanguage),
  },
} satisfies Record<string, Task>;

/** The language of the folder is the label; romanised Hindi is no language that a detector of written ones could tell. */
function asLanguage(set: LabelledSet): LabelledSet[] {
  const language = languageOfSet(set.name);
  if (language === undefined || language === 'hi') return [];
  return [{ ...set, texts: set.texts.map(({ text }) => ({ text, label: language })) }];
}

/** How often the product says a language at all, and how often that is right. */
async function languageFigures(sets: readonly LabelledSet[]): Promise<object> {
  let [known, right, total] = [0, 0, 0];
  for (const { texts } of sets) {
    for (const { text, label } of texts) {
      const said = detectLanguage(text);
      total += 1;
      if (!said.known) continue;
      known += 1;
      if (said.language === label) right += 1;
    }
  }
  return {
    withDoubt: {
      known: percent(known / total),
      rightOfKnown: percent(right / Math.max(1, known)),
      rightOfAll: percent(right / total),
    },
  };
}

async function measure(
  sets: readonly LabelledSet[],
  judge: Judge,
  names: Record<string, string>,
): Promise<{ all: Measured; each: Record<string, Measured> }> {
  const each: Record<string, Measured> = {};
  const pairs: [string, string][] = [];
  let total = 0;
  for (const set of sets) {
    const language = languageOfSet(set.name) ?? 'en';
    for (const { text } of set.texts.slice(0, WARM_UP)) await judge(text, language);
    const started = performance.now();
    const said: string[] = [];
    for (const { text } of set.texts) {
      const answer = judge(text, language);
      said.push(typeof answer === 'string' ? answer : await answer);
    }
    const seconds = (performance.now() - started) / 1000;
    total += seconds;
    const own = set.texts.map(({ label }, at): [string, string] => [names[label] ?? label, said[at] ?? '']);
    pairs.push(...own);
    each[set.name] = { ...figuresOf(own), textsPerSecond: Math.round(own.length / seconds) };
  }
  return { all: { ...figuresOf(pairs), textsPerSecond: Math.round(pairs.length / total) }, each };
}

const WARM_UP = 200;

function average(each: Record<string, Measured>): { macroF1: number; macroRecall: number; accuracy: number } {
  const sets = Object.values(each);
  const mean = (of: (one: Measured) => number) =>
    Number((sets.reduce((sum, one) => sum + of(one), 0) / sets.length).toFixed(2));
  return {
    macroF1: mean(({ macroF1 }) => macroF1),
    macroRecall: mean(({ macroRecall }) => macroRecall),
    accuracy: mean(({ accuracy }) => accuracy),
  };
}

function slim(each: Record<string, Measured>): Record<string, Measured> {
  return Object.fromEntries(Object.entries(each).map(([name, { perClass: _, ...one }]) => [name, one]));
}
