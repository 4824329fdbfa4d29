/** What a drill can leave open, in the order in which it is closed: first what would cause more. */
export const CAUSED_KINDS = [
  'proposal',
  'level',
  'request',
  'escalation',
  'invitation',
  'reply',
  'incident',
  'freeze',
] as const;
export type CausedKind = (typeof CAUSED_KINDS)[number];
