import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HIGH_FROM, MOST_OF_AXIS, onMap, quadrantOf } from './map-place.js';

const axis = fc.integer({ min: 0, max: MOST_OF_AXIS });

describe('the map of power and interest', () => {
  it.each([
    [9, 9, 'manage_closely'],
    [9, 1, 'keep_satisfied'],
    [1, 9, 'keep_informed'],
    [1, 1, 'monitor'],
    [5, 5, 'manage_closely'],
    [4, 5, 'keep_informed'],
  ])('has, at power %i and interest %i, the field %s', (power, interest, field) => {
    expect(quadrantOf({ power, interest })).toBe(field);
  });

  it('has a field for each place, told by the two halves alone', () => {
    fc.assert(
      fc.property(axis, axis, axis, axis, (power, interest, otherPower, otherInterest) => {
        const same = power >= HIGH_FROM === otherPower >= HIGH_FROM;
        const alike = interest >= HIGH_FROM === otherInterest >= HIGH_FROM;
        expect(
          quadrantOf({ power, interest }) === quadrantOf({ power: otherPower, interest: otherInterest }),
        ).toBe(same && alike);
      }),
    );
  });

  it('takes any point, however far out or broken, to a whole place on it', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (power, interest) => {
        const place = onMap({ power, interest });
        for (const value of [place.power, place.interest]) {
          expect(Number.isInteger(value) && value >= 0 && value <= MOST_OF_AXIS).toBe(true);
        }
        expect(onMap(place)).toEqual(place);
      }),
    );
  });
});
