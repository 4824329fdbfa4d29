import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '#platform/problem';
import { decodeCursor, encodeCursor, idOfCursor } from './keyset.js';

describe('a cursor', () => {
  it('gives back the key that it was made of', () => {
    const part = fc.oneof(fc.string(), fc.integer());
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(decodeCursor(encodeCursor(parts), parts.length)).toEqual(parts);
        expect(decodeCursor(encodeCursor(parts), parts.length + 1)).toBeNull();
      }),
    );
  });

  it('of a list by id holds an id', () => {
    expect(idOfCursor(encodeCursor(['42']))).toBe('42');
    expect(idOfCursor(encodeCursor([42]))).toBe('42');
  });

  it.each([
    'nonsense',
    '',
    encodeCursor(['x']),
    encodeCursor(['-1']),
    encodeCursor(['1', '2']),
    encodeCursor(['1'.repeat(19)]),
    encodeCursor(["1'; drop table person; --"]),
  ])('%s is refused, and the field is named', (cursor) => {
    const refused = (() => {
      try {
        return idOfCursor(cursor);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(Problem);
    expect((refused as Problem).errors).toMatchObject([{ field: 'cursor', code: 'cursor-invalid' }]);
  });
});
