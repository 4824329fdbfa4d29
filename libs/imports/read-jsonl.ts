import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { type FilePlace, type FileRecord, LONGEST_RECORD } from './file-record.js';
import { splitLines } from './split-lines.js';

/** The records of a JSON Lines file from a place on; blank lines are none. */
export async function* readJsonl(file: string, from: FilePlace): AsyncGenerator<FileRecord> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const bytes = createReadStream(file, { start: from.byte, highWaterMark: 256 * 1024 });
  let place = from;
  for await (const { line, length } of splitLines(bytes, LONGEST_RECORD)) {
    place = { byte: place.byte + length, line: place.line + 1 };
    const content = line === null ? TOO_LONG : parse(decoder, line);
    if (content) yield { line: place.line, endByte: place.byte, endLine: place.line, content };
  }
}

const TOO_LONG: FileRecord['content'] = { ok: false, reason: 'is longer than 1 MB' };

function parse(decoder: TextDecoder, bytes: Uint8Array): FileRecord['content'] | null {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { ok: false, reason: 'is not text in UTF-8' };
  }
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { ok: false, reason: 'is not a JSON object' };
    }
    return { ok: true, value };
  } catch {
    return { ok: false, reason: 'is not JSON' };
  }
}
