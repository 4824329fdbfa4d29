import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asInstagramId, externalId } from './instagram-id.js';

const numbers = fc.stringMatching(/^\d{1,40}$/);
const ids = fc.oneof(
  numbers.map((comment) => ({ comment, media: null })),
  numbers.map((media) => ({ comment: null, media })),
  fc.record({ comment: numbers, media: numbers }),
);

describe('the id of a post or comment of Instagram', () => {
  it('is known again in whatever form it was given', () => {
    fc.assert(fc.property(ids, (id) => expect(asInstagramId(externalId(id))).toEqual(id)));
  });

  it('is never two posts at once', () => {
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        if (externalId(one) === externalId(other)) expect(one).toEqual(other);
      }),
    );
  });

  it('holds nothing that could lead elsewhere', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = asInstagramId(text);
        if (id) expect(externalId(id)).toBe(text);
      }),
    );
    expect(asInstagramId('../me')).toBeNull();
    expect(asInstagramId('media/17/../me')).toBeNull();
  });
});
