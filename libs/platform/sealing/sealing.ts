import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What was sealed cannot be read: it was changed, or sealed with another key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text for the database with AES-256-GCM (NIST SP 800-38D): one byte of format, a random IV, the tag, the
 * cipher text. The purpose is bound to it, so that a seal moved to another column does not open.
 * @param key 32 bytes
 */
export function seal(key: Buffer, purpose: string, text: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]);
}

/** Throws SealBroken unless it was sealed with this key for this purpose. */
export function unseal(key: Buffer, purpose: string, sealed: Buffer): string {
  if (sealed[0] !== FORMAT || sealed.length < 1 + IV_BYTES + TAG_BYTES) {
    throw new SealBroken('this is not a sealed text');
  }
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
  try {
    const text = Buffer.concat([
      decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
    return text.toString('utf8');
  } catch {
    throw new SealBroken(
      'a sealed text does not open: every process needs the same PASSERELLE_SECRET_KEY, or the same data folder',
    );
  }
}

/** A key of its own for one purpose, by HKDF-SHA256 (RFC 5869). */
export function derivedKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
}
