import { describe, expect, it } from '@jest/globals';
import { returnPath, signInPath } from './return-path.js';

describe('the way back after signing in', () => {
  it('leads to the page that asked for it', () => {
    const asked = '/inbox/12?state=new&search=a b';
    const to = new URL(signInPath(asked), 'http://console').searchParams.get('to');
    expect(returnPath(to)).toBe(asked);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])(
    'never leaves the console (%p)',
    (wished) => expect(returnPath(wished)).toBe('/'),
  );
});
