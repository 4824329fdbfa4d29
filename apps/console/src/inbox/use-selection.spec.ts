import { describe, expect, it } from '@jest/globals';
import { between } from './use-selection.js';

describe('a range of the list', () => {
  const ids = ['9', '7', '5', '3'];
  it('holds both ends, in whichever direction it was drawn', () => {
    expect(between(ids, '7', '3')).toEqual(['7', '5', '3']);
    expect(between(ids, '3', '7')).toEqual(['7', '5', '3']);
    expect(between(ids, '5', '5')).toEqual(['5']);
  });
  it('is the one mention when the other end has left the list', () => {
    expect(between(ids, 'gone', '5')).toEqual(['5']);
  });
});
