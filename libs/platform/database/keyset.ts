import { invalidField } from '#platform/problem';

/** A keyset cursor is the sort key of the last row, as JSON in base64url: opaque to callers, cheap to continue from. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor, or null when it is not one of ours or has another number of parts. */
export function decodeCursor(cursor: string, length: number): (string | number)[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) &&
      parts.length === length &&
      parts.every((part) => typeof part === 'string' || typeof part === 'number')
      ? (parts as (string | number)[])
      : null;
  } catch {
    return null;
  }
}

/** The id that a page of a list by id goes on from; a cursor of another list is refused. */
export function idOfCursor(cursor: string): string {
  const id = String(decodeCursor(cursor, 1)?.[0]);
  if (!/^\d{1,18}$/.test(id)) throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
  return id;
}
