import type { Request, Response } from 'express';
import type { RoomSelf } from './contract.js';
import type { RoomHub } from './room-hub.js';

/** Comment lines keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** So many heartbeats without anything taken, and the connection ends; the phone comes back by itself. */
const PATIENCE = 8;
/** Changes kept for a screen that cannot take them yet; beyond these it is sent the whole room instead. */
const MOST_WAITING = 64;

/** What a stream needs of a response. */
export type Outlet = Pick<Response, 'write' | 'end' | 'destroy' | 'on' | 'writeHead'>;

/**
 * Sends the room to one screen: all of it first, then what changes. A participant's stream begins with their own dots,
 * and ends when their seat is taken back. For a screen that takes things more slowly than they happen only so many are
 * kept; then it misses some, and is sent the whole room anew once it has taken what is under way. Nothing piles up.
 */
export async function streamRoom(
  hub: Pick<RoomHub, 'enter' | 'whole'>,
  workshopId: string,
  self: (() => Promise<RoomSelf>) | null,
  request: Pick<Request, 'on'>,
  response: Outlet,
): Promise<boolean> {
  let waiting: string[] = [];
  let missed = false;
  let state: 'reading' | 'live' | 'behind' = 'reading';
  let seatId: string | null = null;
  let silent = 0;
  let ended = false;
  let heartbeat: NodeJS.Timeout | undefined;

  const leave = hub.enter(workshopId, (data, seated) => {
    if (isGone(seated)) sendAway();
    else if (state === 'live') write(data);
    else keep(data);
  });
  const stop = () => {
    ended = true;
    clearInterval(heartbeat);
    waiting = [];
    leave();
  };
  const isGone = (seated: ReadonlySet<string> | null) =>
    seatId !== null && seated !== null && !seated.has(seatId);
  const sendAway = () => {
    if (ended) return;
    stop();
    response.end('event: left\ndata: {}\n\n');
  };
  const keep = (data: string) => {
    if (!missed && waiting.length < MOST_WAITING) waiting.push(data);
    else {
      missed = true;
      waiting = [];
    }
  };
  const isLive = () => state === 'live';
  const write = (data: string) => {
    if (!ended && !response.write(data)) state = 'behind';
  };
  const flush = () => {
    while (isLive() && !ended) {
      const data = waiting.shift();
      if (data === undefined) return;
      write(data);
    }
  };
  /** The whole room, then what changed while it was read; once more where that was too much. */
  const sendWhole = async (begin: () => void): Promise<boolean> => {
    do {
      state = 'reading';
      missed = false;
      waiting = [];
      const whole = await hub.whole(workshopId);
      if (!whole) return false;
      if (ended) return true;
      begin();
      if (isGone(whole.seated)) {
        sendAway();
        return true;
      }
      state = 'live';
      write(whole.data);
    } while (missed && isLive());
    flush();
    return true;
  };
  const beat = () => {
    if (state !== 'behind') {
      silent = 0;
      response.write(': here\n\n');
      return;
    }
    silent += 1;
    if (silent < PATIENCE) return;
    stop();
    response.destroy();
  };

  request.on('close', stop);
  response.on('error', stop);
  response.on('drain', () => {
    if (ended || state !== 'behind') return;
    silent = 0;
    if (!missed) {
      state = 'live';
      flush();
      return;
    }
    sendWhole(() => undefined).catch(() => {
      stop();
      response.destroy();
    });
  });
  try {
    const me = self ? await self() : null;
    seatId = me?.seatId ?? null;
    let begun = false;
    const there = await sendWhole(() => {
      if (begun) return;
      begun = true;
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1500\n\n');
      if (me) response.write(`event: me\ndata: ${JSON.stringify(me)}\n\n`);
    });
    if (!there) stop();
    else if (!ended) heartbeat = setInterval(beat, HEARTBEAT_MS);
    return there;
  } catch (error) {
    stop();
    throw error;
  }
}
