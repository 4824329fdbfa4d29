import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from './choose-language.js';

describe('the language to begin with', () => {
  const available = ['en', 'fr'];
  it('is the one chosen before', () => expect(chooseLanguage(available, 'fr', ['en-GB'])).toBe('fr'));
  it('is otherwise the first of the browser that exists', () =>
    expect(chooseLanguage(available, null, ['de-CH', 'en-GB', 'fr'])).toBe('en'));
  it('is French where nothing is known', () => expect(chooseLanguage(available, 'xx', ['de'])).toBe('fr'));
});
