import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedHook {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A status to answer, or: take it and cut the connection, or never answer. */
export type HookFault = { status: number; headers?: Record<string, string> } | 'drop-after-accept' | 'silent';

/** A real HTTP server that keeps what is posted to it. */
export class HookServer {
  readonly received: ReceivedHook[] = [];
  /** What it does with the next requests, in order; then it answers 200. */
  readonly faults: HookFault[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HookServer> {
    const made: { self?: HookServer } = {};
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        made.self?.received.push({
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks),
        });
        const fault = made.self?.faults.shift();
        if (fault === 'silent') return;
        if (fault === 'drop-after-accept') request.socket.destroy();
        else response.writeHead(fault?.status ?? 200, fault?.headers).end('ok');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (made.self = new HookServer(server));
  }

  url(path = '/'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  json(index: number): unknown {
    return JSON.parse(this.received.at(index)?.body.toString() ?? 'null');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
