import type { FieldError, Locale } from '#platform/contract';
import type { Placeholder } from './contract.js';
import { checkValue, shortestValue } from './placeholder-value.js';

/** The text exactly as it would leave, with the values that stand in it; or what is wrong with which value. */
export type Rendered = { text: string; values: Record<string, string> } | { errors: FieldError[] };

/** `{{name}}`, with the space before it, which goes when an optional placeholder stays empty. */
const PLACEHOLDER = /([ \u00a0\u202f]?)\{\{[ \t]*([^{}]*?)[ \t]*\}\}/gu;

/**
 * Puts values into the body of a variant. A value that is missing falls back to the placeholder's default; an optional
 * one without default disappears with the space before it. Errors name `placeholders.NAME`.
 */
export function renderVariant(
  body: string,
  declared: readonly Placeholder[],
  values: Readonly<Record<string, string>>,
  language: Locale,
): Rendered {
  const errors: FieldError[] = [];
  const byName = new Map(declared.map((placeholder) => [placeholder.name, placeholder]));
  for (const name of Object.keys(values)) {
    if (!byName.has(name)) {
      errors.push(valueError(name, 'placeholder-unknown', 'this answer has no such placeholder'));
    }
  }
  const printed = new Map<string, string>();
  const kept: Record<string, string> = {};
  const used = new Set(placeholdersIn(body));
  // A value that this variant does not use is checked all the same: it is kept with the reply.
  const names = new Set([...used, ...Object.keys(values).filter((name) => byName.has(name))]);
  for (const name of names) {
    const placeholder = byName.get(name);
    if (!placeholder) {
      errors.push(valueError(name, 'placeholder-undeclared', 'stands in the text but is not declared'));
      continue;
    }
    const own = ownValue(values, name);
    const given = own.trim() === '' ? (placeholder.default ?? '') : own;
    if (given === '') {
      if (placeholder.required && used.has(name))
        errors.push(valueError(name, 'placeholder-missing', 'is required'));
      continue;
    }
    const checked = checkValue(placeholder, given, language);
    if ('problem' in checked) {
      errors.push(valueError(name, 'placeholder-invalid', checked.problem, { type: placeholder.type }));
      continue;
    }
    printed.set(name, checked.printed);
    if (own.trim() !== '') kept[name] = checked.value;
  }
  if (errors.length > 0) return { errors };
  // One pass: what a value contains is never read as a placeholder again.
  const text = body.replace(PLACEHOLDER, (_, space: string, name: string) => {
    const value = printed.get(name);
    return value === undefined ? '' : space + value;
  });
  return { text: text.trim(), values: kept };
}

/** The distinct names between double braces, in the order of the text, as written. */
export function placeholdersIn(body: string): string[] {
  return [...new Set(Array.from(body.matchAll(PLACEHOLDER), (match) => match[2] ?? ''))];
}

/** True when braces are left over that no placeholder accounts for: a typing error would be published as it is. */
export function hasStrayBraces(body: string): boolean {
  return /\{\{|\}\}/.test(body.replace(PLACEHOLDER, ''));
}

/** The shortest text a body can become: optional placeholders left out, the others at their shortest. */
export function shortestText(body: string, declared: readonly Placeholder[], language: Locale): string {
  const needed = new Map(
    declared
      .filter((placeholder) => placeholder.required || placeholder.default)
      .map((placeholder) => [placeholder.name, placeholder]),
  );
  return body
    .replace(PLACEHOLDER, (_, space: string, name: string) => {
      const placeholder = needed.get(name);
      if (!placeholder) return '';
      const checked = checkValue(placeholder, shortestValue(placeholder), language);
      return space + ('printed' in checked ? checked.printed : '');
    })
    .trim();
}

function ownValue(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : '';
}

function valueError(
  name: string,
  code: string,
  detail: string,
  params: FieldError['params'] = {},
): FieldError {
  return { field: `placeholders.${name}`, code, detail, params: { name, ...params } };
}
