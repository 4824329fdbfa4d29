import type { FileError } from './contract-exchange.js';

/**
 * What a file says of one answer, before anything is checked against the library. A field that the file does not hold
 * is missing here: an answer that exists keeps it, a new one gets what a new one has.
 */
export interface Proposal {
  line: number;
  key: string | null;
  kind: string | null;
  content: ProposedContent;
  /** The line of each variant, in their order. */
  variantLines: number[];
  /** How the file calls a field of the content, for errors. */
  format: 'csv' | 'json';
  /** What was wrong already in reading. */
  errors: FileError[];
}

export interface ProposedContent {
  question?: { fr?: unknown; en?: unknown };
  wordings?: { fr?: unknown; en?: unknown };
  topic?: unknown;
  sensitivity?: unknown;
  levelMin?: unknown;
  levelMax?: unknown;
  strategy?: unknown;
  departments?: unknown;
  doNotSay?: unknown;
  proofPoints?: unknown;
  keyMessages?: unknown;
  placeholders?: unknown;
  variants?: unknown;
  validFrom?: unknown;
  validUntil?: unknown;
  reviewOn?: unknown;
}

/** The file cannot be read at all. */
export class LibraryFileUnreadable extends Error {
  override readonly name = 'LibraryFileUnreadable';

  constructor(
    readonly line: number,
    /** In plain English. */
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`);
  }
}
