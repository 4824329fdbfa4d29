import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numberAtPlace, percentOf, placeAt, stepFrom } from './map-geometry.js';

const axis = fc.integer({ min: 0, max: 10 });
const place = fc.record({ power: axis, interest: axis });

describe('the map on the screen', () => {
  it('gives back the place whose middle one points at, wherever the map stands', () => {
    const box = fc.record({
      left: fc.integer({ min: -500, max: 500 }),
      top: fc.integer({ min: -500, max: 500 }),
      width: fc.integer({ min: 50, max: 3000 }),
      height: fc.integer({ min: 50, max: 3000 }),
    });
    fc.assert(
      fc.property(place, box, (given, rect) => {
        const { left, bottom } = percentOf(given);
        const x = rect.left + (left / 100) * rect.width;
        const y = rect.top + (1 - bottom / 100) * rect.height;
        expect(placeAt({ x, y }, rect)).toEqual(given);
      }),
    );
  });

  it('is never left, by the mouse or by an arrow', () => {
    const box = { left: 0, top: 0, width: 100, height: 100 };
    expect(placeAt({ x: -40, y: 900 }, box)).toEqual({ power: 0, interest: 0 });
    expect(stepFrom({ power: 10, interest: 10 }, 'ArrowUp')).toEqual({ power: 10, interest: 10 });
    expect(stepFrom({ power: 4, interest: 4 }, 'ArrowRight')).toEqual({ power: 4, interest: 5 });
    expect(stepFrom({ power: 4, interest: 4 }, 'x')).toBeNull();
  });

  it('numbers those of one place apart', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), (places) => {
        const items = places.map((one, index) => ({ id: String(index), ...one }));
        const numbers = numberAtPlace(items);
        const spots = items.map(({ id, power, interest }) => `${power} ${interest} ${numbers.get(id)}`);
        expect(new Set(spots).size).toBe(items.length);
      }),
    );
  });
});
