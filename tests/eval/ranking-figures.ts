/** Share, in percent, of queries whose right label is among the first `depth`. */
export function accuracyAt(
  depth: number,
  ranked: readonly (readonly string[])[],
  right: readonly string[],
): number {
  const hits = ranked.filter((labels, index) => labels.slice(0, depth).includes(right[index] ?? '')).length;
  return percent(hits / Math.max(1, ranked.length));
}

/**
 * Area under the ROC curve in percent: how often one of `positives` scores above one of `negatives`, ties counting
 * half (Mann-Whitney). Null when either is empty.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.score === all[start]?.score) end += 1;
    const rank = (start + end + 1) / 2;
    for (let index = start; index < end; index += 1) if (all[index]?.positive) rankSum += rank;
    start = end;
  }
  const pairs = positives.length * negatives.length;
  return percent((rankSum - (positives.length * (positives.length + 1)) / 2) / pairs);
}

/** Expected calibration error, 0-1: in ten bins, how far the confidence told is from the share that was right. */
export function calibrationError(
  told: readonly { confidence: number; right: boolean; weight: number }[],
): number {
  const bins = Array.from({ length: 10 }, () => ({ told: 0, right: 0 }));
  let all = 0;
  for (const { confidence, right, weight } of told) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.told += weight * confidence;
    bin.right += right ? weight : 0;
    all += weight;
  }
  const off = bins.reduce((sum, bin) => sum + Math.abs(bin.told - bin.right), 0);
  return all > 0 ? Math.round((10_000 * off) / all) / 10_000 : 0;
}

function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
