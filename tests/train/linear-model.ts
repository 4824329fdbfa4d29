import { mix } from '../../libs/classification/model/feature-hash.js';
import { NEGATED, TextFeatures } from '../../libs/classification/model/text-features.js';
import { MatrixBuilder } from './feature-matrix.js';
import { generator, shuffle, trainSvm } from './linear-svm.js';
import type { LearnedWeights } from './pack-table.js';
import type { PolarityLexicon } from './polarity-lexicon.js';

export interface TrainingText {
  text: string;
  label: string;
  /** ISO 639-1 code where the table serves several languages. */
  language?: string;
  /** How much the text counts; 1 where nothing else is said. */
  cost?: number;
}

export interface LinearSettings {
  /** Names of the classes, in the order of the outputs; of two classes only the first gets an output. */
  classes: readonly string[];
  /** Cost of a broken margin. */
  cost: number;
  /** Features of fewer texts are left out. */
  fewest: number;
  passes: number;
  seed: number;
  lexicon?: PolarityLexicon;
}

/**
 * One-against-the-rest support vector machines whose features are weighed by their log-count ratio between the class
 * and the rest (NBSVM: Wang and Manning, ACL 2012). The classes count equally, however many texts each has.
 * The polarity of a lexicon takes part as two features (praise and blame, and the same denied), and what they earn is
 * added to the weight of every word of the lexicon.
 */
export function trainLinear(texts: readonly TrainingText[], settings: LinearSettings): LearnedWeights {
  const { classes, lexicon } = settings;
  const order = texts.map((_, at) => at);
  shuffle(order, generator(settings.seed));
  const builder = new MatrixBuilder();
  const features = new TextFeatures();
  const polarity = lexicon && withDenied(lexicon);
  const label = new Int32Array(texts.length);
  order.forEach((at, row) => {
    const text = texts[at]!;
    label[row] = classes.indexOf(text.label);
    if (label[row] === -1) throw new Error(`"${text.label}" is not one of ${classes.join(', ')}`);
    features.read(text.text);
    if (text.language !== undefined) features.speak(text.language);
    builder.add(features, polarity ? lexiconValues(features, polarity) : []);
  });
  const matrix = builder.build(settings.fewest);

  const total = new Float64Array(classes.length);
  order.forEach((at, row) => (total[label[row]!]! += texts[at]!.cost ?? 1));
  const all = total.reduce((sum, one) => sum + one, 0);
  const rowCost = Float32Array.from(
    order,
    (at, row) => ((texts[at]!.cost ?? 1) * all) / classes.length / total[label[row]!]!,
  );
  const mass = classes.map(() => new Float64Array(matrix.columns));
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let at = matrix.start[row]!; at < matrix.start[row + 1]!; at += 1) {
      mass[label[row]!]![matrix.column[at]!]! += rowCost[row]!;
    }
  }
  const perClass = all / classes.length;
  const outputs = classes.length === 2 ? [0] : classes.map((_, index) => index);
  const weights = outputs.map((output) => {
    const factor = new Float32Array(matrix.columns);
    for (let column = 0; column < matrix.columns; column += 1) {
      let rest = 0;
      mass.forEach((one, index) => (rest += index === output ? 0 : one[column]!));
      const own = (mass[output]![column]! + 1) / (perClass + 2);
      const other = (rest + 1) / (all - perClass + 2);
      factor[column] = isReserved(matrix.hash[column]!) ? 1 : Math.abs(Math.log(own / other));
    }
    const sign = Int8Array.from(label, (one) => (one === output ? 1 : -1));
    return trainSvm(matrix, sign, rowCost, factor, settings);
  });
  return polarity ? foldLexicon({ hash: matrix.hash, weights }, polarity) : { hash: matrix.hash, weights };
}

/** Hashes that stand for the lexicon's sums during the training. */
const RESERVED = 0xfffffff0;
const isReserved = (hash: number) => hash >= RESERVED;

interface Polarity {
  value: number;
  /** Index of the reserved feature for praise; blame has the next one. */
  from: 0 | 2;
}

function withDenied(lexicon: PolarityLexicon): Map<number, Polarity> {
  const all = new Map<number, Polarity>();
  for (const [hash, value] of lexicon) all.set(mix(NEGATED, hash), { value, from: 2 });
  for (const [hash, value] of lexicon) all.set(hash, { value, from: 0 });
  return all;
}

function lexiconValues(features: TextFeatures, polarity: ReadonlyMap<number, Polarity>): [number, number][] {
  const sums = new Float64Array(4);
  for (let at = 0; at < features.count; at += 1) {
    const found = features.groups[at] === 0 ? polarity.get(features.hashes[at]!) : undefined;
    if (found) sums[found.from + (found.value < 0 ? 1 : 0)]! += Math.abs(found.value) * features.scale[0]!;
  }
  return [...sums].flatMap((sum, index): [number, number][] => (sum === 0 ? [] : [[RESERVED + index, sum]]));
}

function foldLexicon(learned: LearnedWeights, polarity: ReadonlyMap<number, Polarity>): LearnedWeights {
  const place = new Map<number, number>();
  const hash: number[] = [];
  const weights: number[][] = learned.weights.map(() => []);
  learned.hash.forEach((one, at) => {
    if (isReserved(one)) return;
    place.set(one, hash.length);
    hash.push(one);
    learned.weights.forEach((all, output) => weights[output]!.push(all[at]!));
  });
  const earned = (output: number, index: number) => {
    const at = learned.hash.indexOf(RESERVED + index);
    return at < 0 ? 0 : learned.weights[output]![at]!;
  };
  for (const [word, { value, from }] of polarity) {
    let at = place.get(word);
    if (at === undefined) {
      at = hash.length;
      place.set(word, at);
      hash.push(word);
      weights.forEach((all) => all.push(0));
    }
    const index = from + (value < 0 ? 1 : 0);
    weights.forEach((all, output) => (all[at]! += earned(output, index) * Math.abs(value)));
  }
  return { hash: Uint32Array.from(hash), weights: weights.map((all) => Float64Array.from(all)) };
}
