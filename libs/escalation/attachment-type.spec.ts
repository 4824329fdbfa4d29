import { describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from './attachment-type.js';

const text = (value: string) => Buffer.from(value);

describe('the type of an attachment', () => {
  it('is told by its content', () => {
    expect(mediaTypeOf(text('%PDF-1.7 …'))).toBe('application/pdf');
    expect(mediaTypeOf(Buffer.from('89504e470d0a1a0a0000', 'hex'))).toBe('image/png');
    expect(mediaTypeOf(Buffer.from('ffd8ffe000104a464946', 'hex'))).toBe('image/jpeg');
    expect(mediaTypeOf(text('Numéro de lot : 4711'))).toBe('text/plain');
  });

  it('is none for pages, drawings with scripts, programs and nothing', () => {
    expect(mediaTypeOf(text('<!doctype html><p>hello'))).toBeNull();
    expect(mediaTypeOf(text('  <svg xmlns="http://www.w3.org/2000/svg">'))).toBeNull();
    expect(mediaTypeOf(text('a < b\n<Script>alert(1)</Script>'))).toBeNull();
    expect(mediaTypeOf(Buffer.from('7f454c4602010100', 'hex'))).toBeNull();
    expect(mediaTypeOf(Buffer.from('4d5a90000300', 'hex'))).toBeNull();
    expect(mediaTypeOf(Buffer.alloc(0))).toBeNull();
  });
});
