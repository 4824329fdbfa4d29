import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countMeetings, drawRotations, joinRounds } from './rotations.js';

const people = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);
const wishes = fc.array(
  fc.record({ size: fc.integer({ min: 2, max: 8 }), hostStays: fc.boolean() }).map(({ size, hostStays }) => ({
    size,
    hostStays: hostStays && size > 2,
  })),
  { minLength: 1, maxLength: 4 },
);
const inputs = fc
  .record({ count: fc.integer({ min: 2, max: 40 }), wishes, seed: fc.nat(), hosts: fc.nat({ max: 5 }) })
  .map(({ count, wishes: shapes, seed, hosts }) => ({
    seatIds: people(count),
    hostIds: people(count).slice(0, hosts),
    wishes: shapes.map((shape, index) => ({ ...shape, phaseKey: `round_${index}` })),
    held: [],
    seed,
  }));

describe('groups that are drawn', () => {
  it('seat everybody exactly once in each round, in groups that differ by one at most', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { groups } of drawRotations(input).rounds) {
          expect(groups.flatMap(({ seatIds }) => seatIds).sort()).toEqual([...input.seatIds].sort());
          const sizes = groups.map(({ seatIds }) => seatIds.length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  it('never promise more meetings than the bound, and count them rightly', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { rounds, met, bound } = drawRotations(input);
        expect(met).toBe(countMeetings(rounds, input.seatIds));
        expect(met).toBeLessThanOrEqual(bound);
      }),
    );
  });

  it('leave each host at their own table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), fc.nat(), (count, seed) => {
        const wish = { size: 5, hostStays: true };
        const { rounds } = drawRotations({
          seatIds: people(count),
          hostIds: ['s3'],
          wishes: [1, 2, 3].map((round) => ({ ...wish, phaseKey: `round_${round}` })),
          held: [],
          seed,
        });
        const hosts = rounds.map(({ groups }) => groups.map(({ hostId }) => hostId));
        expect(hosts[0]?.[0]).toBe('s3');
        expect(hosts[1]).toEqual(hosts[0]);
        expect(hosts[2]).toEqual(hosts[0]);
        for (const { groups } of rounds)
          for (const { hostId, seatIds } of groups) expect(seatIds).toContain(hostId);
      }),
      { numRuns: 30 },
    );
  });

  it('are the same for the same seed', () => {
    fc.assert(
      fc.property(inputs, (input) => expect(drawRotations(input)).toEqual(drawRotations(input))),
      { numRuns: 20 },
    );
  });

  it('keep what was held, and avoid those whom one has met', () => {
    const seatIds = people(6);
    const held = drawRotations({
      seatIds,
      hostIds: [],
      wishes: [{ phaseKey: 'a', size: 2, hostStays: false }],
      held: [],
      seed: 1,
    }).rounds;
    const draw = drawRotations({
      seatIds,
      hostIds: [],
      wishes: ['b', 'c', 'd', 'e'].map((phaseKey) => ({ phaseKey, size: 2, hostStays: false })),
      held,
      seed: 2,
    });
    expect(draw.rounds[0]).toEqual(held[0]);
    // Six people in pairs can all meet each other in five rounds.
    expect(draw.bound).toBe(15);
    expect(draw.met).toBeGreaterThanOrEqual(14);
  });

  it('come close to the bound: a café of forty in three rounds reaches nine tenths', () => {
    const { met, bound } = drawRotations({
      seatIds: people(40),
      hostIds: [],
      wishes: [1, 2, 3].map((round) => ({ phaseKey: `round_${round}`, size: 5, hostStays: true })),
      held: [],
      seed: 7,
    });
    expect(bound).toBe(240);
    expect(met / bound).toBeGreaterThanOrEqual(0.9);
  });

  it('have a place for who comes later', () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 4 }), (input, from) => {
        const { rounds } = drawRotations(input);
        for (const [index, { groups }] of joinRounds(rounds, 'late', from).entries()) {
          const times = groups.filter(({ seatIds }) => seatIds.includes('late')).length;
          expect(times).toBe(index < from ? 0 : 1);
        }
      }),
    );
  });
});
