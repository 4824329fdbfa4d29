import { Controller, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { DataSource } from 'typeorm';
import type { Request, Response } from 'express';
import { endpoint } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint } from '#platform/http';
import {
  type EventPosition,
  lastPosition,
  oldestPosition,
  parsePosition,
  printPosition,
  readEvents,
  type StoredEvent,
} from './event-reader.js';
import { LiveHub } from './live-hub.js';
import { mayHear } from './may-hear.js';

/** Comment lines keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** More missed events than this are not replayed one by one: the client is told to read everything afresh. */
const REPLAY_LIMIT = 2000;

export const followEvents = endpoint({
  method: 'GET',
  path: '/api/events',
  summary: 'Live events (SSE); Last-Event-ID replays what was missed, or says `reset` when that is too old',
  tag: 'live',
  access: 'signed-in',
  response: z.string().describe('text/event-stream'),
});

@Controller()
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly dataSource: DataSource,
  ) {}

  @Endpoint(followEvents)
  async follow(
    @Req() request: Request,
    @Res() response: Response,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');

    // What arrives while the past is replayed waits, and is sent once without what the replay already sent.
    const waiting: StoredEvent[] = [];
    let replayed = false;
    let sent = { xid: 0n, id: 0n };
    const send = (events: readonly StoredEvent[]) => {
      for (const { position, event } of events) {
        if (!mayHear(event, actor.permissions)) continue;
        const at = { xid: BigInt(position.xid), id: BigInt(position.id) };
        if (at.xid < sent.xid || (at.xid === sent.xid && at.id <= sent.id)) continue;
        sent = at;
        response.write(`id: ${printPosition(position)}\ndata: ${JSON.stringify(event)}\n\n`);
      }
    };
    const unsubscribe = this.hub.subscribe((events) => {
      if (replayed) send(events);
      else waiting.push(...events);
    });
    const heartbeat = setInterval(() => response.write(': here\n\n'), HEARTBEAT_MS);
    const stop = () => {
      clearInterval(heartbeat);
      unsubscribe();
    };
    request.on('close', stop);
    response.on('error', stop);

    try {
      await this.replay(request.get('last-event-id'), response, send);
      replayed = true;
      send(waiting);
    } catch {
      stop();
      response.end();
    }
  }

  private async replay(
    lastEventId: string | undefined,
    response: Response,
    send: (events: readonly StoredEvent[]) => void,
  ): Promise<void> {
    if (lastEventId === undefined) {
      // The id of the present gives a client that is cut off before its first event a place to go on from.
      response.write(`id: ${printPosition(await lastPosition(this.dataSource))}\nevent: hello\ndata: {}\n\n`);
      return;
    }
    const missed = await this.missedSince(parsePosition(lastEventId));
    if (missed === null) {
      const now = await lastPosition(this.dataSource);
      response.write(`id: ${printPosition(now)}\nevent: reset\ndata: {}\n\n`);
      return;
    }
    send(missed);
  }
  /** Null when it cannot be told, or is too much to be told one by one. */
  private async missedSince(after: EventPosition | null): Promise<StoredEvent[] | null> {
    if (!after) return null;
    const oldest = await oldestPosition(this.dataSource);
    if (oldest !== null && BigInt(oldest.xid) > BigInt(after.xid) && after.xid !== '0') return null;
    const missed = await readEvents(this.dataSource, after, REPLAY_LIMIT);
    return missed.length === REPLAY_LIMIT ? null : missed;
  }
}
