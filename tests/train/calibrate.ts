/**
 * The slope that makes `slope * score` the logarithm of odds of several classes (temperature scaling: Guo et al.,
 * ICML 2017), by the likelihood of held-out texts.
 */
export function fitSlope(scores: readonly Float64Array[], labels: readonly number[]): number {
  const loss = (slope: number) => {
    let sum = 0;
    scores.forEach((row, at) => {
      const most = Math.max(...row);
      let total = 0;
      for (const score of row) total += Math.exp(slope * (score - most));
      sum += Math.log(total) - slope * (row[labels[at]!]! - most);
    });
    return sum;
  };
  return lowest(loss, 0.05, 20);
}

/** Slope and bias of a yes-or-no model, `slope * (score + bias)` (Platt, 1999), by the likelihood of held-out texts. */
export function fitPlatt(
  scores: readonly number[],
  yes: readonly boolean[],
): { slope: number; bias: number } {
  const loss = (slope: number, bias: number) => {
    let sum = 0;
    scores.forEach((score, at) => {
      const odds = slope * (score + bias);
      sum += Math.log1p(Math.exp(yes[at] ? -odds : odds));
    });
    return sum;
  };
  let slope = 1;
  let bias = 0;
  for (let round = 0; round < 12; round += 1) {
    slope = lowest((value) => loss(value, bias), 0.05, 20);
    bias = lowest((value) => loss(slope, value), -2, 2);
  }
  return { slope, bias };
}

/**
 * The border of a yes-or-no model at which the expected macro F1 is highest, taken from its calibrated probabilities alone.
 * The border that does best on the labels themselves hangs on a few texts; this one hangs on all of them.
 */
export function fitBorder(probabilities: readonly number[]): number {
  const falling = [...probabilities].sort((one, other) => other - one);
  const yes = falling.reduce((sum, one) => sum + one, 0);
  const no = falling.length - yes;
  let [hits, alarms, border, highest] = [0, 0, 0.5, 0];
  falling.forEach((probability, at) => {
    hits += probability;
    alarms += 1 - probability;
    const f1 = hits / (yes + hits + alarms) + (no - alarms) / (no + (no - alarms) + (yes - hits));
    if (f1 <= highest) return;
    highest = f1;
    border = (probability + (falling[at + 1] ?? probability)) / 2;
  });
  return border;
}

/** Golden-section search of a function with one valley. */
function lowest(loss: (value: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let round = 0; round < 40; round += 1) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
