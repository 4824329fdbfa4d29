/** Reasons that the report gives in English, and the key of their words under `imports.why`. */
const KNOWN = [
  [/^is required/, 'required'],
  [/^is not a text/, 'notText'],
  [/^is not JSON/, 'notJson'],
  [/^is not a JSON object/, 'notObject'],
  [/^is not text in UTF-8/, 'notUtf8'],
  [/^is longer than/, 'tooLong'],
  [/^is not a (?:date and time|number of)/, 'notDate'],
  [/^is not a web address/, 'notAddress'],
  [/^is not a whole number/, 'notNumber'],
  [/^is neither true nor false/, 'notFlag'],
  [/^is more than a day ahead/, 'ahead'],
  [/^is before the year 2000/, 'old'],
  [/^has \d+ columns/, 'columns'],
  [/^is a number too large/, 'unsafeNumber'],
  [/^is (?:not a|an empty) list/, 'notList'],
] as const;

export type ReasonKey = (typeof KNOWN)[number][1];

/** The key of a reason's words; null for one that is shown as it stands. */
export function reasonKey(reason: string): ReasonKey | null {
  return KNOWN.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
}
