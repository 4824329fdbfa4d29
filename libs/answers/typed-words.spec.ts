import { expect, it } from '@jest/globals';
import { searchWords } from './typed-words.js';

it('words typed into a search hold nothing that a query would read as an operator', () => {
  expect(searchWords(`colis & !perdu:* 'a' \\ (b|c)`)).toEqual(['colis', 'perdu', 'a', 'b', 'c']);
});
