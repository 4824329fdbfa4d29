import type { Placeholder } from '#contract/answers';
import type { previewAnswers } from '#contract/requests';
import type { ResponseOf } from '#platform/contract';
import { measureLength, renderVariant } from '#rules/answers';
import { filledIn } from '../reply/filled-in.js';

type Item = ResponseOf<typeof previewAnswers>['items'][number];

/**
 * What would be published with these values, by the same rules as the server's, which checks again; null while a value
 * is missing or does not fit, and where no variant is made for the network.
 */
export function rendered(
  item: Pick<Item, 'body' | 'language'>,
  placeholders: readonly Placeholder[],
  values: Readonly<Record<string, string>>,
  network: string,
): { text: string; fits: boolean; length: number; limit: number } | null {
  if (item.body === null || item.language === null) return null;
  const result = renderVariant(item.body, placeholders, filledIn(values), item.language);
  if ('errors' in result) return null;
  return { text: result.text, ...measureLength(network, result.text) };
}
