import { createHash, randomBytes } from 'node:crypto';

/** A secret to hand out, 256 bits; only its hash is ever stored. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** Tokens are random, so a plain SHA-256 is enough to keep a stolen table from being of use. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
