import { describe, expect, it } from '@jest/globals';
import { HARM_CATEGORIES } from '#rules/classification';
import type { ReasonView } from '#contract/classification';
import { messages } from '../i18n/en.js';
import { reasonKey, weighReasons, wordsSeen } from './reason-weights.js';

const REASONS: ReasonView[] = [
  { part: 'language', code: 'detected', weight: 0, params: { language: 'fr' } },
  { part: 'wording', code: 'boycott', weight: 7, words: ['boycott'] },
  { part: 'harm', code: 'safety_health', weight: 35, words: ['brûlé', 'fumée'] },
  { part: 'evidence', code: 'media', weight: 5 },
];

describe('the reasons of a level', () => {
  it('add up to the severity, heaviest first', () => {
    const { weighing, explaining, sum } = weighReasons(REASONS);
    expect(sum).toBe(47);
    expect(weighing.map(({ reason }) => reason.code)).toEqual(['safety_health', 'boycott', 'media']);
    expect(weighing[0]?.share).toBe(1);
    expect(explaining.map(({ part }) => part)).toEqual(['language']);
  });

  it('name each word seen once', () => {
    expect(wordsSeen([...REASONS, ...REASONS])).toEqual(['boycott', 'brûlé', 'fumée']);
  });

  it.each([
    ...HARM_CATEGORIES.filter((harm) => harm !== 'none').map((code) => ['harm', code]),
    ['harm', 'negated'],
    ...['undetermined', 'no-lexicon', 'declared', 'detected'].map((code) => ['language', code]),
    ...['media', 'account'].map((code) => ['evidence', code]),
    ...['threat', 'boycott', 'legal', 'insult'].map((code) => ['wording', code]),
    ...['negative', 'positive', 'model'].map((code) => ['sentiment', code]),
    ...['offensive', 'anger', 'joy', 'optimism', 'sadness', 'irony'].map((code) => ['tone', code]),
    ...[
      'reach',
      'standing',
      'stakeholder',
      'kind-stakeholder',
      'kind-name',
      'kind-description',
      'kind-text',
    ].map((code) => ['author', code]),
    ...[
      'troll-words',
      'mockery',
      'satirical-author',
      'joke-words',
      'hearsay-words',
      'rage-words',
      'insult-without-grievance',
      'boycott-without-grievance',
      'question',
      'harm-told',
      'harm-reported',
      'grievance',
      'discontent',
      'praise',
      'no-request',
    ].map((code) => ['intent', code]),
    ['level', 'severity'],
  ])('have words for %s %s', (part = '', code = '') => {
    const [, group = '', name = ''] = reasonKey({ part, code }).split('.');
    const groups: Record<string, unknown> = messages.reasons;
    expect((groups[group] as Record<string, string> | undefined)?.[name]).toEqual(expect.any(String));
  });
});
