import type { Placeholder, Suggestion } from '#contract/answers';
import { cutPlaceholders } from './cut-placeholders.js';

/** The placeholders that this text uses, in the order in which it uses them; others need not be filled in. */
export function placeholdersOf({
  body,
  placeholders,
}: Pick<Suggestion, 'body' | 'placeholders'>): Placeholder[] {
  const used = cutPlaceholders(body).flatMap((piece) => (piece.placeholder ? [piece.text] : []));
  return [...new Set(used)].flatMap((name) => placeholders.find((one) => one.name === name) ?? []);
}

/** Whether every required value is there, so that a preview can be asked for. */
export function isComplete(
  placeholders: readonly Placeholder[],
  values: Readonly<Record<string, string>>,
): boolean {
  return placeholders.every(
    ({ name, required, default: fallback }) =>
      !required || fallback !== undefined || (values[name] ?? '').trim() !== '',
  );
}
