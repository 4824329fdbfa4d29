import { describe, expect, it } from '@jest/globals';
import { inboxAddress } from './inbox-address.js';
import { endOf, levelStretches, type TimelinePoint } from './timeline.js';

const point = (level: 0 | 1 | 2 | 3 | 4): TimelinePoint => ({
  at: '2026-05-05T12:00:00.000Z',
  mentions: 1,
  expected: null,
  usualHigh: null,
  anomaly: 0,
  score: 0,
  level,
});

describe('the timeline', () => {
  it('is cut into stretches of one level', () => {
    expect(levelStretches([0, 0, 2, 2, 1].map((level) => point(level as 0)))).toEqual([
      { level: 0, from: 0, length: 2 },
      { level: 2, from: 2, length: 2 },
      { level: 1, from: 4, length: 1 },
    ]);
    expect(levelStretches([])).toEqual([]);
  });

  it('says where a bucket ends', () => {
    expect(endOf(point(0), 15)).toBe('2026-05-05T12:15:00.000Z');
  });

  it('leads to the mentions behind a figure', () => {
    expect(inboxAddress('7', { from: '2026-05-05T12:00:00.000Z', search: undefined, network: 'x' })).toBe(
      '/inbox?state=all&topicId=7&from=2026-05-05T12%3A00%3A00.000Z&network=x',
    );
  });
});
