/**
 * What the detector knows of one series of counts. Plain numbers, so that it can be kept as JSON: JavaScript writes a
 * number such that it reads back as the same one, and a detector that goes on from a kept state gives the very scores
 * it would have given without the break.
 */
export interface SpikeState {
  /** Minutes that one count stands for. */
  step: number;
  /** Counts seen. */
  seen: number;
  /** Usual count of a step, the hour of the week taken out. */
  level: number;
  /** Logarithm of each hour of the day against the level, and how many such hours have taught it. */
  day: Learned[];
  /** The same for each hour of the week against its hour of the day. */
  week: Learned[];
  /** The hour under way: which hour since 1970, what came (capped) and what the level alone would have given. */
  hour: { number: number; counted: number; level: number };
  scales: SpikeScale[];
  /** Steps since the last block of extremes ended. */
  inBlock: number;
  /** What the episode under way has shown at most; fades. */
  episode: number;
}

export interface Learned {
  mean: number;
  weight: number;
}

/** A span of time over which counts are looked at, with an exponential window. */
export interface SpikeScale {
  observed: number;
  expected: number;
  /** How far the window is filled, 0 to 1. */
  filled: number;
  /** Mean and variance of the largest surprise of a block, in standard deviations of a Poisson count. */
  extremeMean: number;
  extremeVariance: number;
  blocks: number;
  /** Largest surprise of the block under way. */
  largest: number;
}

/** Minutes over which counts are added up: a burst, a wave, a subject, an afternoon. */
export const SPIKE_SPANS = [5, 30, 120, 480] as const;

/** A detector that has seen nothing yet, for counts of `step` minutes each. */
export function newSpikeState(step: number): SpikeState {
  if (!(step > 0 && step <= 60)) throw new RangeError('a step is more than 0 and at most 60 minutes');
  return {
    step,
    seen: 0,
    level: 0,
    day: Array.from({ length: 24 }, () => ({ mean: 0, weight: 0 })),
    week: Array.from({ length: 168 }, () => ({ mean: 0, weight: 0 })),
    hour: { number: -1, counted: 0, level: 0 },
    scales: SPIKE_SPANS.map(() => ({
      observed: 0,
      expected: 0,
      filled: 0,
      extremeMean: FIRST_EXTREME.mean,
      extremeVariance: FIRST_EXTREME.variance,
      blocks: 0,
      largest: 0,
    })),
    inBlock: 0,
    episode: 0,
  };
}

/** What extremes are taken for before any were seen; a few blocks outweigh it. */
const FIRST_EXTREME = { mean: 4, variance: 0.5 };
