import { describe, expect, it } from '@jest/globals';
import { lengthRule, measureLength } from './length.js';

const LINK = 'https://lumen.example.com/a/very/long/path/that/goes/on/and/on';

describe('the length of a text', () => {
  it('on X counts a link as 23 and an emoji or a Chinese character as 2', () => {
    expect(measureLength('x', `Voir ${LINK}`).length).toBe(5 + 23);
    expect(measureLength('x', '👩‍👩‍👧').length).toBe(2);
    expect(measureLength('x', '你好').length).toBe(4);
    expect(measureLength('x', 'é'.repeat(280))).toMatchObject({ length: 280, limit: 280, fits: true });
    expect(measureLength('x', 'é'.repeat(281)).fits).toBe(false);
  });

  it('on Mastodon counts a link as 23, and of an account only its name', () => {
    expect(measureLength('mastodon', `Voir ${LINK} !`).length).toBe(5 + 23 + 2);
    expect(measureLength('mastodon', 'Bonjour @anne@mastodon.example').length).toBe('Bonjour @anne'.length);
    expect(measureLength('mastodon', 'a'.repeat(501)).fits).toBe(false);
  });

  it('on Bluesky counts what a reader sees as one character', () => {
    expect(measureLength('bluesky', '👩‍👩‍👧e\u0301').length).toBe(2);
    expect(measureLength('bluesky', '👍🏽'.repeat(300)).fits).toBe(true);
    expect(measureLength('bluesky', 'a'.repeat(301)).fits).toBe(false);
  });

  it.each([
    ['youtube', 10_000],
    ['facebook', 8_000],
    ['training', 500],
    ['some-forum', 2_000],
    ['constructor', 2_000],
  ])('on %s is at most %d characters', (network, limit) => {
    expect(measureLength(network, '😀'.repeat(limit))).toMatchObject({ length: limit, limit, fits: true });
    expect(measureLength(network, 'a'.repeat(limit + 1)).fits).toBe(false);
  });

  it('for every network is 2,000', () => expect(lengthRule(null).limit).toBe(2_000));
});
