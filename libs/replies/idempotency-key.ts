import { invalidField } from '#platform/problem';

/** The header of that name, checked; null where it was not given. */
export function idempotencyKey(key: string | undefined): string | null {
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalidField('Idempotency-Key', 'invalid-format', 'must be 1 to 200 visible ASCII characters');
  }
  return key ?? null;
}
