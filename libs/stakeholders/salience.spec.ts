import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ATTRIBUTES_OF_CLASS,
  SALIENCE_CLASSES,
  type SalienceAttributes,
  salienceClass,
  salienceShare,
} from './salience.js';

const attributes = fc.record({ power: fc.boolean(), legitimacy: fc.boolean(), urgency: fc.boolean() });
const of = (letters: string): SalienceAttributes => ({
  power: letters.includes('P'),
  legitimacy: letters.includes('L'),
  urgency: letters.includes('U'),
});

describe('the class of a stakeholder', () => {
  it.each([
    ['P', 'dormant'],
    ['L', 'discretionary'],
    ['U', 'demanding'],
    ['PL', 'dominant'],
    ['PU', 'dangerous'],
    ['LU', 'dependent'],
    ['PLU', 'definitive'],
    ['', 'none'],
  ])('with %s is %s', (letters, expected) => {
    expect(salienceClass(of(letters))).toBe(expected);
  });

  it('is another for each combination', () => {
    const all = ['', 'P', 'L', 'U', 'PL', 'PU', 'LU', 'PLU'].map((letters) => salienceClass(of(letters)));
    expect(new Set(all)).toEqual(new Set(SALIENCE_CLASSES));
  });

  it('counts the attributes, and one more never makes it less salient', () => {
    fc.assert(
      fc.property(attributes, fc.constantFrom('power', 'legitimacy', 'urgency'), (given, more) => {
        const count = Object.values(given).filter(Boolean).length;
        expect(ATTRIBUTES_OF_CLASS[salienceClass(given)]).toBe(count);
        expect(salienceShare(salienceClass({ ...given, [more]: true }))).toBeGreaterThanOrEqual(
          salienceShare(salienceClass(given)),
        );
      }),
    );
  });
});
