import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { versionContentSchema } from '#contract/answers';
import { checkDraft } from '#rules/answers';
import { draftContent } from './draft-content.js';
import { firstNameOf } from './first-name.js';

const mention = (text: string, language = 'en', topicIds: string[] = []) => ({ text, language, topicIds });

describe('what a draft begins with', () => {
  it('is the question, the mentions as its wordings, the departments and the shared topic', () => {
    const content = draftContent({
      question: 'May one bring\na folding kayak?',
      language: 'en',
      departmentIds: ['4', '5'],
      mentions: [
        mention('@lumen can I bring my kayak? https://x.example/1', 'en', ['1', '7']),
        mention('Can I bring my kayak?', 'en', ['7']),
        mention('Puis-je prendre mon kayak ?', 'fr', ['7', '9']),
        mention('Kann ich mein Kajak mitnehmen?', 'de', ['7']),
      ],
    });
    expect(content).toMatchObject({
      question: { fr: '', en: 'May one bring a folding kayak?' },
      wordings: { en: ['can I bring my kayak?'], fr: ['Puis-je prendre mon kayak ?'] },
      topicId: '7',
      departmentIds: ['4', '5'],
      variants: [],
    });
  });

  it('is always a draft that the library takes, whatever people wrote', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 2000 }),
        fc.array(fc.string({ unit: 'binary', maxLength: 900 }), { maxLength: 60 }),
        (question, texts) => {
          const content = draftContent({
            question,
            language: 'fr',
            departmentIds: ['1'],
            mentions: texts.map((text) => mention(text, 'fr')),
          });
          expect(versionContentSchema.safeParse(content).success).toBe(true);
          expect(checkDraft(content)).toEqual([]);
        },
      ),
    );
  });
});

describe('the first name of an author', () => {
  it.each([
    ['Anna B.', 'Anna'],
    ['Jean-Pierre Martin', 'Jean-Pierre'],
    ['Zoé', 'Zoé'],
    ['Le Monde', null],
    ['anna', null],
    ['ANNA', null],
    ['Radio Lumen', null],
    ['Collectif des usagers du tram', null],
    ['user_4711', null],
    ['', null],
    [null, null],
  ])('%s: %s', (given, expected) => expect(firstNameOf(given)).toBe(expected));
});
