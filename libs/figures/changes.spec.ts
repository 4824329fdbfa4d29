import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeSentence, figureValue } from './change-sentences.js';
import { type Snapshot, whatChanged } from './changes.js';
import { FIGURE_CODES } from './definitions.js';
import { before, fullHours, FIGURE_SPANS, rangeOf } from './figure-scope.js';

const look = (given: Partial<Snapshot>): Snapshot => ({
  at: '2026-03-01T08:00:00Z',
  range: '24h',
  figures: {},
  topics: [],
  ...given,
});
const topic = (level: number, name = 'Refunds') => ({ topicId: name, name, level });

describe('what changed since the last look', () => {
  it('begins with the level that rose highest, and says it plainly in both languages', () => {
    const changes = whatChanged(
      look({ topics: [topic(1), topic(2, 'Strike')], figures: { mentions: 100, backlog: 3 } }),
      look({ topics: [topic(3), topic(1, 'Strike')], figures: { mentions: 900, backlog: 4 } }),
    );
    expect(changes.map((change) => changeSentence(change, 'en'))).toEqual([
      'Refunds rose from Watch to Crisis.',
      'Strike fell from Alert to Watch.',
      'Mentions: up from 100 to 900.',
      'Waiting: up from 3 to 4.',
    ]);
    expect(changeSentence(changes[0]!, 'fr')).toBe('Refunds est monté de Pré-alerte à Crise.');
    expect(changeSentence(changes[2]!, 'fr')).toBe('Mentions\u00A0: en hausse, de 100 à 900.');
  });

  it('is silent about what moved too little to matter, and about figures of another range', () => {
    expect(whatChanged(look({ figures: { mentions: 100 } }), look({ figures: { mentions: 105 } }))).toEqual(
      [],
    );
    expect(
      whatChanged(look({ figures: { mentions: 100 } }), look({ figures: { mentions: 900 }, range: '7d' })),
    ).toEqual([]);
  });

  it('tells a renamed topic by its new name, and one that is gone by its old', () => {
    const [renamed] = whatChanged(
      look({ topics: [{ topicId: '1', name: 'Old', level: 1 }] }),
      look({ topics: [{ topicId: '1', name: 'New', level: 2 }] }),
    );
    expect(changeSentence(renamed!, 'en')).toBe('New rose from Watch to Alert.');
    const [gone] = whatChanged(look({ topics: [topic(2)] }), look({}));
    expect(changeSentence(gone!, 'en')).toBe('Refunds fell from Alert to Monitoring.');
  });

  const snapshots = fc.record({
    at: fc.constant('2026-03-01T08:00:00Z'),
    range: fc.constantFrom('24h', '7d'),
    figures: fc.dictionary(
      fc.constantFrom(...FIGURE_CODES),
      fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: null }),
    ),
    topics: fc.uniqueArray(
      fc.record({
        topicId: fc.constantFrom('1', '2', '3', '4'),
        name: fc.string(),
        level: fc.integer({ min: 1, max: 4 }),
      }),
      { selector: ({ topicId }) => topicId },
    ),
  }) as fc.Arbitrary<Snapshot>;

  it('says nothing of two equal looks, at most six things of any others, and never a sentence without figures', () => {
    fc.assert(
      fc.property(snapshots, snapshots, (a, b) => {
        expect(whatChanged(a, a)).toEqual([]);
        const changes = whatChanged(a, b);
        expect(changes.length).toBeLessThanOrEqual(6);
        const weights = changes.map(({ weight }) => weight);
        expect([...weights].sort((x, y) => y - x)).toEqual(weights);
        const firstFigure = changes.findIndex(({ kind }) => kind === 'figure');
        if (firstFigure >= 0)
          expect(changes.slice(firstFigure).every(({ kind }) => kind === 'figure')).toBe(true);
        for (const change of changes) {
          for (const locale of ['en', 'fr'] as const) {
            expect(changeSentence(change, locale)).not.toMatch(/undefined|null|NaN/);
          }
        }
      }),
    );
  });
});

describe('the range of a figure', () => {
  it('ends with the running hour or day, has the length it says, and follows on the period before', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom(...FIGURE_SPANS),
        (now, span) => {
          const { from, to } = rangeOf(span, now);
          expect(to.getTime()).toBeGreaterThan(now.getTime());
          expect(fullHours(from, to)).toEqual({ from, to });
          const scope = { realm: 'live', topicId: null, networks: [], languages: [], from, to } as const;
          const earlier = before(scope);
          expect(earlier.to).toEqual(from);
          expect(to.getTime() - from.getTime()).toBe(from.getTime() - earlier.from.getTime());
        },
      ),
    );
  });
});

describe('a value', () => {
  it('is written as people of the language write it', () => {
    expect(figureValue(7500, 'seconds', 'en')).toBe('2 hr 5 min');
    expect(figureValue(59, 'seconds', 'en')).toBe('59 sec');
    expect(figureValue(1234567, 'count', 'fr')).toBe('1\u202f234\u202f567');
    expect(figureValue(0.125, 'share', 'fr')).toMatch(/^12,5\s%$/);
    expect(figureValue(null, 'share', 'fr')).toBe('–');
  });
});
