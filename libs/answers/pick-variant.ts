import type { Locale } from '#platform/contract';
import type { Placeholder } from './contract.js';
import { measureLength } from './length.js';
import { shortestText } from './render.js';

export interface VariantToPick {
  id: string;
  language: Locale;
  network: string | null;
  body: string;
}

/**
 * The variant for a network and a language: made for that network, then for any; then the same in another language.
 * Among those of the wanted language one that fits the network's length goes first. Null when there is none.
 */
export function pickVariant<T extends VariantToPick>(
  variants: readonly T[],
  placeholders: readonly Placeholder[],
  wanted: { network: string; language: Locale | null },
): T | null {
  const usable = variants.filter(({ network }) => network === null || network === wanted.network);
  const cost = (variant: T) => {
    const fits = measureLength(
      wanted.network,
      shortestText(variant.body, placeholders, variant.language),
    ).fits;
    const otherLanguage = wanted.language !== null && variant.language !== wanted.language;
    return (otherLanguage ? 4 : 0) + (fits ? 0 : 2) + (variant.network === null ? 1 : 0);
  };
  return [...usable].sort((a, b) => cost(a) - cost(b) || a.language.localeCompare(b.language))[0] ?? null;
}
