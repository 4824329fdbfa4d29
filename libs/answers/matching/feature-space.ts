import type { TextFeatures } from './features.js';

/** A text as a sparse vector over the features that the library knows. */
export interface TextVector {
  ids: Int32Array;
  values: Float32Array;
  /** Distinct features of the text, known or not. */
  features: number;
  /** Share of the weight of its words (by rarity; unknown ones weigh most) that the library knows, 0-1. */
  coverage: number;
}

/** What the letter block weighs beside the word block, which weighs 1. */
const LETTER_WEIGHT = 0.8;

/**
 * Numbers the features of a set of texts and weighs them by the square root of their inverse document frequency,
 * (1 + ln tf) · √ln((N + 1) / (df + ½)), each block brought to its length.
 */
export class FeatureSpace {
  private readonly idOf = new Map<number, number>();
  private readonly weights: number[] = [];
  private readonly unknownWeight: number;

  constructor(texts: readonly TextFeatures[]) {
    const frequency: number[] = [];
    for (const { wordBlock, letterBlock } of texts) {
      for (const block of [wordBlock, letterBlock]) {
        for (const feature of new Set(block)) {
          let id = this.idOf.get(feature);
          if (id === undefined) this.idOf.set(feature, (id = frequency.push(0) - 1));
          frequency[id] = (frequency[id] ?? 0) + 1;
        }
      }
    }
    const weigh = (df: number) => Math.sqrt(Math.max(0.01, Math.log((texts.length + 1) / (df + 0.5))));
    for (const df of frequency) this.weights.push(weigh(df));
    this.unknownWeight = weigh(0.5);
  }

  get size(): number {
    return this.weights.length;
  }

  /** Weight of a stem by its hash; null when no text of the library has it. */
  weightOf(stem: number): number | null {
    const id = this.idOf.get(stem);
    return id === undefined ? null : (this.weights[id] ?? null);
  }

  idOfFeature(feature: number): number | undefined {
    return this.idOf.get(feature);
  }

  vector(text: TextFeatures): TextVector {
    const ids: number[] = [];
    const values: number[] = [];
    let features = 0;
    for (const [block, weight] of [
      [text.wordBlock, 1],
      [text.letterBlock, LETTER_WEIGHT],
    ] as const) {
      const counts = new Map<number, number>();
      for (const feature of block) counts.set(feature, (counts.get(feature) ?? 0) + 1);
      features += counts.size;
      const start = ids.length;
      let square = 0;
      for (const [feature, count] of counts) {
        const id = this.idOf.get(feature);
        if (id === undefined) continue;
        const value = (1 + Math.log(count)) * (this.weights[id] ?? 0);
        square += value * value;
        ids.push(id);
        values.push(value);
      }
      const scale = square > 0 ? weight / Math.sqrt(square) : 0;
      for (let index = start; index < values.length; index += 1) values[index] = (values[index] ?? 0) * scale;
    }
    return {
      ids: Int32Array.from(ids),
      values: Float32Array.from(values),
      features,
      coverage: this.coverage(text.stems),
    };
  }

  private coverage(stems: readonly number[]): number {
    let known = 0;
    let all = 0;
    for (const stem of new Set(stems)) {
      const weight = this.weightOf(stem);
      known += weight === null ? 0 : weight * weight;
      all += weight === null ? this.unknownWeight ** 2 : weight * weight;
    }
    return all > 0 ? known / all : 0;
  }
}
