import { expect, it } from '@jest/globals';
import { messages } from './fr.js';

const texts = (tree: object): string[] =>
  Object.values(tree).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : texts(value as object),
  );

/** Without what is filled in, and without addresses. */
const words = texts(messages).map((text) => text.replaceAll(/\{\{.*?\}\}|https?:\S+/g, 'x'));

it('French has no space before a mark, or inside guillemets, at which a line could break', () => {
  expect(words.filter((text) => / [;?!»%]| :(?=\s|$)|« /.test(text))).toEqual([]);
});

it('French has no mark but a colon that sticks to the word before it', () => {
  expect(words.filter((text) => /\p{L}[;?!»](?=\s|$)|«\p{L}/u.test(text))).toEqual([]);
});
