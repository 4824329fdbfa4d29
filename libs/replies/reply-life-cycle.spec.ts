import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRequest } from '#platform/http';
import { Problem } from '#platform/problem';
import { REPLY_STATES, sendReply } from './contract.js';
import {
  moveReply,
  nextAttempt,
  nextReading,
  REPLY_TRANSITIONS,
  type ReplyMove,
} from './reply-life-cycle.js';

const MOVES: ReplyMove[] = [
  'ask_second',
  'second',
  'claim',
  'cancel',
  'refuse',
  'confirm',
  'lose',
  'postpone',
  'retry',
];

describe('the life cycle of a reply', () => {
  it('never leaves sent', () => {
    expect(REPLY_TRANSITIONS.sent).toEqual({});
  });

  it('is cancelled only before it leaves', () => {
    const from = REPLY_STATES.filter((state) => moveReply(state, 'cancel') !== null);
    expect(from).toEqual(['awaiting_second', 'queued']);
  });

  it('goes to a network only from the queue, and back there only when surely nothing went out', () => {
    expect(REPLY_STATES.filter((state) => moveReply(state, 'claim') !== null)).toEqual(['queued']);
    const back = REPLY_STATES.flatMap((state) =>
      MOVES.filter((move) => moveReply(state, move) === 'queued').map((move) => `${state} ${move}`),
    );
    expect(back).toEqual(['awaiting_second second', 'sending postpone', 'uncertain retry']);
  });

  it('takes a confirmation from every state but sent, because what is out is out', () => {
    expect(REPLY_STATES.filter((state) => moveReply(state, 'confirm') === null)).toEqual(['sent']);
  });

  it('does not send after losing sight, whatever happens, without a reading in between', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 40 }), (moves) => {
        let state: (typeof REPLY_STATES)[number] = 'queued';
        let lost = false;
        for (const move of moves) {
          const next = moveReply(state, move);
          if (!next) continue;
          if (move === 'lose') lost = true;
          if (move === 'retry') lost = false;
          if (move === 'claim') expect(lost).toBe(false);
          state = next;
        }
      }),
    );
  });
});

describe('waiting', () => {
  const now = new Date('2025-06-10T10:00:00Z');
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const wait = (at: Date) => at.getTime() - now.getTime();

  it('to read back grows from 5 s to an hour', () => {
    expect(wait(nextReading(now, now))).toBe(5_000);
    expect(wait(nextReading(ago(600_000), now))).toBe(300_000);
    expect(wait(nextReading(ago(86_400_000), now))).toBe(3_600_000);
  });

  it('to try again doubles, up to 10 minutes', () => {
    expect([1, 2, 3, 50].map((attempts) => wait(nextAttempt(attempts, now)))).toEqual([
      2_000, 4_000, 8_000, 600_000,
    ]);
  });
});

describe('the request of a reply', () => {
  const refused = (body: unknown) => {
    try {
      parseRequest(sendReply, { params: { mentionId: '1' }, query: {}, body });
      return null;
    } catch (error) {
      return error instanceof Problem ? error.errors.map(({ field }) => field) : null;
    }
  };

  it('has no place for a text: it is refused by name', () => {
    expect(refused({ answerVariantId: '1', text: 'Ce que je veux' })).toEqual(['text']);
    expect(refused({ answerVariantId: '1', placeholders: {}, body: 'x', html: 'y' })).toEqual(['body, html']);
  });

  it('names what is missing or malformed', () => {
    expect(refused({})).toEqual(['answerVariantId']);
    expect(refused({ answerVariantId: '1; drop table reply' })).toEqual(['answerVariantId']);
    expect(refused({ answerVariantId: '1', placeholders: { name: { text: 'x' } } })).toEqual([
      'placeholders.name',
    ]);
    expect(refused({ answerVariantId: '1', placeholders: { name: 'x'.repeat(501) } })).toEqual([
      'placeholders.name',
    ]);
  });
});
