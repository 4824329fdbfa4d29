/** One record of a file, or why it cannot be read. */
export interface FileRecord {
  /** Line on which it begins, from 1. */
  line: number;
  /** Byte after the record, with its line end: where reading goes on. */
  endByte: number;
  /** Lines up to there. */
  endLine: number;
  content: { ok: true; value: unknown } | { ok: false; reason: string };
}

/** Where a file is read on: 0 and 0 for its beginning. */
export interface FilePlace {
  byte: number;
  line: number;
}

/** The file cannot be read any further, from this line on. */
export class FileUnreadable extends Error {}

/** Bytes of the longest line, or record, that is still read. */
export const LONGEST_RECORD = 1024 * 1024;
