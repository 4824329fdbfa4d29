import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownReply, sameText, type ThreadComment } from './own-reply.js';

const NOON = Date.parse('2026-11-30T12:00:00Z');
const comment = (id: string, minute: number, part: Partial<ThreadComment> = {}): ThreadComment => ({
  id,
  at: new Date(NOON + minute * 60_000),
  author: 'ana',
  own: false,
  text: 'Where is my refund?',
  ...part,
});
const ours = (id: string, minute: number, text = 'It leaves today') =>
  comment(id, minute, { author: 'lumen', own: true, text });

describe('the reply to one comment of a thread', () => {
  const asked = comment('1', 0);

  it('is that with our words after it', () => {
    expect(ownReply(asked, [asked, ours('2', 1)], 'It leaves today')).toMatchObject({ id: '2' });
    expect(ownReply(asked, [asked, ours('2', 1, 'Sorry')], 'It leaves today')).toBe('none');
  });

  it('is not what we said before it was asked', () => {
    expect(ownReply(asked, [ours('0', -1), asked], 'It leaves today')).toBe('none');
  });

  it('is unclear where somebody else had asked in the same thread before it', () => {
    const bruno = comment('2', 1, { author: 'bruno' });
    expect(ownReply(asked, [asked, bruno, ours('3', 2)], 'It leaves today')).toBe('unclear');
    expect(ownReply(asked, [asked, comment('2', 1, { author: null }), ours('3', 2)], 'It leaves today')).toBe(
      'unclear',
    );
    expect(ownReply(asked, [asked, comment('2', 1), ours('3', 2)], 'It leaves today')).toMatchObject({
      id: '3',
    });
    expect(
      ownReply(asked, [asked, ours('2', 1), comment('3', 2, { author: 'bruno' })], 'It leaves today'),
    ).toMatchObject({ id: '2' });
  });

  it('is never somebody else’s comment, nor one with other words, nor one from before', () => {
    const any = fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      at: fc.integer({ min: -5, max: 5 }).map((minute) => new Date(NOON + minute * 60_000)),
      author: fc.constantFrom('ana', 'bruno', null),
      own: fc.boolean(),
      text: fc.constantFrom('It leaves today', 'it leaves today', 'Sorry'),
    });
    fc.assert(
      fc.property(fc.array(any), (thread) => {
        const found = ownReply(asked, thread, 'It leaves today');
        if (typeof found === 'string') return;
        expect(found.own && found.text === 'It leaves today' && found.at >= asked.at).toBe(true);
        expect(found.id).not.toBe(asked.id);
      }),
    );
  });
});

it('knows a text again in whatever white space', () => {
  expect(sameText('It leaves\u00a0today \n', 'It leaves today')).toBe(true);
  expect(sameText('Cafe\u0301', 'Caf\u00e9')).toBe(true);
  expect(sameText('It leaves today', 'It left today')).toBe(false);
});
