import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkValue, isDomain } from './placeholder-value.js';

const ok = (type: Parameters<typeof checkValue>[0]['type'], value: string, allowedDomains?: string[]) =>
  'printed' in checkValue({ type, allowedDomains }, value, 'fr');

describe('a first name', () => {
  it.each([
    'Anne',
    'Jean-Pierre',
    'Zoë',
    'N’Golo',
    "D'Arcy",
    'María del Carmen',
    '李',
    'Łukasz',
    'محمد',
    'प्रिया',
    ' Léa ',
  ])('may be %s', (name) => expect(ok('first_name', name)).toBe(true));

  it.each([
    'http://evil.example',
    'evil.com',
    'www.evil.com',
    'Anne\nVisitez notre site',
    'Anne\u200b',
    'Anne\u202e',
    'Anne@evil',
    '#boycott',
    'Anne!',
    'Anne, votre remboursement est refusé',
    'Anne 0612345678',
    'Vous êtes vraiment des incapables',
    'A'.repeat(31),
    'a\u0301\u0301\u0301\u0301\u0301\u0301',
    '😀',
    '{{link}}',
    '<b>Anne</b>',
    '-Anne',
    'Anne--Marie',
  ])('is not %j', (name) => expect(ok('first_name', name)).toBe(false));

  it('never brings a link, a line break or anything invisible into a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
        const checked = checkValue({ type: 'first_name' }, value, 'fr');
        if ('printed' in checked) expect(checked.printed).not.toMatch(/[\p{Cc}\p{Cf}\p{N}\p{S}.:/@#\\]/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a link', () => {
  const domains = ['lumen.example'];

  it('leads to an allowed domain or below it, over https', () => {
    expect(ok('link', 'https://lumen.example/orders/12', domains)).toBe(true);
    expect(ok('link', 'https://help.lumen.example/?c=12', domains)).toBe(true);
  });

  it.each([
    'http://lumen.example/',
    'https://evil.example/',
    'https://lumen.example.evil.example/',
    'https://evillumen.example/',
    'https://lumen.example@evil.example/',
    'https://user:pass@lumen.example/',
    'https://lumen.example:8443/',
    'https://lumen.example\\@evil.example/',
    'https://lumen.example/ et autre chose',
    'https://lumen.example/\nhttps://evil.example',
    'javascript:alert(1)',
    '//lumen.example/',
    'lumen.example',
    `https://lumen.example/${'a'.repeat(300)}`,
  ])('is not %j', (value) => expect(ok('link', value, domains)).toBe(false));

  it('leads nowhere when no domain is allowed', () =>
    expect(ok('link', 'https://lumen.example/')).toBe(false));

  it('whatever is accepted really has an allowed host', () => {
    const pieces = fc.constantFrom(
      'https://',
      'lumen.example',
      'evil.example',
      '.',
      '@',
      ':',
      '/',
      '\\',
      '#',
      '?',
      '%2e',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const checked = checkValue({ type: 'link', allowedDomains: domains }, parts.join(''), 'fr');
        if ('printed' in checked)
          expect(checked.printed).toMatch(/^https:\/\/([a-z0-9.-]+\.)?lumen\.example\//);
      }),
      { numRuns: 5000 },
    );
  });

  it('needs a domain of two labels, so that nobody allows all of .com', () => {
    expect(isDomain('lumen.example')).toBe(true);
    for (const bad of [
      'com',
      'lumen',
      '.lumen.example',
      'lumen.example.',
      'Lumen.example',
      'a b.example',
      '1.2.3.4',
      '',
    ]) {
      expect(isDomain(bad)).toBe(false);
    }
  });
});

describe('phone, reference and date', () => {
  it('accept what they are', () => {
    for (const phone of ['3900', '+33 1 99 00 24 24', '020 7946 0924', '(01) 99-00'])
      expect(ok('phone', phone)).toBe(true);
    for (const reference of ['CMD-2024-0012', '12345', 'AB12/7'])
      expect(ok('reference', reference)).toBe(true);
    for (const date of ['2025-12-31', '2024-02-29']) expect(ok('date', date)).toBe(true);
  });

  it('refuse what they are not', () => {
    for (const phone of ['12', 'call me', '06 12 34 56 78 90 12 34 56', '+33; evil'])
      expect(ok('phone', phone)).toBe(false);
    for (const reference of ['refund', 'evil.com/1', 'YOU-ARE-ALL-THIEVES-1', 'a b 1', 'scandalous1']) {
      expect(ok('reference', reference)).toBe(false);
    }
    for (const date of ['2025-02-29', '31/12/2025', '2025-13-01', '0025-01-01'])
      expect(ok('date', date)).toBe(false);
  });

  it('print a date in the language of the text', () => {
    expect(checkValue({ type: 'date' }, '2025-08-01', 'fr')).toEqual({
      value: '2025-08-01',
      printed: '1er août 2025',
    });
    expect(checkValue({ type: 'date' }, '2025-08-12', 'en')).toEqual({
      value: '2025-08-12',
      printed: '12 August 2025',
    });
  });
});
