import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinName, splitName } from './person-name.js';

it('comes back as it was from the two parts of a name', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((text) => !/\s/u.test(text));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const { firstname, lastname } = splitName(words.join(' '));
      expect(joinName(firstname, lastname)).toBe(words.join(' '));
    }),
  );
  expect(splitName('Anne Marie Le Goff')).toEqual({ firstname: 'Anne Marie Le', lastname: 'Goff' });
  expect(joinName(' ', null)).toBeNull();
});
