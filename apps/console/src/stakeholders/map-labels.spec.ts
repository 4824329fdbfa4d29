import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LabelledPoint, type MapFrame, overlap, placeLabels, wrapName } from './map-labels.js';

const frame: MapFrame = {
  width: 1000,
  height: 600,
  lineX: 545,
  lineY: 273,
  taken: [{ left: 8, top: 6, width: 120, height: 20 }],
};
const point = (id: string, x: number, y: number, name = 'Fédération des usagers'): LabelledPoint => ({
  id,
  name,
  x,
  y,
});

describe('the names on the map', () => {
  it('never touch each other, a point, a line or an edge, however crowded it is', () => {
    const points = fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('a', 'B', 'é', ' ') }),
        x: fc.integer({ min: 20, max: 980 }),
        y: fc.integer({ min: 20, max: 580 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(points, (given) => {
        const all = given.map((one, index) => ({ ...one, id: String(index) }));
        const labels = [...placeLabels(all, frame).values()];
        for (const [index, label] of labels.entries()) {
          expect(label.left).toBeGreaterThanOrEqual(0);
          expect(label.top).toBeGreaterThanOrEqual(0);
          expect(label.left + label.width).toBeLessThanOrEqual(frame.width);
          expect(label.top + label.height).toBeLessThanOrEqual(frame.height);
          const crosses = label.left < frame.lineX && frame.lineX < label.left + label.width;
          const under = label.top < frame.lineY && frame.lineY < label.top + label.height;
          expect([crosses, under]).toEqual([false, false]);
          for (const other of labels.slice(index + 1)) expect(overlap(label, other)).toBe(false);
          for (const { x, y } of all) {
            expect(overlap(label, { left: x - 12, top: y - 12, width: 24, height: 24 })).toBe(false);
          }
        }
      }),
    );
  });

  it('are whole, and stand at another side of the point where one is not free', () => {
    const labels = placeLabels([point('1', 300, 400), point('2', 300, 440), point('3', 540, 100)], frame);
    expect([...labels.values()].map(({ lines }) => lines.join(' '))).toEqual(
      Array<string>(3).fill('Fédération des usagers'),
    );
    expect(labels.get('1')?.align).toBe('center');
    expect(labels.get('3')?.align).toBe('left');
  });

  it('are left out where there is no room', () => {
    const crowd = Array.from({ length: 9 }, (_, at) =>
      point(String(at), 300 + (at % 3) * 26, 400 + Math.floor(at / 3) * 26),
    );
    const labels = placeLabels(crowd, frame);
    expect(labels.has('4')).toBe(false);
    expect(labels.size).toBeGreaterThan(0);
  });

  it('are broken between words, and within one only when it is longer than a line', () => {
    expect(wrapName('Union  CFT', 13)).toEqual(['Union CFT']);
    expect(wrapName('Inspection des transports', 13)).toEqual(['Inspection', 'des', 'transports']);
    expect(wrapName('Verbraucherzentrale Nord', 13)).toEqual(['Verbraucherze', 'ntrale Nord']);
  });
});
