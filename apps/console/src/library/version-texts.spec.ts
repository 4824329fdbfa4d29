import { describe, expect, it } from '@jest/globals';
import type { AnswerVersion } from '#contract/answers';
import { pairTexts, type VersionText, type VersionWords, versionTexts } from './version-texts.js';

const text = (id: string, words: string): VersionText => ({ id, part: 'text', language: 'fr', text: words });

const WORDS: VersionWords = {
  department: (id) => `department ${id}`,
  topic: (id) => `topic ${id}`,
  strategy: ({ strategy }) => strategy,
  sensitivity: ({ sensitivity }) => sensitivity,
  levels: ({ levelMin, levelMax }) => `${levelMin}–${levelMax}`,
  validity: ({ validFrom, validUntil, reviewOn }) => [validFrom, validUntil, reviewOn].join(' '),
  placeholderType: (type) => type,
};

const VERSION: AnswerVersion = {
  id: '1',
  number: 1,
  state: 'approved',
  current: true,
  author: { id: '1', name: 'Anna' },
  createdAt: '2026-01-01T00:00:00Z',
  submittedAt: null,
  approvedAt: null,
  approvals: [],
  earlierDecisions: [],
  contentHash: null,
  revision: 1,
  question: { fr: 'Où ?', en: 'Where?' },
  wordings: { fr: ['ici'], en: ['here'] },
  topicId: '1',
  sensitivity: 'low',
  levelMin: 0,
  levelMax: 4,
  strategy: 'inform',
  departmentIds: ['1'],
  doNotSay: 'no',
  proofPoints: ['proof'],
  keyMessages: [{ id: 'a', text: 'message' }],
  placeholders: [
    { name: 'one', type: 'link', label: { fr: 'Lien', en: 'Link' }, required: true, allowedDomains: [] },
  ],
  variants: [{ id: '1', language: 'fr', network: null, body: 'Là.' }],
  validFrom: null,
  validUntil: null,
  reviewOn: null,
};

describe('two versions side by side', () => {
  it('compare each part with the same part, and what came or went with nothing', () => {
    const pairs = pairTexts([text('a', 'un'), text('b', 'deux')], [text('a', 'une'), text('c', 'trois')]);
    expect(pairs.map(({ text: { id }, before, after }) => [id, before, after])).toEqual([
      ['a', 'un', 'une'],
      ['c', '', 'trois'],
      ['b', 'deux', ''],
    ]);
  });

  const [placeholder] = VERSION.placeholders;
  it.each<[string, Partial<AnswerVersion>]>([
    ['the French question', { question: { ...VERSION.question, fr: 'Quand ?' } }],
    ['the English question', { question: { ...VERSION.question, en: 'When?' } }],
    ['a French wording', { wordings: { ...VERSION.wordings, fr: [] } }],
    ['an English wording', { wordings: { ...VERSION.wordings, en: ['there'] } }],
    ['the topic', { topicId: null }],
    ['the sensitivity', { sensitivity: 'high' }],
    ['the lowest level', { levelMin: 1 }],
    ['the highest level', { levelMax: 3 }],
    ['the strategy', { strategy: 'thank' }],
    ['the departments', { departmentIds: ['1', '2'] }],
    ['what not to say', { doNotSay: '' }],
    ['a proof point', { proofPoints: ['other'] }],
    ['a key message', { keyMessages: [{ id: 'a', text: 'other' }] }],
    ['which key message it is', { keyMessages: [{ id: 'b', text: 'message' }] }],
    ['the name of a blank', { placeholders: [{ ...placeholder!, name: 'two' }] }],
    ['the type of a blank', { placeholders: [{ ...placeholder!, type: 'phone' }] }],
    ['the label of a blank', { placeholders: [{ ...placeholder!, label: { fr: 'Lien', en: 'Address' } }] }],
    ['whether a blank is required', { placeholders: [{ ...placeholder!, required: false }] }],
    ['where a link may lead', { placeholders: [{ ...placeholder!, allowedDomains: ['a.example'] }] }],
    ['what stands for an empty blank', { placeholders: [{ ...placeholder!, default: 'x' }] }],
    ['a text', { variants: [{ id: '1', language: 'fr', network: null, body: 'Ici.' }] }],
    ['the network of a text', { variants: [{ id: '1', language: 'fr', network: 'x', body: 'Là.' }] }],
    ['the beginning', { validFrom: '2026-01-01T00:00:00Z' }],
    ['the end', { validUntil: '2026-01-01T00:00:00Z' }],
    ['the review', { reviewOn: '2026-01-01T00:00:00Z' }],
  ])('show a change of %s', (_, change) => {
    const pairs = pairTexts(versionTexts(VERSION, WORDS), versionTexts({ ...VERSION, ...change }, WORDS));
    expect(pairs.filter(({ before, after }) => before !== after).length).toBeGreaterThan(0);
  });
});
