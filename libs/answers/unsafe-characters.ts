/** Controls other than a line feed and a tab, and what turns the direction of text or breaks its lines unseen. */
const UNSAFE = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** True when an approver could not see what they approve, or the database could not keep it. */
export function hasUnsafeCharacters(text: string): boolean {
  return UNSAFE.test(text);
}
