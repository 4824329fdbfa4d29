import type { FieldError } from '#platform/contract';
import { hasUnsafeCharacters } from '#rules/answers';

/** Every text within a value that holds characters which do not show, by the path of its field. */
export function unsafeTexts(value: unknown, path: string): FieldError[] {
  if (typeof value === 'string')
    return hasUnsafeCharacters(value)
      ? [{ field: path, code: 'characters-not-allowed', detail: 'contains characters that do not show' }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => unsafeTexts(one, `${path}.${key}`));
}
