import { describe, expect, it } from '@jest/globals';
import { requestUrl } from './request-url.js';

describe('the address of a request', () => {
  it('holds its parameters, lists joined, empty values left out', () => {
    expect(
      requestUrl(
        '/api/mentions/{mentionId}',
        { mentionId: '1/2' },
        { state: ['new', 'escalated'], level: [], search: 'a&b', from: undefined },
      ),
    ).toBe('/api/mentions/1%2F2?state=new%2Cescalated&search=a%26b');
  });
  it('has no question mark without a query', () => expect(requestUrl('/api/topics')).toBe('/api/topics'));
});
