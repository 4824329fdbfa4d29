import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '#platform/contract';
import { exerciseMark } from './exercise-mark.js';
import { NOTICE_KINDS } from './notice-kinds.js';
import { noticeText } from './notice-words.js';

/** The library, its messages, sources and contacts are the same in a drill; of everything else there are two. */
const OF_DRILLS = NOTICE_KINDS.filter(
  (kind) =>
    !/^(messages|source|contact|stakeholder)\.|^answer\.(review_asked|decided|expiring|review_due)$/.test(
      kind,
    ),
);

describe('the words of a notice', () => {
  it('say what happened and what it is about', () => {
    expect(
      noticeText('answer.review_asked', { question: 'Where is my refund?', by: 'Camille' }, 1, 'en'),
    ).toEqual({
      title: 'An answer awaits your decision',
      detail: '“Where is my refund?” – submitted by Camille',
    });
  });

  it('count what was gathered, as the language writes numbers', () => {
    expect(noticeText('escalation.asked', { title: 'Refunds' }, 1000, 'en').title).toBe(
      'You are asked for 1,000 decisions',
    );
    expect(noticeText('escalation.asked', { title: 'Refunds' }, 1000, 'fr').title).toMatch(
      / 1\s000 décisions$/,
    );
  });

  it('take a value in their own language where there is one', () => {
    const params = { question: 'Hein ?', question_fr: 'Où ?', question_en: 'Where?' };
    expect(noticeText('answer.ready', params, 1, 'en').detail).toBe('“Where?”');
    expect(noticeText('answer.ready', params, 1, 'fr').detail).toBe('«\u00A0Où ?\u00A0»');
  });

  it('leave out what is not known', () => {
    expect(noticeText('answer.review_asked', { by: 'Camille' }, 1, 'en').detail).toBe('submitted by Camille');
    expect(noticeText('answer.review_asked', {}, 1, 'en').detail).toBe('');
    expect(noticeText('answer.review_asked', { question: '' }, 1, 'en').detail).toBe('');
  });

  it('take a value for what it is, whatever it holds', () => {
    const text = noticeText('answer.review_asked', { question: '{by} [x] $& {count}', by: 'Tom' }, 1, 'en');
    expect(text.detail).toBe('“{by} [x] $& {count}” – submitted by Tom');
  });

  it.each(OF_DRILLS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale }))))(
    'of $kind say in $locale before anything else that they are of a drill',
    ({ kind, locale }) => {
      const mark = { fr: 'EXERCICE – ', en: 'EXERCISE – ' }[locale];
      for (const count of [1, 2]) {
        const plain = noticeText(kind, exerciseMark('live'), count, locale).title;
        expect(noticeText(kind, exerciseMark('training'), count, locale).title).toBe(`${mark}${plain}`);
      }
    },
  );

  it.each(NOTICE_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale }))))(
    'of $kind are complete in $locale',
    ({ kind, locale }) => {
      for (const count of [1, 2]) {
        const { title } = noticeText(kind, {}, count, locale);
        expect(title).not.toBe('');
        expect(title).not.toMatch(/[[\]{}…]/);
      }
    },
  );
});
