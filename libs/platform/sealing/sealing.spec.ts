import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { derivedKey, seal, SealBroken, unseal } from './sealing.js';
import { secretKey } from './secret-key.js';

const key = randomBytes(32);

describe('a sealed text', () => {
  it('opens to what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unseal(key, 'here', seal(key, 'here', text))).toBe(text);
      }),
    );
  });

  it('is never the same twice, and does not hold what it hides', () => {
    const [first, second] = [seal(key, 'here', 'https://hooks.example/T0/secret'), seal(key, 'here', 'x')];
    expect(first.equals(seal(key, 'here', 'https://hooks.example/T0/secret'))).toBe(false);
    expect(first.includes('hooks.example')).toBe(false);
    expect(second).toHaveLength(30);
  });

  it('does not open with another key, for another purpose, or changed anywhere', () => {
    const sealed = seal(key, 'here', 'text');
    expect(() => unseal(randomBytes(32), 'here', sealed)).toThrow(SealBroken);
    expect(() => unseal(key, 'there', sealed)).toThrow(SealBroken);
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(() => unseal(key, 'here', changed)).toThrow(SealBroken);
    }
    expect(() => unseal(key, 'here', Buffer.alloc(3))).toThrow(SealBroken);
  });
});

describe('the secret key', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'passerelle-key-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is made once in the data folder, for its owner’s eyes only', async () => {
    const config = { dataDirectory: path.join(folder, 'data'), secretKey: undefined };
    const made = secretKey(config);
    expect(made).toHaveLength(32);
    expect(secretKey(config)).toEqual(made);
    expect(await readdir(config.dataDirectory)).toEqual(['secret.key']);
    expect((await stat(path.join(config.dataDirectory, 'secret.key'))).mode & 0o777).toBe(0o600);
  });

  it('is the given one where one is given', () => {
    const config = { dataDirectory: folder, secretKey: key.toString('base64') };
    expect(secretKey(config)).toEqual(key);
  });

  it('gives another key to each purpose', () => {
    expect(derivedKey(key, 'links')).not.toEqual(derivedKey(key, 'webhooks'));
    expect(derivedKey(key, 'links')).toEqual(derivedKey(key, 'links'));
  });
});
