import { describe, expect, it } from '@jest/globals';
import type { Placeholder } from '#contract/answers';
import { isComplete, placeholdersOf } from './placeholders-of.js';

const placeholder = (name: string, more: Partial<Placeholder> = {}): Placeholder => ({
  name,
  type: 'first_name',
  label: { fr: name, en: name },
  required: true,
  ...more,
});

describe('the blanks to fill in', () => {
  it('are those that the text uses, in its order, each once', () => {
    const placeholders = [placeholder('link'), placeholder('first_name'), placeholder('phone')];
    const names = placeholdersOf({ body: '{{first_name}}, {{link}} ; {{first_name}}', placeholders }).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['first_name', 'link']);
  });

  it('are filled in when what is required has a value or a default', () => {
    const blanks = [
      placeholder('a'),
      placeholder('b', { required: false }),
      placeholder('c', { default: '3949' }),
    ];
    expect(isComplete(blanks, { a: ' ' })).toBe(false);
    expect(isComplete(blanks, { a: 'Ana' })).toBe(true);
  });
});
