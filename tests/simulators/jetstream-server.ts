import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

interface Listener {
  url: URL;
  socket: Socket;
}

/** The public stream of Bluesky, as a real server of WebSockets: it sends what it is told to, and answers pings. */
export class JetstreamServer {
  readonly listeners: Listener[] = [];
  /** What was asked for so far. */
  readonly asked: URL[] = [];
  /** Answers nothing at all any more, pings included. */
  mute = false;
  private readonly server: Server = createServer((_request, response) => void response.writeHead(426).end());

  async listen(): Promise<this> {
    this.server.on('upgrade', (request, socket: Socket) => {
      const url = new URL(request.url ?? '/', this.url);
      this.asked.push(url);
      const listener = { url, socket };
      socket.on('data', (bytes: Buffer) => this.heard(listener, bytes));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        const place = this.listeners.indexOf(listener);
        if (place >= 0) this.listeners.splice(place, 1);
      });
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n` +
          `sec-websocket-accept: ${accepted(request.headers['sec-websocket-key'] ?? '')}\r\n\r\n`,
      );
      this.listeners.push(listener);
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.hangUp();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A post of somebody, or its end, to everybody who listens. */
  tell(
    operation: 'create' | 'update' | 'delete',
    post: { did: string; rkey: string; record?: Record<string, unknown>; timeUs?: number },
  ): void {
    const { did, rkey, record, timeUs = Date.now() * 1000 } = post;
    const commit = {
      rev: '3l3qo2vutsw2b',
      operation,
      collection: 'app.bsky.feed.post',
      rkey,
      ...(operation !== 'delete' ? { record: { $type: 'app.bsky.feed.post', ...record }, cid: 'bafy' } : {}),
    };
    this.send(JSON.stringify({ did, time_us: timeUs, kind: 'commit', commit }));
  }

  send(text: string): void {
    for (const { socket } of this.listeners) socket.write(frame(0x1, Buffer.from(text)));
  }

  hangUp(): void {
    for (const { socket } of [...this.listeners]) socket.destroy();
  }

  /** Pings and the closing are short, and so come in one piece. */
  private heard({ socket }: Listener, bytes: Buffer): void {
    if (this.mute) return;
    const kind = (bytes[0] ?? 0) & 0xf;
    const length = (bytes[1] ?? 0) & 0x7f;
    const mask = bytes.subarray(2, 6);
    const said = Buffer.from(
      bytes.subarray(6, 6 + length).map((byte, place) => byte ^ (mask[place % 4] ?? 0)),
    );
    if (kind === 0x9) socket.write(frame(0xa, said));
    if (kind === 0x8) socket.end(frame(0x8, said));
  }
}

/** One unmasked frame, as servers send them (RFC 6455, section 5.2). */
function frame(kind: number, body: Buffer): Buffer {
  const head =
    body.length < 126
      ? Buffer.from([0x80 | kind, body.length])
      : Buffer.from([0x80 | kind, 126, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([head, body]);
}

function accepted(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}
