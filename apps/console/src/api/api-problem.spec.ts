import { describe, expect, it } from '@jest/globals';
import { problemOf } from './api-problem.js';

describe('a refusal', () => {
  it('is read from problem details', () => {
    const body = {
      type: 'urn:passerelle:problem:x',
      title: 'Conflict',
      status: 409,
      detail: 'No.',
      code: 'x',
      errors: [{ field: 'a', code: 'b', detail: 'c' }],
    };
    expect(problemOf(409, body)).toMatchObject({
      code: 'x',
      status: 409,
      message: 'No.',
      errors: [{ field: 'a' }],
    });
  });
  it.each([null, '<html>', { error: 'x' }])('of a proxy in between is one too (%p)', (body) => {
    expect(problemOf(502, body)).toMatchObject({ code: 'refused', status: 502, errors: [] });
  });
});
