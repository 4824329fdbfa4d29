import type { TextVector } from './feature-space.js';

export interface TrainingExample {
  vector: TextVector;
  /** Index of its answer. */
  label: number;
  /** 1 for a wording; less for what says less. */
  weight: number;
}

/** Examples after which training gives way to other work. */
const BREATH = 64;
const EPOCHS = 6;
/** How far below the best a class may be after the first pass to stay under consideration for an example. */
const KEPT_BELOW = 1.5;

/**
 * Multi-class support vector machine of Crammer and Singer (2001), trained by the sequential dual method of Keerthi
 * et al. (2008), as LIBLINEAR does: for each example the sub-problem over its classes is solved exactly. After the
 * first pass an example only looks at the classes that came near its own. Deterministic: the order is shuffled by a
 * fixed generator. `training()` gives way every few examples; run it to the end at once or in breaths.
 */
export class MarginModel {
  readonly weights: Float32Array;

  constructor(
    features: number,
    private readonly classes: number,
  ) {
    this.weights = new Float32Array(features * classes);
  }

  *training(examples: readonly TrainingExample[], penalty = 1): Generator<void, void> {
    const { classes } = this;
    const alpha = new Float32Array(examples.length * classes);
    const squares = examples.map(({ vector }) => square(vector.values));
    const order = Int32Array.from(examples.keys());
    const active: (Int32Array | undefined)[] = [];
    const every = Int32Array.from({ length: classes }, (_, index) => index);
    const scores = new Float32Array(classes);
    const step = new SubProblem(classes);
    let seed = 1;
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      for (let index = order.length - 1; index > 0; index -= 1) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        const other = seed % (index + 1);
        const kept = order[index] as number;
        order[index] = order[other] as number;
        order[other] = kept;
      }
      for (let turn = 0; turn < order.length; turn += 1) {
        if (turn % BREATH === BREATH - 1) yield;
        const index = order[turn] as number;
        const example = examples[index] as TrainingExample;
        const normSquare = squares[index] as number;
        if (normSquare === 0) continue;
        const looked = active[index] ?? every;
        this.score(example.vector, looked, scores);
        const own = alpha.subarray(index * classes, (index + 1) * classes);
        const best = step.solve(looked, scores, own, example.label, normSquare, penalty * example.weight);
        this.add(example.vector, step);
        if (epoch === 0) {
          active[index] = every.filter(
            (label) =>
              label === example.label ||
              own[label] !== 0 ||
              (scores[label] as number) + 1 > best - KEPT_BELOW,
          );
        }
      }
    }
  }

  /** Scores of all answers for a text, into `into`. */
  scoreAll({ ids, values }: TextVector, into: Float32Array): void {
    into.fill(0);
    const { classes, weights } = this;
    for (let index = 0; index < ids.length; index += 1) {
      const row = (ids[index] as number) * classes;
      const value = values[index] as number;
      for (let label = 0; label < classes; label += 1) {
        into[label] = (into[label] as number) + value * (weights[row + label] as number);
      }
    }
  }

  private score(vector: TextVector, looked: Int32Array, scores: Float32Array): void {
    if (looked.length === this.classes) return this.scoreAll(vector, scores);
    for (const label of looked) scores[label] = 0;
    const { classes, weights } = this;
    const { ids, values } = vector;
    for (let index = 0; index < ids.length; index += 1) {
      const row = (ids[index] as number) * classes;
      const value = values[index] as number;
      for (let place = 0; place < looked.length; place += 1) {
        const label = looked[place] as number;
        scores[label] = (scores[label] as number) + value * (weights[row + label] as number);
      }
    }
  }

  private add({ ids, values }: TextVector, { count, labels, deltas }: SubProblem): void {
    if (count === 0) return;
    const { classes, weights } = this;
    for (let index = 0; index < ids.length; index += 1) {
      const row = (ids[index] as number) * classes;
      const value = values[index] as number;
      for (let place = 0; place < count; place += 1) {
        const at = row + (labels[place] as number);
        weights[at] = (weights[at] as number) + value * (deltas[place] as number);
      }
    }
  }
}

/** The exact solution for one example: α_m ← min(C·[m = label], (β − B_m) / ‖x‖²), with β such that they sum to 0. */
class SubProblem {
  /** What changed: `count` labels with their deltas. */
  count = 0;
  readonly labels: Int32Array;
  readonly deltas: Float32Array;
  private readonly gradient: Float64Array;
  private readonly sorted: Float64Array;

  constructor(classes: number) {
    this.labels = new Int32Array(classes);
    this.deltas = new Float32Array(classes);
    this.gradient = new Float64Array(classes);
    this.sorted = new Float64Array(classes);
  }

  /** Returns the greatest score with margin. */
  solve(
    looked: Int32Array,
    scores: Float32Array,
    alpha: Float32Array,
    label: number,
    normSquare: number,
    limit: number,
  ): number {
    const { gradient } = this;
    let best = -Infinity;
    for (let place = 0; place < looked.length; place += 1) {
      const other = looked[place] as number;
      const withMargin = (scores[other] as number) + (other === label ? 0 : 1);
      if (withMargin > best) best = withMargin;
      gradient[place] = withMargin - normSquare * (alpha[other] as number);
    }
    const beta = this.level(looked, label, normSquare, limit);
    this.count = 0;
    for (let place = 0; place < looked.length; place += 1) {
      const other = looked[place] as number;
      const fresh = Math.min(other === label ? limit : 0, (beta - (gradient[place] as number)) / normSquare);
      const delta = fresh - (alpha[other] as number);
      if (Math.abs(delta) < 1e-7) continue;
      alpha[other] = fresh;
      this.labels[this.count] = other;
      this.deltas[this.count] = delta;
      this.count += 1;
    }
    return best;
  }

  private level(looked: Int32Array, label: number, normSquare: number, limit: number): number {
    const size = looked.length;
    const sorted = this.sorted.subarray(0, size);
    for (let place = 0; place < size; place += 1) {
      sorted[place] = (this.gradient[place] as number) + (looked[place] === label ? normSquare * limit : 0);
    }
    sorted.sort();
    let beta = (sorted[size - 1] as number) - normSquare * limit;
    let taken = 1;
    while (taken < size && beta < taken * (sorted[size - 1 - taken] as number)) {
      beta += sorted[size - 1 - taken] as number;
      taken += 1;
    }
    return beta / taken;
  }
}

function square(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
