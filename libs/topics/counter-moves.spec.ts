import { describe, expect, it } from '@jest/globals';
import type { CounterMove } from './counter-move.js';
import { sumMoves } from './counter-moves.js';

const move = (given: Partial<CounterMove>): CounterMove => ({
  publishedAt: new Date('2026-03-01T10:20:30.400Z'),
  realm: 'live',
  topicId: '0',
  network: 'x',
  language: 'fr',
  level: 0,
  negative: false,
  voice: 'person',
  author: 'anna',
  followers: 10,
  by: 1,
  ...given,
});

describe('moves of the counters', () => {
  it('add up within a minute and a cell', () => {
    const cells = sumMoves([move({}), move({ publishedAt: new Date('2026-03-01T10:20:59.999Z') })]);
    expect(cells).toEqual([
      {
        minute: Date.parse('2026-03-01T10:20:00Z'),
        realm: 'live',
        topicId: '0',
        network: 'x',
        language: 'fr',
        level: 0,
        by: 2,
      },
    ]);
  });

  it('keep realms, topics and levels apart', () => {
    expect(
      sumMoves([move({}), move({ realm: 'training' }), move({ topicId: '7' }), move({ level: 3 })]),
    ).toHaveLength(4);
  });

  it('leave out what cancels out', () => {
    expect(sumMoves([move({}), move({ by: -1 })])).toEqual([]);
  });

  it('come in the same order whatever the order they were made in', () => {
    const moves = [
      move({ topicId: '10' }),
      move({ topicId: '9' }),
      move({ publishedAt: new Date(0) }),
      move({ level: 2 }),
    ];
    expect(sumMoves(moves)).toEqual(sumMoves([...moves].reverse()));
  });
});
