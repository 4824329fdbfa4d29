/** One series with its labelled windows; `windows` hold the positions of their first and last point. */
export interface LabelledSeries {
  name: string;
  length: number;
  windows: readonly { first: number; last: number }[];
}

interface ScoredPoint {
  anomaly: number;
  /** What an alarm here is worth. */
  worth: number;
  /** The window it lies in, counted over all series; null outside. */
  window: number | null;
}

const WEIGHTS = { truePositive: 1, falsePositive: 0.11, falseNegative: 1 };

/** Score of a detector under one threshold, normalised: 0 for a detector that says nothing, 100 for a perfect one. */
export interface NabScore {
  score: number;
  threshold: number;
  falseAlarms: number;
  windowsFound: number;
}

/**
 * The scoring of the Numenta Anomaly Benchmark, standard profile (Lavin and Ahmad 2015; nab/sweeper.py): points of
 * the probation (15 %, at most 750) do not count; the best alarm of a window counts by its place in it, an alarm outside
 * by its distance from the window before.
 */
export class NabScorer {
  private readonly points: ScoredPoint[] = [];
  private windows = 0;

  add(series: LabelledSeries, anomalies: readonly number[]): void {
    if (anomalies.length !== series.length)
      throw new Error(`${series.name}: a score for each point is needed`);
    const probation = Math.min(Math.floor(0.15 * series.length), 0.15 * 5000);
    const numberOf = new Map<number, number>();
    for (let at = 0; at < series.length; at++) {
      const worth = worthAt(series.windows, at);
      const inside = series.windows.findIndex(({ first, last }) => at >= first && at <= last);
      if (at < probation) continue;
      if (inside >= 0 && !numberOf.has(inside)) numberOf.set(inside, this.windows++);
      this.points.push({
        anomaly: anomalies[at] ?? 0,
        worth,
        window: inside >= 0 ? (numberOf.get(inside) ?? null) : null,
      });
    }
  }

  /** The score of the best single threshold over all series, as the benchmark chooses it. */
  best(): NabScore {
    const falling = [...this.points].sort((a, b) => b.anomaly - a.anomaly);
    const tally = new Tally(this.windows);
    let best = this.scored(tally, Number.POSITIVE_INFINITY);
    falling.forEach((point, place) => {
      tally.alarm(point);
      if (falling[place + 1]?.anomaly === point.anomaly) return;
      const score = this.scored(tally, point.anomaly);
      if (score.score > best.score) best = score;
    });
    return best;
  }

  /** The score when every anomaly from `threshold` on is an alarm. */
  at(threshold: number): NabScore {
    const tally = new Tally(this.windows);
    for (const point of this.points) if (point.anomaly >= threshold) tally.alarm(point);
    return this.scored(tally, threshold);
  }

  private scored(tally: Tally, threshold: number): NabScore {
    const nothing = -this.windows * WEIGHTS.falseNegative;
    const perfect = this.windows * WEIGHTS.truePositive;
    return {
      score: ((tally.sum() - nothing) / (perfect - nothing)) * 100,
      threshold,
      falseAlarms: tally.falseAlarms,
      windowsFound: tally.found(),
    };
  }
}

class Tally {
  falseAlarms = 0;
  private outside = 0;
  private readonly ofWindow: number[];

  constructor(windows: number) {
    this.ofWindow = Array.from({ length: windows }, () => -WEIGHTS.falseNegative);
  }

  alarm({ worth, window }: ScoredPoint): void {
    if (window === null) {
      this.outside += worth;
      this.falseAlarms += 1;
    } else this.ofWindow[window] = Math.max(this.ofWindow[window] ?? 0, worth);
  }

  sum(): number {
    return this.ofWindow.reduce((sum, worth) => sum + worth, this.outside);
  }

  found(): number {
    return this.ofWindow.filter((worth) => worth > -WEIGHTS.falseNegative).length;
  }
}

function worthAt(windows: LabelledSeries['windows'], at: number): number {
  const inside = windows.find(({ first, last }) => at >= first && at <= last);
  if (inside) {
    const width = inside.last - inside.first + 1;
    return (scaledSigmoid(-(inside.last - at + 1) / width) * WEIGHTS.truePositive) / scaledSigmoid(-1);
  }
  const before = windows.filter(({ last }) => last < at).at(-1);
  if (!before) return -WEIGHTS.falsePositive;
  return scaledSigmoid((at - before.last) / (before.last - before.first)) * WEIGHTS.falsePositive;
}

/** 1 well before the right edge of a window (at 0), -1 well after it. */
function scaledSigmoid(position: number): number {
  return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
}
