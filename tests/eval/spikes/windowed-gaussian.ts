/**
 * The windowed Gaussian detector of the Numenta Anomaly Benchmark, for comparison: one minus the tail probability of
 * a value under the normal distribution of the last 6,400 values, renewed every 100 values once the window is full.
 */
export function windowedGaussian(values: readonly number[]): number[] {
  let window: number[] = [];
  let waiting: number[] = [];
  let mean = 0;
  let deviation = 1;
  let sum = 0;
  let squares = 0;
  const renew = () => {
    mean = sum / window.length;
    deviation = Math.sqrt(Math.max(0, squares / window.length - mean * mean)) || 0.000_001;
  };
  return values.map((value) => {
    const score = window.length === 0 ? 0 : 1 - 0.5 * erfc(Math.abs(value - mean) / deviation / 1.4142);
    if (window.length < WINDOW) {
      window.push(value);
      sum += value;
      squares += value * value;
      renew();
      return score;
    }
    waiting.push(value);
    if (waiting.length === STEP) {
      window = [...window.slice(STEP), ...waiting];
      waiting = [];
      sum = window.reduce((total, one) => total + one, 0);
      squares = window.reduce((total, one) => total + one * one, 0);
      renew();
    }
    return score;
  });
}

const WINDOW = 6400;
const STEP = 100;

/** Complementary error function for x from 0: its power series below 2.5, its continued fraction above. */
export function erfc(x: number): number {
  if (x < 2.5) {
    let sum = x;
    let term = x;
    for (let n = 1; n < 200; n++) {
      term *= (-x * x) / n;
      const part = term / (2 * n + 1);
      sum += part;
      if (Math.abs(part) < 1e-17) break;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}
