import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which the clocks of two systems may differ, and a delivery may be under way. */
export const SIGNATURE_WINDOW_SECONDS = 300;

/**
 * `v1=` and the HMAC-SHA256, in hexadecimal, of `timestamp.body` under a shared secret.
 * @param timestamp seconds since 1970, as it stands in the header
 */
export function bodySignature(secret: string, timestamp: string, body: string | Buffer): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Why a signed body is not to be trusted; null when it is. Takes the same time whatever is wrong with the signature. */
export function signatureFault(
  secret: string,
  given: { timestamp: string | undefined; signature: string | undefined; body: Buffer },
  now: Date,
): 'signature-missing' | 'signature-wrong' | 'signature-late' | null {
  const { timestamp, signature, body } = given;
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'signature-missing';
  const expected = Buffer.from(bodySignature(secret, timestamp, body));
  const received = Buffer.from(signature);
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return 'signature-wrong';
  const apart = Math.abs(now.getTime() / 1000 - Number(timestamp));
  return apart > SIGNATURE_WINDOW_SECONDS ? 'signature-late' : null;
}
