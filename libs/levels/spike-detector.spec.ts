import { describe, expect, it } from '@jest/globals';
import { ANOMALY_THRESHOLD, newSpikeState, readSpike, type SpikeReading, type SpikeState } from './rules.js';

const START = Date.UTC(2026, 2, 2);

/** A generator of the counts of a Poisson process whose rate follows the day. */
function rhythm(perHour: number, step: number, seed = 1) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return (at: number) => {
    const hour = (at / 3_600_000) % 24;
    const mean = (perHour / 60) * step * (1 + 0.8 * Math.sin(((hour - 9) / 24) * 2 * Math.PI));
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let [count, product] = [0, random()];
    for (const least = Math.exp(-mean); product > least; product *= random()) count += 1;
    return count;
  };
}

function run(state: SpikeState, step: number, days: number, counts: (at: number) => number, from = START) {
  const readings: (SpikeReading & { at: number })[] = [];
  for (let at = from; at < from + days * 86_400_000; at += step * 60_000)
    readings.push({ at, ...readSpike(state, at, counts(at)) });
  return readings;
}

describe('the spike detector', () => {
  it.each([
    ['2 an hour, minute by minute', 2, 1],
    ['30 an hour, minute by minute', 30, 1],
    ['2,000 a minute', 120_000, 1],
    ['12 an hour in five minutes', 12, 5],
  ])('finds a surge and seldom cries without one: %s', (_, perHour, step) => {
    const state = newSpikeState(step);
    // It has to learn the rhythm of the day first.
    const counts = rhythm(perHour, step);
    run(state, step, 7, counts);
    const calm = run(state, step, 14, counts, START + 7 * 86_400_000);
    const cries = calm.filter(
      ({ anomaly }, place) =>
        anomaly >= ANOMALY_THRESHOLD && (calm[place - 1]?.anomaly ?? 0) < ANOMALY_THRESHOLD,
    ).length;
    expect(cries).toBeLessThanOrEqual(4);

    const usual = rhythm(perHour, step, 7);
    const surge = run(
      state,
      step,
      0.25,
      (at) => usual(at) + Math.ceil((8 * perHour * step) / 60 + step / 5),
      START + 21 * 86_400_000,
    );
    expect(Math.max(...surge.map(({ anomaly }) => anomaly))).toBeGreaterThan(ANOMALY_THRESHOLD);
    expect(surge.at(-1)?.velocity).toBeGreaterThan(0.5);
  });

  it('learns the hours of the day', () => {
    const state = newSpikeState(5);
    const readings = run(state, 5, 14, rhythm(240, 5)).slice(-288);
    const at = (hour: number) =>
      readings.find(({ at: time }) => new Date(time).getUTCHours() === hour)?.expected ?? 0;
    expect(at(15)).toBeGreaterThan(2.5 * at(3));
  });

  it('goes on from a kept state exactly as without a break', () => {
    const counts = rhythm(60, 5, 3);
    const series = Array.from({ length: 3000 }, (_, place) => counts(START + place * 300_000));
    const whole = newSpikeState(5);
    let kept = newSpikeState(5);
    series.forEach((count, place) => {
      const reading = readSpike(whole, START + place * 300_000, count);
      if (place % 37 === 0) kept = JSON.parse(JSON.stringify(kept)) as SpikeState;
      expect(readSpike(kept, START + place * 300_000, count)).toEqual(reading);
    });
  });

  it('does not look ahead: what comes later changes nothing', () => {
    const counts = rhythm(60, 5, 5);
    const series = Array.from({ length: 2000 }, (_, place) => counts(START + place * 300_000));
    const readings = (list: number[]) => {
      const state = newSpikeState(5);
      return list.map((count, place) => readSpike(state, START + place * 300_000, count).anomaly);
    };
    expect(readings([...series, 9999]).slice(0, 2000)).toEqual(readings(series));
  });

  it('keeps a state of one size however long it runs', () => {
    const state = newSpikeState(5);
    run(state, 5, 3, rhythm(20, 5));
    const fields = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce<number>((sum, one) => sum + fields(one), 0)
        : 1;
    const early = fields(state);
    run(state, 5, 30, rhythm(20, 5), START + 3 * 86_400_000);
    expect(fields(state)).toBe(early);
  });

  it('refuses what is no count', () => {
    expect(() => readSpike(newSpikeState(1), START, -1)).toThrow(RangeError);
    expect(() => readSpike(newSpikeState(1), START, Number.NaN)).toThrow(RangeError);
    expect(() => newSpikeState(0)).toThrow(RangeError);
  });
});
