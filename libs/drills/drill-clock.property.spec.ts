import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { elapsedOf, LONGEST_GAP_MS, scenarioTime, seenAt, type Spell } from './drill-clock.js';

const START = 1_764_000_000_000;
const begun = (speed: number): Spell[] => [
  { startedAt: START, countedAt: START, elapsedMs: 0, speed, open: true },
];

/** The spells after a look at each of these moments. */
function looked(spells: readonly Spell[], moments: readonly number[]): Spell[] {
  return moments.reduce<Spell[]>(
    (all, at) => {
      const { seen, next } = seenAt(all.at(-1)!, at);
      return [...all.slice(0, -1), seen, ...(next ? [next] : [])];
    },
    [...spells],
  );
}

const steps = fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 1, maxLength: 40 });
const moments = (offsets: readonly number[]) => {
  let at = START;
  return offsets.map((offset) => (at += offset));
};

describe('the clock of a drill', () => {
  it('never goes back, whatever the clock of the machine does', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 60 }), (offsets, speed) => {
        let spells = begun(speed);
        let last = 0;
        for (const at of moments(offsets)) {
          spells = looked(spells, [at]);
          const elapsed = elapsedOf(spells, at);
          expect(elapsed).toBeGreaterThanOrEqual(last);
          expect(elapsed - last).toBeLessThanOrEqual(LONGEST_GAP_MS * speed);
          last = elapsed;
        }
      }),
    );
  });

  it('counts every look that is not too far from the last, however often one looks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: LONGEST_GAP_MS }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (offsets, speed) => {
          const played = moments(offsets);
          const end = played.at(-1)!;
          expect(elapsedOf(looked(begun(speed), played), end)).toBe((end - START) * speed);
        },
      ),
    );
  });

  it('tells the time of the scenario of any moment since, in the order of these', () => {
    const spells = [...looked(begun(60), [START + 2000, START + 90_000, START + 92_000])];
    expect(scenarioTime(spells, START + 1000)).toBe(60_000);
    // Nobody drove the drill for a while: its time stood still.
    expect(scenarioTime(spells, START + 50_000)).toBe(120_000);
    expect(scenarioTime(spells, START + 91_000)).toBe(180_000);
    expect(scenarioTime(spells, START - 5000)).toBe(0);
  });
});
