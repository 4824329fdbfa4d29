import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, contentHash, type HashedContent } from './content-hash.js';

const CONTENT: HashedContent = {
  answerId: '1',
  kind: 'answer',
  number: 1,
  question: { fr: 'Où ?', en: 'Where?' },
  wordings: { fr: ['a', 'b'], en: [] },
  sensitivity: 'low',
  levelMin: 0,
  levelMax: 4,
  strategy: 'inform',
  departmentIds: ['2', '10'],
  doNotSay: '',
  proofPoints: ['p'],
  keyMessages: [{ id: 'safety-first', text: 'Safety comes first.' }],
  placeholders: [
    {
      name: 'link',
      type: 'link',
      label: { fr: 'Lien', en: 'Link' },
      required: true,
      allowedDomains: ['a.example'],
    },
  ],
  variants: [
    { language: 'fr', network: null, body: 'Ici' },
    { language: 'en', network: 'x', body: 'Here' },
  ],
  validFrom: null,
  validUntil: '2025-01-01T00:00:00.000Z',
};

describe('the hash of a content', () => {
  it('is the same whatever order the database returns', () => {
    const shuffled: HashedContent = {
      ...CONTENT,
      departmentIds: ['10', '2'],
      variants: [...CONTENT.variants].reverse(),
      placeholders: CONTENT.placeholders.map((placeholder) => ({
        required: placeholder.required,
        allowedDomains: placeholder.allowedDomains,
        label: { en: 'Link', fr: 'Lien' },
        type: placeholder.type,
        default: undefined,
        name: placeholder.name,
      })),
      validUntil: '2025-01-01T01:00:00+01:00',
    };
    expect(contentHash(shuffled)).toBe(contentHash(CONTENT));
  });

  it.each<[string, Partial<HashedContent>]>([
    ['a word of a text', { variants: [{ language: 'fr', network: null, body: 'Là' }, CONTENT.variants[1]!] }],
    [
      'the network of a text',
      { variants: [{ language: 'fr', network: 'x', body: 'Ici' }, CONTENT.variants[1]!] },
    ],
    ['a text more', { variants: [...CONTENT.variants, { language: 'fr', network: 'x', body: 'Ici' }] }],
    ['an allowed domain', { placeholders: [{ ...CONTENT.placeholders[0]!, allowedDomains: ['b.example'] }] }],
    ['a level', { levelMax: 3 }],
    ['a department', { departmentIds: ['2'] }],
    ['the validity', { validUntil: null }],
    ['the question', { question: { fr: 'Où ?', en: 'Where' } }],
    ['a key message', { keyMessages: [{ id: 'safety-first', text: 'Safety first.' }] }],
    ['the id of a key message', { keyMessages: [{ id: 'other', text: 'Safety comes first.' }] }],
    ['the kind', { kind: 'holding_statement' }],
    ['the number', { number: 2 }],
    ['the answer', { answerId: '2' }],
  ])('changes with %s', (_, change) => {
    expect(contentHash({ ...CONTENT, ...change })).not.toBe(contentHash(CONTENT));
  });

  it('of what was approved under the first rule is still the one that was approved', () => {
    expect(contentHash({ ...CONTENT, keyMessages: [] }, 1)).toBe(
      'a6457534fb30523c464be607bb3becaa2339031782fd55770744267ad76b250e',
    );
  });

  it('shows key messages that turned up in a content approved under the first rule', () => {
    expect(contentHash(CONTENT, 1)).not.toBe(contentHash({ ...CONTENT, keyMessages: [] }, 1));
  });

  it('stands on JSON that reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
