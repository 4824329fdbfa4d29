import { createHmac, timingSafeEqual } from 'node:crypto';

/** `sha256=` and the HMAC-SHA256 of the raw body under the app secret, in hexadecimal: `X-Hub-Signature-256`. */
export function metaSignature(appSecret: string, body: Buffer): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** Why a delivery is not to be trusted; null when it is. Takes the same time whatever is wrong with the signature. */
export function metaSignatureFault(
  appSecret: string,
  given: { signature: string | undefined; body: Buffer },
): 'signature-missing' | 'signature-wrong' | null {
  if (!given.signature) return 'signature-missing';
  return sameSecret(given.signature, metaSignature(appSecret, given.body)) ? null : 'signature-wrong';
}

/** Compares in a time that tells nothing of where two texts differ. */
export function sameSecret(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHmac('sha256', 'compared').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
