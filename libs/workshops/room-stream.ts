import type { Request, Response } from 'express';
import type { RoomPatch, RoomSelf } from './contract.js';
import type { RoomHub } from './room-hub.js';

/** Comment lines keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000;

/**
 * Sends the room to one screen: all of it first, then what changes. A participant's stream begins with their own dots,
 * and ends when their seat is taken back.
 */
export async function streamRoom(
  hub: RoomHub,
  workshopId: string,
  self: (() => Promise<RoomSelf>) | null,
  request: Request,
  response: Response,
): Promise<boolean> {
  const waiting: string[] = [];
  let begun = false;
  let seatId: string | null = null;
  let heartbeat: NodeJS.Timeout | undefined;
  const leave = hub.enter(workshopId, (data, patch) => {
    if (begun && isGone(patch, seatId)) {
      response.end('event: left\ndata: {}\n\n');
      stop();
    } else if (begun) response.write(data);
    else waiting.push(data);
  });
  const stop = () => {
    clearInterval(heartbeat);
    leave();
  };
  request.on('close', stop);
  response.on('error', stop);
  try {
    const me = self ? await self() : null;
    const whole = await hub.whole(workshopId);
    if (!whole) {
      stop();
      return false;
    }
    seatId = me?.seatId ?? null;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 1500\n\n');
    if (me) response.write(`event: me\ndata: ${JSON.stringify(me)}\n\n`);
    response.write(`data: ${JSON.stringify(whole)}\n\n`);
    begun = true;
    for (const data of waiting) response.write(data);
    heartbeat = setInterval(() => response.write(': here\n\n'), HEARTBEAT_MS);
    return true;
  } catch (error) {
    stop();
    throw error;
  }
}

function isGone({ hall }: RoomPatch, seatId: string | null): boolean {
  return seatId !== null && hall !== undefined && !hall.seats.some(({ id }) => id === seatId);
}
