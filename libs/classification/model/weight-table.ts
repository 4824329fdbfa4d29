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
  private readonly mask: number;

  constructor(
    readonly header: TableHeader,
    private readonly data: Int8Array,
  ) {
    const outputs = header.outputs.length;
    this.stride = outputs + 1;
    this.mask = 2 ** header.bits - 1;
    if (data.length !== 2 ** header.bits * this.stride) throw new Error('Table of weights of a wrong size');
    this.scores = new Float64Array(outputs);
    this.sums = new Int32Array(outputs * 3);
  }

  /** The scores of all outputs for what was read; the array is used again by the next call. */
  score(features: TextFeatures): Float64Array {
    const { sums, data, rows, stride, scores } = this;
    const { hashes, groups, count } = features;
    const outputs = stride - 1;
    sums.fill(0);
    for (let at = 0; at < count; at += 1) {
      const row = this.rowOf(hashes[at] ?? 0);
      rows[at] = row;
      if (row < 0) continue;
      const group = (groups[at] ?? 0) * outputs;
      for (let output = 0; output < outputs; output += 1) {
        sums[group + output] = (sums[group + output] ?? 0) + (data[row + 1 + output] ?? 0);
      }
    }
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
    const { data, rows } = this;
    const outputs = this.stride - 1;
    const weights = new Float64Array(features.wordCount + 1);
    const step = (index: number) => this.header.steps[index] ?? 0;
    for (let at = 0; at < features.count; at += 1) {
      const row = rows[at] ?? -1;
      if (row < 0) continue;
      let weight = (data[row + 1 + output] ?? 0) * step(output);
      for (let other = 0; other < outputs; other += 1) {
        if (other !== output) weight -= ((data[row + 1 + other] ?? 0) * step(other)) / (outputs - 1);
      }
      const word = features.words[at] ?? 0;
      weights[word] = (weights[word] ?? 0) + weight * (features.scale[features.groups[at] ?? 0] ?? 0);
    }
    return this.written(features, weights, text, most);
  }

  /** Whether a feature is known to the table. */
  knows(hash: number): boolean {
    return this.rowOf(hash) >= 0;
  }

  private written(features: TextFeatures, weights: Float64Array, text: string, most: number): string[] {
    const order = Array.from({ length: features.wordCount }, (_, word) => word)
      .filter((word) => (weights[word] ?? 0) > LEAST_TOLD)
      .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    const words = new Set<string>();
    for (const word of order) {
      if (words.size >= most) break;
      words.add(text.slice(features.starts[word], features.ends[word]));
    }
    return [...words];
  }

  private rowOf(hash: number): number {
    const { data, stride } = this;
    const check = (hash >> 24) | 0;
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
