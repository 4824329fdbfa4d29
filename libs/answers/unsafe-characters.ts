/**
 * Characters that show nothing, or show something else than what is there: controls (a line feed and a tab are
 * allowed), bidirectional overrides, line and paragraph separators, tag characters, and halves of a character.
 */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ufffe\uffff]|[\u{e0001}\u{e0100}-\u{e01ef}]/u;

/** True when an approver could not see what they approve, or the database could not keep it. */
export function hasUnsafeCharacters(text: string): boolean {
  return UNSAFE.test(text) || /\p{Cs}/u.test(text);
}
