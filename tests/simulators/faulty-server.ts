import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What a network does with a coming request: as it should; answers a status; answers in small pieces; never answers; gives the
 * last page of that list once more; cuts the connection in the middle of the answer, or before it; takes what is posted and
 * then cuts the connection.
 */
export type NetworkFault =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | 'none'
  | 'slow'
  | 'silent'
  | 'again'
  | 'cut'
  | 'drop-after-accept'
  | 'drop';

export interface NetworkRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface NetworkReply {
  status?: number;
  json: unknown;
  headers?: Record<string, string>;
}

/** A network as a real HTTP server, which misbehaves on demand; what it answers otherwise is up to the network. */
export abstract class FaultyServer {
  readonly requests: NetworkRequest[] = [];
  /** What the network answered by itself, faults left out. */
  readonly given: { method: string; pathname: string; body: unknown; status: number; json: unknown }[] = [];
  /** Faults of the coming requests to a path that holds the text (`POST /path`: only of that method), in order. */
  readonly faults: { path: string; fault: NetworkFault }[] = [];
  /** Asked first, at every request: what goes wrong with it, or null where the network does as it should. */
  gate: ((request: NetworkRequest) => NetworkFault | null) | null = null;
  private readonly lastReplies = new Map<string, NetworkReply>();
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      this.handle(
        {
          method: request.method ?? 'GET',
          url: new URL(request.url ?? '/', this.url),
          headers: request.headers,
          body: bodyOf(text, request.headers['content-type']),
        },
        response,
      );
    });
  });

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  protected abstract answer(request: NetworkRequest): NetworkReply;

  /** Whether the network keeps this request open, to tell of news; it then answers by itself. */
  protected takesConnection(_request: NetworkRequest, _response: ServerResponse): boolean {
    return false;
  }

  private handle(request: NetworkRequest, response: ServerResponse): void {
    this.requests.push(request);
    const place = this.faults.findIndex(({ path }) => isMeant(path, request));
    const fault = this.gate?.(request) ?? (place < 0 ? null : this.faults.splice(place, 1)[0]!.fault);
    if (fault === 'drop') return void response.socket?.destroy();
    if (fault === 'silent') return;
    if (typeof fault === 'object' && fault !== null) {
      return send(response, { status: fault.status, json: fault.body ?? {}, headers: fault.headers ?? {} });
    }
    if (fault === null && this.takesConnection(request, response)) return;
    const list = `${request.method} ${request.url.pathname}`;
    const last = fault === 'again' ? this.lastReplies.get(list) : undefined;
    const reply = last ?? this.answer(request);
    this.lastReplies.set(list, reply);
    const { method, url, body } = request;
    this.given.push({ method, pathname: url.pathname, body, status: reply.status ?? 200, json: reply.json });
    if (fault === 'drop-after-accept') return void response.socket?.destroy();
    if (fault === 'cut') {
      const text = JSON.stringify(reply.json);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length) });
      response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
      return;
    }
    if (fault === 'slow') return inPieces(response, reply);
    send(response, reply);
  }
}

const PIECES = 8;
const BETWEEN_MS = 25;

/** Header and body come little by little. */
function inPieces(response: ServerResponse, { status = 200, json, headers = {} }: NetworkReply): void {
  const text = Buffer.from(JSON.stringify(json));
  const size = Math.ceil(text.length / PIECES);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  const next = (from: number) => {
    if (from >= text.length) return void response.end();
    response.write(text.subarray(from, from + size));
    setTimeout(() => next(from + size), BETWEEN_MS);
  };
  setTimeout(() => next(0), BETWEEN_MS);
}

function isMeant(path: string, { method, url }: NetworkRequest): boolean {
  const [where = '', only = method] = path.split(' ').reverse();
  return method === only && url.pathname.includes(where);
}

function bodyOf(text: string, type = ''): unknown {
  if (type.includes('urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  return text === '' ? null : JSON.parse(text);
}

function send(response: ServerResponse, { status = 200, json, headers = {} }: NetworkReply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
}
