import { useEffect, useState } from 'react';
import type { RoomPatch, RoomSelf } from '#contract/workshops';
import { patched, type RoomView } from './room-state.js';

/** `shut`: this browser holds no seat here. `left`: the seat was taken back just now. */
export type RoomConnection = 'connecting' | 'live' | 'lost' | 'shut' | 'left';

interface Room {
  view: RoomView | null;
  /** On a participant's stream. */
  self: RoomSelf | null;
  connection: RoomConnection;
  /** How far the server's clock is ahead of this screen's, ms. */
  ahead: number;
}

/** After an answer that the browser does not try again by itself. */
const RETRY_MS = 4000;
const NOTHING: Room = { view: null, self: null, connection: 'connecting', ahead: 0 };

/** Follows a room live; what was known stays on screen while the connection is lost. */
export function useRoom(url: string): Room {
  const [room, setRoom] = useState<Room>(NOTHING);
  useEffect(() => {
    let stream: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const ended = new AbortController();
    const say = (change: Partial<Room>) => setRoom((before) => ({ ...before, ...change }));
    const connect = () => {
      stream?.close();
      clearTimeout(retry);
      stream = new EventSource(url);
      stream.onopen = () => say({ connection: 'live' });
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        const patch = JSON.parse(data) as RoomPatch;
        const ahead = patch.hall ? { ahead: Date.parse(patch.hall.now) - Date.now() } : {};
        setRoom((before) => ({ ...before, ...ahead, connection: 'live', view: patched(before.view, patch) }));
      };
      stream.addEventListener('me', ({ data }: MessageEvent<string>) =>
        say({ self: JSON.parse(data) as RoomSelf }),
      );
      stream.addEventListener('left', () => {
        stream?.close();
        say({ connection: 'left' });
      });
      stream.onerror = () => {
        say({ connection: 'lost' });
        if (stream?.readyState === EventSource.CLOSED) void findOut();
      };
    };
    // The stream itself does not tell why it was refused.
    const findOut = async () => {
      const asking = new AbortController();
      const stop = () => asking.abort();
      // By hand: `AbortSignal.any` is missing on phones of some years.
      ended.signal.addEventListener('abort', stop);
      const status = await fetch(url, { signal: asking.signal }).then(
        (response) => response.status,
        () => null,
      );
      ended.signal.removeEventListener('abort', stop);
      stop();
      if (ended.signal.aborted) return;
      if (status === 401 || status === 404) say({ connection: 'shut' });
      else retry = setTimeout(connect, RETRY_MS);
    };
    connect();
    addEventListener('online', connect);
    return () => {
      ended.abort();
      clearTimeout(retry);
      stream?.close();
      removeEventListener('online', connect);
      setRoom(NOTHING);
    };
  }, [url]);
  return room;
}
