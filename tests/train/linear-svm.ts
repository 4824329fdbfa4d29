import type { FeatureMatrix } from './feature-matrix.js';

export interface SvmSettings {
  /** Cost of a broken margin; larger fits the training rows more closely. */
  cost: number;
  passes: number;
  seed: number;
}

/**
 * Weights of a linear support vector machine with squared hinge loss, by dual coordinate descent
 * (Hsieh et al., ICML 2008, algorithm 1 for the L2 loss). `sign` is +1, -1 or, for a row to leave out, 0; `rowCost`
 * multiplies the cost of each row. `factor` multiplies the values of each column: the returned weights hold it
 * already, so they stand for plain values.
 */
export function trainSvm(
  matrix: FeatureMatrix,
  sign: Int8Array,
  rowCost: Float32Array,
  factor: Float32Array,
  { cost, passes, seed }: SvmSettings,
): Float64Array {
  const { start, column, value } = matrix;
  const weights = new Float64Array(matrix.columns);
  const rows: number[] = [];
  const diagonal = new Float64Array(matrix.rows);
  const curvature = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) {
    if (sign[row] === 0) continue;
    rows.push(row);
    diagonal[row] = 1 / (2 * cost * rowCost[row]!);
    let square = diagonal[row]!;
    for (let at = start[row]!; at < start[row + 1]!; at += 1) {
      const scaled = value[at]! * factor[column[at]!]!;
      square += scaled * scaled;
    }
    curvature[row] = square;
  }
  const alpha = new Float64Array(matrix.rows);
  const random = generator(seed);
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(rows, random);
    for (const row of rows) {
      const from = start[row]!;
      const to = start[row + 1]!;
      const y = sign[row]!;
      let score = 0;
      // `weights` holds the factor once; a row's own value needs it once more only in the update.
      for (let at = from; at < to; at += 1) score += weights[column[at]!]! * value[at]!;
      const gradient = y * score - 1 + diagonal[row]! * alpha[row]!;
      const old = alpha[row]!;
      if (old === 0 && gradient >= 0) continue;
      const now = Math.max(0, old - gradient / curvature[row]!);
      const change = (now - old) * y;
      if (change === 0) continue;
      alpha[row] = now;
      for (let at = from; at < to; at += 1) {
        const f = factor[column[at]!]!;
        weights[column[at]!]! += change * value[at]! * f * f;
      }
    }
  }
  return weights;
}

/** Scores of the rows under weights. */
export function scoresOf(matrix: FeatureMatrix, weights: Float64Array): Float64Array {
  const scores = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) {
    let score = 0;
    for (let at = matrix.start[row]!; at < matrix.start[row + 1]!; at += 1) {
      score += weights[matrix.column[at]!]! * matrix.value[at]!;
    }
    scores[row] = score;
  }
  return scores;
}

export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle(rows: number[], random: () => number): void {
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other]!, rows[at]!];
  }
}
