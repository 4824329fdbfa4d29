import { type GuardedRequest, openGuarded, readText } from './guarded-fetch.js';

export interface GuardedStreamRequest {
  headers?: Record<string, string>;
  mayReach: GuardedRequest['mayReach'];
  /** Longest silence, the one before the answer included, after which the connection counts as dead. */
  quietMs: number;
  signal: AbortSignal;
}

/** What answered: bytes as they come, or an answer that is no stream and has been read to its end. */
export type GuardedStreamAnswer = { status: number; headers: Headers } & (
  { chunks: AsyncIterable<Uint8Array>; body: null } | { chunks: null; body: string }
);

/** The other side has said nothing for too long: it may have gone without a word. */
export class ConnectionQuiet extends Error {
  override readonly name = 'ConnectionQuiet';
}

/** A request under the rules of guardedFetch whose answer does not end; aborting the signal closes the connection. */
export async function guardedStream(
  url: string,
  { headers, mayReach, quietMs, signal }: GuardedStreamRequest,
): Promise<GuardedStreamAnswer> {
  const quiet = new AbortController();
  const timer = setTimeout(() => {
    quiet.abort(new ConnectionQuiet(`nothing came for ${Math.round(quietMs / 1000)} seconds`));
  }, quietMs);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  const both = AbortSignal.any([signal, quiet.signal]);
  try {
    const { response } = await openGuarded(url, { headers: headers ?? {}, mayReach }, both);
    const answer = { status: response.status, headers: response.headers as unknown as Headers };
    if (!response.ok || !response.body) return { ...answer, chunks: null, body: await readText(response) };
    const { body } = response;
    return { ...answer, body: null, chunks: watched(body, timer, both) };
  } catch (error) {
    clearTimeout(timer);
    throw error;
  }
}

async function* watched(
  body: AsyncIterable<Uint8Array>,
  timer: NodeJS.Timeout,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      timer.refresh();
      yield chunk;
      signal.throwIfAborted();
    }
  } finally {
    clearTimeout(timer);
  }
}
