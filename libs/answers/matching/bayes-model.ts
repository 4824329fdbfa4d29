import type { TextVector } from './feature-space.js';
import type { TrainingExample } from './margin-model.js';

/** Added to every count: small, because nearly all features are rare. */
const SMOOTHING = 0.05;

/**
 * Multinomial naive Bayes over the presence of features, kept sparse: what a feature says for the few answers that have
 * it, against what it says on average. Learns a new answer at once and ranks well where wordings are few.
 */
export class BayesModel {
  private readonly start: Int32Array;
  private readonly labels: Int32Array;
  private readonly gains: Float32Array;
  private readonly meanGain: Float32Array;
  private readonly base: Float32Array;

  constructor(
    features: number,
    private readonly classes: number,
    examples: readonly TrainingExample[],
  ) {
    const counts = Array.from({ length: features }, () => new Map<number, number>());
    const totals = new Float64Array(classes);
    for (const { vector, label, weight } of examples) {
      for (const id of vector.ids) {
        const perLabel = counts[id];
        perLabel?.set(label, (perLabel.get(label) ?? 0) + weight);
        totals[label] = (totals[label] ?? 0) + weight;
      }
    }
    const size = counts.reduce((sum, perLabel) => sum + perLabel.size, 0);
    this.start = new Int32Array(features + 1);
    this.labels = new Int32Array(size);
    this.gains = new Float32Array(size);
    this.meanGain = new Float32Array(features);
    let at = 0;
    for (const [id, perLabel] of counts.entries()) {
      this.start[id] = at;
      let sum = 0;
      for (const [label, count] of perLabel) {
        const gain = Math.log((count + SMOOTHING) / SMOOTHING);
        this.labels[at] = label;
        this.gains[at] = gain;
        sum += gain;
        at += 1;
      }
      this.meanGain[id] = sum / classes;
    }
    this.start[features] = at;
    this.base = new Float32Array(classes);
    let mean = 0;
    for (let label = 0; label < classes; label += 1) {
      const base = -Math.log((totals[label] ?? 0) + SMOOTHING * features);
      this.base[label] = base;
      mean += base / classes;
    }
    for (let label = 0; label < classes; label += 1) this.base[label] = (this.base[label] ?? 0) - mean;
  }

  /** Adds to `into`, for every answer, its log-likelihood against the mean of all, over √(features of the text). */
  addScores(vector: TextVector, factor: number, into: Float32Array): void {
    const scale = factor / Math.sqrt(Math.max(1, vector.features));
    let mean = 0;
    for (const id of vector.ids) {
      mean += this.meanGain[id] ?? 0;
      const end = this.start[id + 1] as number;
      for (let at = this.start[id] as number; at < end; at += 1) {
        const label = this.labels[at] as number;
        into[label] = (into[label] as number) + scale * (this.gains[at] as number);
      }
    }
    for (let label = 0; label < this.classes; label += 1) {
      const base = vector.ids.length * (this.base[label] as number) - mean;
      into[label] = (into[label] as number) + scale * base;
    }
  }
}
