import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FindFault, PublishFault } from './reply-plan.js';

export interface HostilePost {
  id: string;
  key: string;
  text: string;
  inReplyTo: string;
}

/** What shall be done with a request, and who is told where it stands. */
export interface HostilePlan {
  publish(key: string): PublishFault;
  refusal(key: string): string;
  find(key: string): FindFault;
  /** Resolves when the request may go on; never when whoever sent it was killed. */
  reached(
    step: 'network-received' | 'network-accepted' | 'network-asked',
    key: string,
    worker: string,
  ): Promise<void>;
}

const LATE_MS = 700;

/** A network as a real HTTP server that misbehaves as the plan of each reply says. */
export class HostileServer {
  /** In the order in which they were taken. */
  readonly posts: HostilePost[] = [];
  url = '';
  private readonly server: Server;

  constructor(
    /** It takes the same key once, and answers for a known one as it did before. */
    private readonly keyed: boolean,
    private readonly plan: HostilePlan,
  ) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(() => request.socket.destroy());
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const worker = String(request.headers['x-worker'] ?? '');
    if (request.method === 'GET') {
      const key = new URL(request.url ?? '', this.url).searchParams.get('key') ?? '';
      await this.plan.reached('network-asked', key, worker);
      return this.readBack(key, request, response);
    }
    const given = JSON.parse(await bodyOf(request)) as Omit<HostilePost, 'id'>;
    await this.plan.reached('network-received', given.key, worker);
    await this.publish(given, worker, request, response);
  }

  private async publish(
    given: Omit<HostilePost, 'id'>,
    worker: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const fault = this.plan.publish(given.key);
    switch (fault) {
      case 'drop-before':
        return void request.socket.destroy();
      case 'error-before':
        return answer(response, 500, {});
      case 'garbage-before':
        return void response.end('<html>welcome');
      case 'silent-before':
        return;
      case 'busy':
        return answer(response, 429, {});
      case 'refused':
        return answer(response, 422, { code: this.plan.refusal(given.key) });
      case 'taken-late':
        await sleep(LATE_MS);
        this.take(given);
        return;
      case 'drop-after':
      case 'error-after':
      case 'garbage-after':
      case 'silent-after':
      case 'answered-for-another':
      case 'answered-twice':
      case 'none':
        break;
    }
    const post = this.take(given);
    await this.plan.reached('network-accepted', given.key, worker);
    switch (fault) {
      case 'drop-after':
        return void request.socket.destroy();
      case 'error-after':
        return answer(response, 500, {});
      case 'garbage-after':
        return void response.end('{"id": ');
      case 'silent-after':
        return;
      case 'answered-for-another':
        return answer(response, 200, this.posts.find(({ key }) => key !== given.key) ?? {});
      case 'answered-twice':
        return twice(request, post);
      case 'none':
        return answer(response, 200, post);
    }
  }

  private readBack(key: string, request: IncomingMessage, response: ServerResponse): void {
    const found = this.posts.filter((post) => post.key === key);
    switch (this.plan.find(key)) {
      case 'drop':
        return void request.socket.destroy();
      case 'error':
        return answer(response, 503, {});
      case 'garbage':
        return void response.end('[{"id"');
      case 'silent':
        return;
      case 'stale':
        return answer(response, 200, []);
      case 'none':
        return answer(response, 200, found);
    }
  }

  private take(given: Omit<HostilePost, 'id'>): HostilePost {
    const known = this.keyed ? this.posts.find(({ key }) => key === given.key) : undefined;
    if (known) return known;
    const post = { ...given, id: `post-${this.posts.length + 1}` };
    this.posts.push(post);
    return post;
  }
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** Two whole answers to one request, on a line that stays open. */
function twice(request: IncomingMessage, post: HostilePost): void {
  const body = JSON.stringify(post);
  const one = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  request.socket.write(one + one);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
