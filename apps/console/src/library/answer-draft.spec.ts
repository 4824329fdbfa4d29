import { describe, expect, it } from '@jest/globals';
import { contentToSave, EMPTY_CONTENT, nextPlaceholder, nextVariant } from './answer-draft.js';

describe('the draft of an answer', () => {
  it('is saved without empty lines and without texts that nobody has begun', () => {
    const saved = contentToSave({
      ...EMPTY_CONTENT,
      wordings: { fr: [' où est mon colis ', ''], en: [] },
      proofPoints: ['', 'un fait'],
      variants: [
        { language: 'fr', network: null, body: ' Bonjour. ' },
        { language: 'en', network: null, body: '  ' },
      ],
    });
    expect(saved.wordings.fr).toEqual(['où est mon colis']);
    expect(saved.proofPoints).toEqual(['un fait']);
    expect(saved.variants).toEqual([{ language: 'fr', network: null, body: ' Bonjour. ' }]);
  });

  it('offers the next text in a language and for a network that has none', () => {
    const first = nextVariant([], ['x']);
    const second = nextVariant([first], ['x']);
    const third = nextVariant([first, second], ['x']);
    expect([first, second, third].map(({ language, network }) => `${language} ${network}`)).toEqual([
      'fr null',
      'en null',
      'fr x',
    ]);
  });

  it('names every new blank differently', () => {
    const one = nextPlaceholder([]);
    const two = nextPlaceholder([one]);
    expect(nextPlaceholder([two]).name).not.toBe(two.name);
    expect(one.name).not.toBe(two.name);
  });
});
