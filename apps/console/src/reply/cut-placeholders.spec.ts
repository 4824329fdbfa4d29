import { describe, expect, it } from '@jest/globals';
import { cutPlaceholders } from './cut-placeholders.js';

describe('the body of an answer on a card', () => {
  it('names its blanks', () => {
    expect(cutPlaceholders('Bonjour {{first_name}}, voyez {{ link }}.')).toEqual([
      { text: 'Bonjour ', placeholder: false },
      { text: 'first_name', placeholder: true },
      { text: ', voyez ', placeholder: false },
      { text: 'link', placeholder: true },
      { text: '.', placeholder: false },
    ]);
  });
  it('leaves single braces alone', () => {
    expect(cutPlaceholders('a {b} c')).toEqual([{ text: 'a {b} c', placeholder: false }]);
  });
});
