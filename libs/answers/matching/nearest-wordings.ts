import type { TextVector } from './feature-space.js';

/** In a large library a feature of more than this share of the texts finds nothing, and costs most. */
const COMMON_SHARE = 0.1;
const LARGE = 1000;

/** Cosine similarity, 0-1, of a text to every text of a set, by an inverted index. */
export class NearestWordings {
  private readonly start: Int32Array;
  private readonly texts: Int32Array;
  private readonly values: Float32Array;
  private readonly similarities: Float32Array;

  constructor(features: number, vectors: readonly TextVector[]) {
    const sizes = new Int32Array(features);
    for (const { ids } of vectors) for (const id of ids) sizes[id] = (sizes[id] as number) + 1;
    const most = vectors.length > LARGE ? vectors.length * COMMON_SHARE : Infinity;
    this.start = new Int32Array(features + 1);
    for (let id = 0; id < features; id += 1) {
      const size = sizes[id] as number;
      this.start[id + 1] = (this.start[id] as number) + (size > most ? 0 : size);
    }
    const total = this.start[features] as number;
    this.texts = new Int32Array(total);
    this.values = new Float32Array(total);
    const next = this.start.slice();
    for (const [text, { ids, values }] of vectors.entries()) {
      const length = norm(values);
      for (let index = 0; index < ids.length; index += 1) {
        const id = ids[index] as number;
        if ((sizes[id] as number) > most) continue;
        const at = next[id] as number;
        next[id] = at + 1;
        this.texts[at] = text;
        this.values[at] = (values[index] as number) / length;
      }
    }
    this.similarities = new Float32Array(vectors.length);
  }

  /** The similarities by text; the array is used again by the next call. */
  similaritiesTo({ ids, values }: TextVector): Float32Array {
    const { similarities, start, texts } = this;
    similarities.fill(0);
    const length = norm(values);
    for (let index = 0; index < ids.length; index += 1) {
      const id = ids[index] as number;
      const value = (values[index] as number) / length;
      const end = start[id + 1] as number;
      for (let at = start[id] as number; at < end; at += 1) {
        const text = texts[at] as number;
        similarities[text] = (similarities[text] as number) + value * (this.values[at] as number);
      }
    }
    return similarities;
  }
}

function norm(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum) || 1;
}
