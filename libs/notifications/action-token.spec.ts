import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { readAction, signAction, type SignedAction } from './action-token.js';

const key = randomBytes(32);
const NOW = new Date('2026-06-10T10:00:00Z');
const action: SignedAction = {
  kind: 'answer.decide',
  subjectId: '12',
  expiresAt: new Date('2026-06-17T10:00:00Z'),
};
const token = signAction(key, action);

describe('a signed link', () => {
  it('says what it is for', () => {
    expect(readAction(key, token, NOW)).toEqual(action);
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('ends', () => {
    expect(readAction(key, token, new Date(action.expiresAt.getTime() - 1))).not.toBeNull();
    expect(readAction(key, token, action.expiresAt)).toBeNull();
  });

  it('of another workspace, or signed for another purpose, is none', () => {
    expect(readAction(randomBytes(32), token, NOW)).toBeNull();
  });

  it('is good for nothing once a character of it is changed', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'Aa0-_.=%'), (index, character) => {
        fc.pre(token[index] !== character);
        const changed = token.slice(0, index) + character + token.slice(index + 1);
        expect(readAction(key, changed, NOW)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '.', 'a.b', `${token}.`, `.${token}`, token.split('.')[0]!])('is not %j', (text) => {
    expect(readAction(key, text, NOW)).toBeNull();
  });
});
