import type { TextFeatures } from './text-features.js';

/** What a file of weights says of itself. */
export interface TableHeader {
  /** Names of the outputs, for instance `negative`, `neutral`, `positive`; one for a yes-or-no model. */
  outputs: string[];
  /** The table has two to this power rows. */
  bits: number;
  /** Weight of one quantised step, per output. */
  steps: number[];
  /** Constant added to the score of each output. */
  bias: number[];
  /** Turns a score into the logarithm of odds: `slope * score`, fitted on texts that were held out. */
  slope: number;
  /** For a yes-or-no model: the least probability that means yes. */
  threshold?: number;
  /** Names the training that made it; becomes part of an assessment's `modelVersion`. */
  version: string;
}

/**
 * A linear model over hashed features: rows of one check byte and one signed byte per output. A feature lies in the
 * row that its hash names or in the neighbouring one; the check byte keeps others apart, with one mistake in about 250.
 */
export class WeightTable {
  readonly scores: Float64Array;
  private readonly sums: Int32Array;
  /** Place of each feature's row in `data`, or -1; of the text that was scored last. */
  private readonly rows = new Int32Array(16_384);
  private readonly stride: number;
  private looked = 0;
  private scored = -1;
  private reader: TextFeatures | undefined;
  private readonly mask: number;

  constructor(
    readonly header: TableHeader,
    private readonly data: Int8Array,
  ) {
    const outputs = header.outputs.length;
    if (outputs === 2) throw new Error('A model of two classes has one output');
    this.stride = outputs + 1;
    this.mask = 2 ** header.bits - 1;
    if (data.length !== 2 ** header.bits * this.stride) throw new Error('Table of weights of a wrong size');
    this.scores = new Float64Array(outputs);
    this.sums = new Int32Array(outputs * 3);
  }

  /**
   * The scores of all outputs for what was read; the array is used again by the next call. `most` features are looked
   * at, in the order of the text. The same reading is scored once.
   */
  score(features: TextFeatures, most = Number.POSITIVE_INFINITY): Float64Array {
    if (features.stamp === this.scored && features === this.reader) return this.scores;
    this.scored = features.stamp;
    this.reader = features;
    const { sums, data, rows, stride, mask, scores } = this;
    const { hashes, groups } = features;
    const count = Math.min(features.count, most);
    this.looked = count;
    const outputs = stride - 1;
    sums.fill(0);
    // The commonest shapes without an inner loop: this is the hottest place of an assessment.
    let [words0, words1, words2, runs0, runs1, runs2] = [0, 0, 0, 0, 0, 0];
    for (let at = 0; at < count; at += 1) {
      const hash = hashes[at] ?? 0;
      const check = hash >> 24;
      const slot = hash & mask;
      let row = slot * stride;
      if (data[row] !== check) {
        row = (slot ^ 1) * stride;
        if (data[row] !== check) {
          rows[at] = -1;
          continue;
        }
      }
      rows[at] = row;
      const group = groups[at] ?? 0;
      if (group === 2 || outputs > 3) {
        const place = group * outputs;
        for (let output = 0; output < outputs; output += 1) {
          sums[place + output] = (sums[place + output] ?? 0) + (data[row + 1 + output] ?? 0);
        }
      } else if (group === 1) {
        runs0 += data[row + 1] ?? 0;
        if (outputs === 1) continue;
        runs1 += data[row + 2] ?? 0;
        runs2 += data[row + 3] ?? 0;
      } else {
        words0 += data[row + 1] ?? 0;
        if (outputs === 1) continue;
        words1 += data[row + 2] ?? 0;
        words2 += data[row + 3] ?? 0;
      }
    }
    if (outputs === 1) sums.set([words0, runs0]);
    else if (outputs === 3) sums.set([words0, words1, words2, runs0, runs1, runs2]);
    for (let output = 0; output < outputs; output += 1) {
      const weighed =
        (sums[output] ?? 0) * (features.scale[0] ?? 0) +
        (sums[outputs + output] ?? 0) * (features.scale[1] ?? 0) +
        (sums[outputs * 2 + output] ?? 0) * (features.scale[2] ?? 0);
      scores[output] = weighed * (this.header.steps[output] ?? 0) + (this.header.bias[output] ?? 0);
    }
    return scores;
  }

  /**
   * The words that spoke most for an output against the mean of the others, as written, heaviest first. Must follow
   * `score` of the same features. The share of a word's runs of characters counts for the word.
   */
  heaviestWords(features: TextFeatures, output: number, text: string, most: number): string[] {
    const { data, rows, looked } = this;
    const outputs = this.stride - 1;
    const { steps } = this.header;
    const weights = new Float64Array(features.wordCount + 1);
    const own = steps[output] ?? 0;
    for (let at = 0; at < looked; at += 1) {
      const row = rows[at] ?? -1;
      if (row < 0) continue;
      let weight = (data[row + 1 + output] ?? 0) * own;
      for (let other = 0; other < outputs; other += 1) {
        if (other !== output) weight -= ((data[row + 1 + other] ?? 0) * (steps[other] ?? 0)) / (outputs - 1);
      }
      const word = features.words[at] ?? 0;
      weights[word] = (weights[word] ?? 0) + weight * (features.scale[features.groups[at] ?? 0] ?? 0);
    }
    const words: string[] = [];
    for (let told = 0; told < most; told += 1) {
      let best = -1;
      for (let word = 0; word < features.wordCount; word += 1) {
        if ((weights[word] ?? 0) > (best < 0 ? LEAST_TOLD : (weights[best] ?? 0))) best = word;
      }
      if (best < 0) break;
      weights[best] = 0;
      const written = text.slice(features.starts[best], features.ends[best]);
      if (!words.includes(written)) words.push(written);
    }
    return words;
  }

  /** Whether a feature is known to the table. */
  knows(hash: number): boolean {
    return this.rowOf(hash) >= 0;
  }

  private rowOf(hash: number): number {
    const { data, stride } = this;
    const check = hash >> 24;
    const slot = hash & this.mask;
    let row = slot * stride;
    if (data[row] === check) return row;
    row = (slot ^ 1) * stride;
    return data[row] === check ? row : -1;
  }
}

/** Words that weigh less are not worth telling. */
const LEAST_TOLD = 0.02;

/** Reads a table as `packTable` of the trainings writes it: length of the header, header as JSON, rows. */
export function readTable(bytes: Uint8Array): WeightTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const header: TableHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  return new WeightTable(header, new Int8Array(bytes.buffer, bytes.byteOffset + 4 + length));
}
