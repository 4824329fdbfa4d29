import { expectedCount, learnBaseline } from './spike-baseline.js';
import { SPIKE_SPANS, type SpikeScale, type SpikeState } from './spike-state.js';

/** What the detector says of one count. */
export interface SpikeReading {
  /**
   * 0-1: how unlikely it is that a usual half-day holds anything like it, given also what the episode under way has
   * shown already. News, not size: in the long tail of a crisis it is low again.
   */
  anomaly: number;
  /** 0-1: how far the volume stands above the usual now, for as long as it does. */
  velocity: number;
  /** Count that this step would usually have. */
  expected: number;
  /** Count per step up to which half an hour is within what a usual half-day shows. */
  usualHigh: number;
}

/** The shipped threshold: an anomaly from here on is worth a look. */
export const ANOMALY_THRESHOLD = 0.8;

/** Extremes are collected in blocks of this length. */
const BLOCK_MINUTES = 12 * 60;
/** The mean extreme is that of about so many blocks: a fortnight. */
const BLOCKS_KEPT = 28;
/** What is taken for granted at first weighs as much as so many blocks. */
const BLOCKS_FOR_GRANTED = 6;
/** An extreme counts for at most so many standard deviations above the mean one. */
const EXTREME_CAP = 4;
/** The standard deviation of extremes is at least this share of their mean. */
const LEAST_SPREAD = 0.15;
/** News of an episode has to outdo this share of what the episode has shown; that memory halves in two days. */
const EPISODE_SHARE = 0.95;
const EPISODE_HALF_LIFE_MINUTES = 48 * 60;
/** Nothing is said before so many minutes have been seen. */
const FIRST_MINUTES = 500;
/** Dispersion that every series is granted: a negative binomial count of mean m has the variance m + m²/200. */
const GRANTED_DISPERSION = 1 / 200;

/**
 * Takes the next count of a series in, and says how unusual it is. Looks at nothing that comes later; memory and time
 * do not depend on how much was seen. Changes `state`. Steps have to come in order; `at` is the start of the step in
 * milliseconds since 1970.
 *
 * Counts are made comparable by the variance-stabilising transform of the negative binomial distribution (Anscombe,
 * 1948): 2/√φ · asinh(√(φ·(x + 1))) has about unit variance, whether it is 2 an hour or 2,000 a minute. How far extremes of
 * this series go is then learned from the largest surprise of each half-day (block maxima, Gumbel 1958), for each span
 * of time by itself; a series that always had bursts needs larger ones. The spans are averaged: a burst of one step is
 * less than one that lasts.
 */
export function readSpike(state: SpikeState, at: number, count: number): SpikeReading {
  if (!(count >= 0) || !Number.isFinite(count)) throw new RangeError('a count is a number from 0');
  const expected = state.seen === 0 ? count + 0.5 : expectedCount(state, at);
  let sum = 0;
  let usualHigh = expected;
  state.scales.forEach((scale, place) => {
    const span = SPIKE_SPANS[place] ?? SPIKE_SPANS[0];
    const steps = Math.max(1, span / state.step);
    const surprise = takeIn(scale, steps, count, expected);
    sum += (surprise - scale.extremeMean) / Math.sqrt(scale.extremeVariance);
    if (place === 1) usualHigh = highestUsual(expected * steps, scale.extremeMean) / steps;
  });
  const standing = sum / state.scales.length;

  state.episode *= 0.5 ** (state.step / EPISODE_HALF_LIFE_MINUTES);
  const speaks = state.seen * state.step >= FIRST_MINUTES;
  const news = standing - EPISODE_SHARE * state.episode;
  if (speaks && standing > state.episode) state.episode = standing;

  state.inBlock += 1;
  if (state.inBlock * state.step >= BLOCK_MINUTES) {
    state.inBlock = 0;
    state.scales.forEach(endBlock);
  }
  learnBaseline(state, at, count);
  state.seen += 1;
  return {
    anomaly: speaks ? gumbel(news) : 0,
    velocity: speaks ? Math.max(0, (gumbel(standing) - VELOCITY_FROM) / (1 - VELOCITY_FROM)) : 0,
    expected,
    usualHigh,
  };
}

/** The usual extreme of a half-day has this probability to be the largest; velocity begins above it. */
const VELOCITY_FROM = 0.6;

/** Adds a count to a span; returns how many standard deviations above the expected the span stands, 0 if below. */
function takeIn(scale: SpikeScale, steps: number, count: number, expected: number): number {
  const gain = 2 / (steps + 1);
  scale.observed += gain * (count - scale.observed);
  scale.expected += gain * (expected - scale.expected);
  scale.filled += gain * (1 - scale.filled);
  const total = steps / scale.filled;
  const surprise = Math.max(0, stabilised(scale.observed * total) - stabilised(scale.expected * total));
  if (surprise > scale.largest) scale.largest = surprise;
  return surprise;
}

function stabilised(count: number): number {
  return (2 / Math.sqrt(GRANTED_DISPERSION)) * Math.asinh(Math.sqrt(GRANTED_DISPERSION * (count + 1)));
}

function highestUsual(expected: number, surprise: number): number {
  const root = Math.sinh((stabilised(expected) + surprise) * (Math.sqrt(GRANTED_DISPERSION) / 2));
  return (root * root) / GRANTED_DISPERSION - 1;
}

function endBlock(scale: SpikeScale): void {
  scale.blocks += 1;
  const gain = Math.max(1 / (scale.blocks + BLOCKS_FOR_GRANTED), 1 / BLOCKS_KEPT);
  const most = scale.extremeMean + EXTREME_CAP * Math.sqrt(scale.extremeVariance);
  const difference = Math.min(scale.largest, most) - scale.extremeMean;
  scale.extremeMean += gain * difference;
  scale.extremeVariance = Math.max(
    (1 - gain) * (scale.extremeVariance + gain * difference * difference),
    (LEAST_SPREAD * scale.extremeMean) ** 2,
  );
  scale.largest = 0;
}

/** Probability that an extreme stays below `deviations` standard deviations above the mean extreme. */
function gumbel(deviations: number): number {
  return Math.exp(-Math.exp(-((Math.PI / Math.sqrt(6)) * deviations + EULER)));
}

const EULER = 0.577_215_664_901_532_9;
