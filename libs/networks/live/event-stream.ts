export interface ServerSentEvent {
  event: string;
  data: string;
}

/** More than any event we read; whoever sends more means no good. */
const LONGEST = 2_000_000;

/**
 * Server-sent events out of bytes that come cut anywhere, in the middle of a letter too. A comment comes out as an event
 * without a name: it is how a server shows that it is there. Source: WHATWG HTML, section 9.2.
 */
export async function* serverSentEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  let open = NOTHING;
  for await (const line of linesOf(chunks)) {
    if (line.startsWith(':')) yield { event: '', data: line.slice(1).trim() };
    else if (line !== '') open = withField(open, line);
    else {
      if (open.data !== null) yield { event: open.event || 'message', data: open.data };
      open = NOTHING;
    }
  }
}

interface OpenEvent {
  event: string;
  data: string | null;
}
const NOTHING: OpenEvent = { event: '', data: null };

function withField(open: OpenEvent, line: string): OpenEvent {
  const colon = line.indexOf(':');
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (name === 'event') return { ...open, event: value };
  if (name === 'data') return { ...open, data: open.data === null ? value : `${open.data}\n${value}` };
  return open;
}

/** Whole lines only: what a cut connection leaves behind is no line. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    // A carriage return at the very end may be half of a line's end.
    const whole = rest.endsWith('\r') ? rest.length - 1 : rest.length;
    const lines = rest.slice(0, whole).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + rest.slice(whole);
    if (rest.length > LONGEST) throw new Error(`a line of the stream is longer than ${LONGEST} characters`);
    yield* lines;
  }
}
