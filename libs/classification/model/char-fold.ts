/** What `foldChar` gives for a combining mark, which counts for nothing. */
export const EMPTY = 2;
/** … and for whatever is neither letter nor digit. */
export const SYMBOL = 3;

const UNKNOWN = 0;
const folded = new Uint16Array(0x10000);

/**
 * A letter in lower case without its accent, any digit as 0; worked out at the first meeting of a character.
 * Letters of other scripts keep their vowel signs; Arabic loses its points and its forms of alef.
 */
export function foldChar(code: number): number {
  const known = folded[code] ?? SYMBOL;
  if (known !== UNKNOWN) return known;
  const found = workOut(code);
  folded[code] = found;
  return found;
}

/** Half of a character beyond the basic plane, or a pictogram of the basic plane. */
export function isHigh(code: number): boolean {
  return (code >= 0xd800 && code <= 0xdfff) || (code >= 0x2600 && code <= 0x27bf);
}

const DROPPED = /^[\u0300-\u036f\u064b-\u065f\u0640\u200b-\u200f\ufe0f\u2060]$/;
const ALIKE = new Map([
  [0x649, 0x64a],
  [0x629, 0x647],
  [0x131, 0x69],
]);

function workOut(code: number): number {
  const char = String.fromCharCode(code);
  if (DROPPED.test(char)) return EMPTY;
  if (/\p{N}/u.test(char)) return 48;
  if (!/[\p{L}\p{M}]/u.test(char)) return SYMBOL;
  const plain = [...char.normalize('NFKD').toLowerCase()].find((part) => !DROPPED.test(part)) ?? char;
  const unit = plain.charCodeAt(0);
  return ALIKE.get(unit) ?? (unit > SYMBOL ? unit : SYMBOL);
}
