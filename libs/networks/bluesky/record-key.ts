import { createHash } from 'node:crypto';

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
/** Microseconds since 1970: records of the kind we write have been possible for this long. */
const EPOCH = 1_672_531_200_000_000n;
const SPAN = 31_536_000_000_000n;

/**
 * The record key of a reply: a TID (atproto.com/specs/tid) that follows from the idempotency key alone, so that every
 * try of one reply writes the same record, and a repository holds a key only once. 54 bits of the hash make it up; its
 * time part has no meaning.
 */
export function recordKey(idempotencyKey: string): string {
  const hash = createHash('sha256').update(idempotencyKey).digest();
  const moment = EPOCH + (hash.readBigUInt64BE(0) % SPAN);
  let value = (moment << 10n) | BigInt(hash.readUInt16BE(8) & 1023);
  let key = '';
  for (let place = 0; place < 13; place++) {
    key = `${ALPHABET[Number(value & 31n)]}${key}`;
    value >>= 5n;
  }
  return key;
}
