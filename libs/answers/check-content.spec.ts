import { describe, expect, it } from '@jest/globals';
import { checkContent, checkDraft } from './check-content.js';
import type { Placeholder, VersionContent } from './contract.js';

const label = { fr: 'Lien', en: 'Link' };
const LINK: Placeholder = {
  name: 'link',
  type: 'link',
  label,
  required: true,
  allowedDomains: ['lumen.example'],
};

const content = (change: Partial<VersionContent> = {}): VersionContent => ({
  question: { fr: 'Où est mon colis ?', en: 'Where is my parcel?' },
  wordings: { fr: [], en: [] },
  topicId: null,
  sensitivity: 'low',
  levelMin: 0,
  levelMax: 4,
  strategy: 'inform',
  departmentIds: ['1'],
  doNotSay: '',
  proofPoints: [],
  keyMessages: [],
  placeholders: [LINK],
  variants: [{ language: 'fr', network: null, body: 'Suivez-le ici : {{link}}' }],
  validFrom: null,
  validUntil: null,
  reviewOn: null,
  ...change,
});
const found = (change: Partial<VersionContent>) =>
  checkContent(content(change)).map(({ field, code }) => [field, code]);
const variant = (body: string, network: string | null = null, language: 'fr' | 'en' = 'fr') => ({
  language,
  network,
  body,
});

describe('content submitted for approval', () => {
  it('passes when complete', () => expect(found({})).toEqual([]));

  it('has at least one text', () => {
    expect(found({ variants: [], placeholders: [] })).toEqual([['variants', 'variant-missing']]);
  });

  it('leaves something to read without its optional placeholders', () => {
    const name: Placeholder = { name: 'first_name', type: 'first_name', label, required: false };
    expect(found({ placeholders: [name], variants: [variant('{{first_name}}')] })).toEqual([
      ['variants.0.body', 'variant-missing'],
    ]);
  });

  it('has one text for each language and network', () => {
    expect(found({ variants: [variant('a {{link}}'), variant('b', 'x'), variant('c')] })).toEqual([
      ['variants.2', 'variant-duplicate'],
    ]);
  });

  it('fits the network even with the shortest values', () => {
    const placeholders = [{ ...LINK, allowedDomains: ['lumen.fr'] }];
    expect(found({ placeholders, variants: [variant(`${'a'.repeat(256)} {{link}}`, 'x')] })).toEqual([]);
    expect(found({ placeholders, variants: [variant(`${'a'.repeat(257)} {{link}}`, 'x')] })).toEqual([
      ['variants.0.body', 'variant-too-long'],
    ]);
  });

  it('declares what it uses and uses what it declares', () => {
    expect(found({ variants: [variant('Bonjour {{prenom}}')] })).toEqual([
      ['variants.0.body', 'placeholder-undeclared'],
      ['placeholders.0.name', 'placeholder-unused'],
    ]);
    expect(found({ variants: [variant('Bonjour {{link}} {{link')] })).toEqual([
      ['variants.0.body', 'placeholder-undeclared'],
    ]);
  });

  it('allows a link only to real domains, and a default that passes its own check', () => {
    expect(found({ placeholders: [{ ...LINK, allowedDomains: [] }] })).toEqual([
      ['placeholders.0.allowedDomains', 'placeholder-invalid'],
    ]);
    expect(found({ placeholders: [{ ...LINK, allowedDomains: ['com'] }] })).toEqual([
      ['placeholders.0.allowedDomains', 'placeholder-invalid'],
    ]);
    expect(found({ placeholders: [{ ...LINK, default: 'https://evil.example/' }] })).toEqual([
      ['placeholders.0.default', 'placeholder-invalid'],
    ]);
    expect(found({ placeholders: [LINK, LINK] })).toEqual([['placeholders.1.name', 'placeholder-invalid']]);
  });

  it('asks the question in each language that it answers in', () => {
    expect(
      found({
        question: { fr: 'Où ?', en: '' },
        variants: [variant('{{link}} a'), variant('b', null, 'en')],
      }),
    ).toEqual([['question.en', 'question-missing']]);
  });
});

describe('a draft', () => {
  it('may be incomplete', () => {
    expect(checkDraft(content({ variants: [], question: { fr: '', en: '' } }))).toEqual([]);
  });

  it('has its levels and its validity in order', () => {
    const codes = checkDraft(
      content({
        levelMin: 3,
        levelMax: 1,
        validFrom: '2025-02-01T00:00:00Z',
        validUntil: '2025-01-31T23:00:00Z',
      }),
    ).map(({ field, code }) => [field, code]);
    expect(codes).toEqual([
      ['levelMax', 'levels-reversed'],
      ['validUntil', 'validity-reversed'],
    ]);
  });

  it.each(['\u0000', '\u202e', '\u2028', '\ud800', '\u001b'])('holds no %j', (character) => {
    expect(checkDraft(content({ variants: [variant(`a${character}b`)] })).map(({ field }) => field)).toEqual([
      'variants.0.body',
    ]);
  });

  it('may hold lines, emoji and joiners', () => {
    expect(checkDraft(content({ variants: [variant('a\nb\t👩‍👩‍👧 ✅ c’est «\u00a0oui\u00a0»')] }))).toEqual([]);
  });
});
