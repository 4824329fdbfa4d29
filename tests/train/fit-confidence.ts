import { type ConfidenceNumbers, type Evidence, fitProbability, shares } from '#answers';

/** A question asked of a library, and what came of it. */
export interface Judged {
  evidence: Evidence;
  /** Whether one of the library's answers fits it. */
  inside: boolean;
  /** Place of the right answer from 0; negative when there is none among those kept. */
  place: number;
  weight: number;
}

export function confidenceOf(evidence: Evidence, numbers: ConfidenceNumbers) {
  const fits = fitProbability(evidence, numbers);
  return { fits, confidence: fits * (shares(evidence.scores, evidence.wordingsPerAnswer, numbers)[0] ?? 0) };
}

const FEATURES = [
  'constant',
  'top',
  'lead',
  'nearest',
  'nearestOfTop',
  'coverage',
  'wordings',
  'topByWordings',
  'nearestByWordings',
  'answers',
] as const;

/** Fits "something fits" by logistic regression (Newton's method), and the sharpness of the shares by likelihood. */
export function fitConfidence(libraries: readonly (readonly Judged[])[]): ConfidenceNumbers {
  const judged = libraries.flat();
  const rows = judged.map(({ evidence }) => rowOf(evidence));
  const size = FEATURES.length;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 30; round += 1) {
    const gradient = weights.map((weight) => RIDGE * weight);
    const hessian = weights.map((_, index) => weights.map((__, other) => (index === other ? RIDGE : 0)));
    for (const [index, row] of rows.entries()) {
      const { inside, weight } = judged[index] as Judged;
      const value = row.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), 0);
      const probability = 1 / (1 + Math.exp(-value));
      const error = weight * (probability - (inside ? 1 : 0));
      const curve = weight * probability * (1 - probability);
      for (let a = 0; a < size; a += 1) {
        gradient[a] = (gradient[a] ?? 0) + error * (row[a] ?? 0);
        const line = hessian[a] as number[];
        for (let b = 0; b < size; b += 1) line[b] = (line[b] ?? 0) + curve * (row[a] ?? 0) * (row[b] ?? 0);
      }
    }
    solve(hessian, gradient).forEach((step, index) => (weights[index] = (weights[index] ?? 0) - step));
  }
  const fitted = Object.fromEntries(FEATURES.map((name, index) => [name, weights[index] ?? 0]));
  return {
    ...(fitted as Omit<ConfidenceNumbers, 'sharpness' | 'sharpnessByWordings'>),
    ...sharpness(libraries),
  };
}

const RIDGE = 1e-3;

function rowOf(evidence: Evidence): number[] {
  const top = evidence.scores[0] ?? 0;
  const wordings = Math.log(Math.max(1, evidence.wordingsPerAnswer));
  return [
    1,
    top,
    top - (evidence.scores[1] ?? 0),
    evidence.nearest,
    evidence.nearestOfTop,
    evidence.coverage,
    wordings,
    top * wordings,
    evidence.nearest * wordings,
    Math.log(Math.max(1, evidence.answers)),
  ];
}

/** The best sharpness of each library, and a line through their logarithms by ln(wordings per answer). */
function sharpness(libraries: readonly (readonly Judged[])[]) {
  const points = libraries.map((judged) => {
    const inside = judged.filter((record) => record.inside);
    let best = { sharpness: 0, loss: Infinity };
    for (let value = 0; value <= 4; value += 0.1) {
      const numbers = { sharpness: value, sharpnessByWordings: 0 } as ConfidenceNumbers;
      const loss = inside.reduce((sum, { evidence, place }) => {
        const share = shares(evidence.scores, evidence.wordingsPerAnswer, numbers)[place] ?? 0.002;
        return sum - Math.log(Math.max(1e-4, share));
      }, 0);
      if (loss < best.loss) best = { sharpness: value, loss };
    }
    return { x: Math.log(Math.max(1, inside[0]?.evidence.wordingsPerAnswer ?? 1)), y: best.sharpness };
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const slope =
    mean(points.map((point) => (point.x - x) * (point.y - y))) /
    mean(points.map((point) => (point.x - x) ** 2));
  return { sharpness: y - slope * x, sharpnessByWordings: slope };
}

/** Gauss-Jordan elimination with pivoting. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    let pivot = column;
    for (let row = column; row < rows.length; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const by = rows[column] as number[];
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const factor = (row[column] ?? 0) / (by[column] ?? 1);
      for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (by[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}
