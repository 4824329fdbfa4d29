import type { TableHeader } from '../../libs/classification/model/weight-table.js';

export interface LearnedWeights {
  hash: Uint32Array;
  /** One array per output, each as long as `hash`. */
  weights: Float64Array[];
}

/**
 * Writes learned weights as a table of signed bytes. Where more features want a row than there are rows, those that
 * weigh most keep theirs. Steps are set so that the 99.9th percentile of a weight fills the byte; larger ones are cut.
 */
export function packTable(
  learned: LearnedWeights,
  about: Omit<TableHeader, 'steps'>,
): { bytes: Uint8Array; kept: number } {
  const outputs = learned.weights.length;
  const rows = 2 ** about.bits;
  const stride = outputs + 1;
  const steps = learned.weights.map((weights) => percentile(weights, 0.999) / 127);
  const data = new Int8Array(rows * stride);
  const taken = new Uint8Array(rows);
  const importance = Float64Array.from(learned.hash, (_, at) =>
    learned.weights.reduce((most, weights) => Math.max(most, Math.abs(weights[at]!)), 0),
  );
  const order = Array.from({ length: learned.hash.length }, (_, at) => at).sort(
    (a, b) => importance[b]! - importance[a]! || learned.hash[a]! - learned.hash[b]!,
  );
  let kept = 0;
  for (const at of order) {
    const values = learned.weights.map((weights, output) => quantised(weights[at]!, steps[output]!));
    if (values.every((value) => value === 0)) continue;
    const hash = learned.hash[at]!;
    const slot = hash & (rows - 1);
    const free = [slot, slot ^ 1].find((candidate) => taken[candidate] === 0);
    if (free === undefined) continue;
    taken[free] = 1;
    kept += 1;
    data[free * stride] = hash >> 24;
    values.forEach((value, output) => (data[free * stride + 1 + output] = value));
  }
  const header = new TextEncoder().encode(JSON.stringify({ ...about, steps }));
  const bytes = new Uint8Array(4 + header.length + data.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  bytes.set(new Uint8Array(data.buffer), 4 + header.length);
  return { bytes, kept };
}

function quantised(weight: number, step: number): number {
  return Math.max(-127, Math.min(127, Math.round(weight / step)));
}

function percentile(weights: Float64Array, share: number): number {
  const sorted = Float64Array.from(weights, Math.abs)
    .filter((weight) => weight > 0)
    .sort();
  return sorted[Math.floor(sorted.length * share)] ?? 1;
}
