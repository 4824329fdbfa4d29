import { describe, expect, it } from '@jest/globals';
import { differentBits, fingerprintOf, groupCopies } from './fingerprint.js';

const TEXT =
  'Lumen knew for months that the brakes of their scooters fail in the rain and told nobody about it';

describe('the fingerprint of a text', () => {
  it('ignores links, handles, case, accents and punctuation', () => {
    expect(fingerprintOf(`@lumen ${TEXT.toUpperCase()}!!! https://example.org/a`)).toBe(fingerprintOf(TEXT));
    expect(fingerprintOf('Les freins ont lâché à Évry hier soir')).toBe(
      fingerprintOf('les freins ont lache a evry, hier soir 😡'),
    );
  });

  it('differs in few bits after a small change, and in many between different texts', () => {
    const near = fingerprintOf(`${TEXT} today`) ?? '';
    const far =
      fingerprintOf('The last tram of the evening was late again and the driver did not stop for us') ?? '';
    expect(differentBits(fingerprintOf(TEXT) ?? '', near)).toBeLessThanOrEqual(7);
    expect(differentBits(fingerprintOf(TEXT) ?? '', far)).toBeGreaterThan(16);
  });

  it('is not made of texts too short to be told apart', () => {
    expect(fingerprintOf('Thank you so much')).toBeNull();
    expect(fingerprintOf('')).toBeNull();
  });
});

describe('copies', () => {
  it('are grouped with the first of them; other texts stay apart', () => {
    const texts = [
      TEXT,
      'Where can I find the timetable of line four?',
      `${TEXT} now`,
      'ok',
      'ok',
      `RT ${TEXT}`,
    ];
    const groups = groupCopies(texts.map((text, place) => ({ place, fingerprint: fingerprintOf(text) })));
    expect(groups.map((group) => group.map(({ place }) => place))).toEqual([[0, 2, 5], [1], [3], [4]]);
  });
});
