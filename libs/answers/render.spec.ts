import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Placeholder } from './contract.js';
import { hasStrayBraces, placeholdersIn, renderVariant, shortestText } from './render.js';

const label = { fr: 'x', en: 'x' };
const NAME: Placeholder = { name: 'first_name', type: 'first_name', label, required: false };
const LINK: Placeholder = {
  name: 'link',
  type: 'link',
  label,
  required: true,
  allowedDomains: ['lumen.example'],
};
const PHONE: Placeholder = { name: 'phone', type: 'phone', label, required: true, default: '3900' };

describe('rendering a variant', () => {
  it('puts the values in their places', () => {
    const rendered = renderVariant(
      'Bonjour {{first_name}}, voyez {{ link }} ou le {{phone}}.',
      [NAME, LINK, PHONE],
      { first_name: 'Anne', link: 'https://lumen.example/a' },
      'fr',
    );
    expect(rendered).toEqual({
      text: 'Bonjour Anne, voyez https://lumen.example/a ou le 3900.',
      values: { first_name: 'Anne', link: 'https://lumen.example/a' },
    });
  });

  it('leaves out an optional placeholder with the space before it', () => {
    expect(renderVariant('Bonjour {{first_name}}, merci.', [NAME], {}, 'fr')).toEqual({
      text: 'Bonjour, merci.',
      values: {},
    });
  });

  it('names every value at fault', () => {
    const rendered = renderVariant(
      '{{first_name}} {{link}}',
      [NAME, LINK],
      { first_name: 'evil.com', link: '', surprise: 'free text' },
      'fr',
    );
    expect('errors' in rendered && rendered.errors.map(({ field, code }) => [field, code])).toEqual([
      ['placeholders.surprise', 'placeholder-unknown'],
      ['placeholders.first_name', 'placeholder-invalid'],
      ['placeholders.link', 'placeholder-missing'],
    ]);
  });

  it('knows no placeholder by the name of what every object has', () => {
    expect(renderVariant('{{first_name}}', [{ ...NAME, required: true }], {}, 'fr')).toHaveProperty('errors');
    const values = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, string>;
    const rendered = renderVariant('Bonjour', [], values, 'fr');
    expect('errors' in rendered && rendered.errors.map(({ code }) => code)).toEqual([
      'placeholder-unknown',
      'placeholder-unknown',
    ]);
  });

  it('adds nothing to the approved words but checked values, whatever is given', () => {
    const body = 'Bonjour {{first_name}}, le {{phone}} vous répond.';
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 20 }),
        (name, phone) => {
          const rendered = renderVariant(body, [NAME, PHONE], { first_name: name, phone }, 'fr');
          if ('text' in rendered) {
            expect(rendered.text).toMatch(
              /^Bonjour(?: [\p{L}\p{M} '’-]{1,30})?, le [+0-9 ().\u00a0\u202f-]{3,25} vous répond\.$/u,
            );
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('reading a body', () => {
  it('lists each placeholder once', () => {
    expect(placeholdersIn('{{a}} {{ b }} {{a}}')).toEqual(['a', 'b']);
  });

  it('sees braces that were not closed', () => {
    expect(hasStrayBraces('Bonjour {{first_name}')).toBe(true);
    expect(hasStrayBraces('Bonjour first_name}}')).toBe(true);
    expect(hasStrayBraces('Bonjour {{first_name}} {ok}')).toBe(false);
  });

  it('knows the shortest text that can become of it', () => {
    expect(shortestText('Bonjour {{first_name}}, {{link}}', [NAME, LINK], 'fr')).toBe(
      'Bonjour, https://lumen.example/',
    );
  });
});
