import { describe, expect, it } from '@jest/globals';
import { pickVariant, type VariantToPick } from './pick-variant.js';

const variant = (
  id: string,
  language: 'fr' | 'en',
  network: string | null,
  body = 'court',
): VariantToPick => ({
  id,
  language,
  network,
  body,
});
const pick = (variants: VariantToPick[], network: string, language: 'fr' | 'en' | null) =>
  pickVariant(variants, [], { network, language })?.id ?? null;

describe('the variant for a mention', () => {
  const all = [
    variant('1', 'en', 'x'),
    variant('2', 'fr', null),
    variant('3', 'fr', 'x'),
    variant('4', 'en', null),
  ];

  it('is the one of its network and language', () => expect(pick(all, 'x', 'fr')).toBe('3'));
  it('or the general one of its language', () => expect(pick(all, 'mastodon', 'fr')).toBe('2'));
  it('or one in another language', () => expect(pick(all.slice(0, 1), 'x', 'fr')).toBe('1'));
  it('never one made for another network', () =>
    expect(pick([variant('1', 'fr', 'x')], 'mastodon', 'fr')).toBeNull());
  it('prefers one that fits', () => {
    expect(pick([variant('1', 'fr', 'x', 'a'.repeat(300)), variant('2', 'fr', null)], 'x', 'fr')).toBe('2');
  });
});
