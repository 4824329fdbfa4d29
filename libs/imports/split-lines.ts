const LINE_FEED = 0x0a;

export interface SplitLine {
  /** Without its end; null when longer than allowed. A carriage return at the end stays: JSON takes it for space. */
  line: Uint8Array | null;
  /** Bytes of the line with its end. */
  length: number;
}

/** Cuts bytes into lines, however they arrive; no more than one line of the allowed length is ever held. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<SplitLine> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let length = 0;
  const take = (piece: Uint8Array) => {
    length += piece.length;
    if (held + piece.length > longest) {
      parts = [];
      held = Number.POSITIVE_INFINITY;
    } else {
      parts.push(piece);
      held += piece.length;
    }
  };
  const finish = (end: number): SplitLine => {
    const line = held === Number.POSITIVE_INFINITY ? null : Buffer.concat(parts);
    const whole = length + end;
    parts = [];
    held = 0;
    length = 0;
    return { line, length: whole };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield finish(1);
      start = end + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (length > 0) yield finish(0);
}
