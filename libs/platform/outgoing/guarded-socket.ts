import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ping, WebSocket } from 'undici';
import { agentFor, checkedUrl, type GuardedRequest, refuseName } from './guarded-fetch.js';
import { ConnectionQuiet } from './guarded-stream.js';

export interface GuardedSocketRequest {
  mayReach: GuardedRequest['mayReach'];
  /** Longest silence, the one before the connection included, after which it counts as dead. A pong breaks it too. */
  quietMs: number;
  signal: AbortSignal;
}

/** More than any message we read, and messages that may wait for us; whoever goes beyond is given up. */
const LONGEST = 2_000_000;
const MOST_WAITING = 20_000;
/** Published by undici when the other side answers a ping; the API of WebSocket itself does not show it. */
const PONG = 'undici:websocket:pong';

/**
 * The text messages of a WebSocket under the rules of guardedFetch, redirects not being followed; the first item is null
 * and says that the connection stands. Ends by an error only: whoever wants no more leaves the loop or aborts the signal.
 */
export async function* guardedSocket(
  url: string,
  { mayReach, quietMs, signal }: GuardedSocketRequest,
): AsyncGenerator<string | null> {
  signal.throwIfAborted();
  const { hostname } = checkedUrl(url.replace(/^ws/i, 'http'), mayReach);
  // The socket asks once more when it connects, but nobody is told why it could not.
  await refuseName(hostname, mayReach);
  signal.throwIfAborted();
  const socket = new WebSocket(url, {
    dispatcher: agentFor(mayReach),
    headers: { 'user-agent': 'Passerelle' },
  });
  const waiting: (string | null)[] = [];
  let failure: { error: unknown } | null = null;
  let wake: () => void = () => undefined;
  const fail = (error: unknown) => {
    failure ??= { error };
    wake();
  };
  const quiet = setTimeout(() => {
    fail(new ConnectionQuiet(`nothing came for ${Math.round(quietMs / 1000)} seconds`));
  }, quietMs);
  const pinging = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) ping(socket);
  }, quietMs / 3);
  const heard = (message: unknown) => {
    if ((message as { websocket?: unknown }).websocket === socket) quiet.refresh();
  };
  const aborted = () => fail(signal.reason);
  const give = (item: string | null) => {
    quiet.refresh();
    if (waiting.length >= MOST_WAITING) fail(new Error('more comes than can be read'));
    else waiting.push(item);
    wake();
  };
  subscribe(PONG, heard);
  signal.addEventListener('abort', aborted, { once: true });
  socket.addEventListener('open', () => give(null));
  socket.addEventListener('message', ({ data }: { data: unknown }) => {
    if (typeof data === 'string' && data.length <= LONGEST) give(data);
  });
  socket.addEventListener('error', ({ error }) => fail(causeOf(error)));
  socket.addEventListener('close', ({ code }) => fail(new Error(`the connection was closed (${code})`)));
  try {
    for (;;) {
      const item = waiting.shift();
      if (item !== undefined) yield item;
      // What came before the end is given out before the end is told.
      else if (failure) throw (failure as { error: unknown }).error;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    clearTimeout(quiet);
    clearInterval(pinging);
    unsubscribe(PONG, heard);
    signal.removeEventListener('abort', aborted);
    socket.close();
  }
}

/** The reason lies below "Received network error or non-101 status code". */
function causeOf(error: unknown): unknown {
  if (error instanceof Error && error.cause instanceof Error) return causeOf(error.cause);
  return error instanceof Error && error.message === ''
    ? new Error('the connection could not be made')
    : error;
}
