import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type OutgoingReply,
  type PublishedReply,
  PublishRefused,
  type ReplyPublisher,
} from './publisher-port.js';

/**
 * What the network does with the next post: takes it; takes it and drops the line; drops the line without taking it;
 * refuses; asks to wait; answers 500 after taking it, or before.
 */
export type Fault =
  'none' | 'drop-after' | 'drop-before' | 'refuse' | 'busy' | 'error-after' | 'error-before';

/** For tests: a network as a real HTTP server that misbehaves on demand. */
export class HostileNetwork {
  readonly posts: { id: string; text: string; inReplyTo: string | null; key: string }[] = [];
  /** Faults of the coming posts, in order; after them all goes well. */
  readonly faults: Fault[] = [];
  /** False: it cannot be read back. */
  readable = true;
  private readonly server: Server;
  private base = '';

  constructor(private readonly takesAKeyOnce: boolean) {
    this.server = createServer((request, response) => {
      void body(request).then((text) => {
        const answer = (status: number, value: unknown, headers: Record<string, string> = {}) => {
          response.writeHead(status, { 'content-type': 'application/json', ...headers });
          response.end(JSON.stringify(value));
        };
        if (request.method === 'GET') {
          if (!this.readable) return answer(503, {});
          const key = new URL(request.url ?? '', this.base).searchParams.get('key');
          return answer(
            200,
            this.posts.filter((post) => post.key === key),
          );
        }
        const fault = this.faults.shift() ?? 'none';
        if (fault === 'drop-before') return void request.socket.destroy();
        if (fault === 'error-before') return answer(500, {});
        if (fault === 'refuse') return answer(422, { error: 'not this text' });
        if (fault === 'busy') return answer(429, {}, { 'retry-after': '1' });
        const post = this.take(JSON.parse(text) as { text: string; inReplyTo: string | null; key: string });
        if (fault === 'drop-after') return void request.socket.destroy();
        if (fault === 'error-after') return answer(500, {});
        answer(200, post);
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.base = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The connector of this network. */
  publisher(): ReplyPublisher {
    return {
      idempotent: this.takesAKeyOnce,
      posts: true,
      publish: (reply, signal) => this.publish(reply, signal),
      find: async (reply, signal) => {
        const response = await fetch(`${this.base}/?key=${reply.idempotencyKey}`, { signal });
        if (!response.ok) return 'unknown';
        const [post] = (await response.json()) as { id: string }[];
        return post ? { externalId: post.id } : 'none';
      },
    };
  }

  private async publish(reply: OutgoingReply, signal: AbortSignal): Promise<PublishedReply> {
    const { text, inReplyToExternalId: inReplyTo, idempotencyKey: key } = reply;
    const response = await fetch(this.base, {
      method: 'POST',
      body: JSON.stringify({ text, inReplyTo, key }),
      signal,
    });
    if (response.status === 429) throw new PublishRefused('slow down', new Date(Date.now() + 1000));
    if (response.status === 422) throw new PublishRefused('not this text');
    if (!response.ok) throw new Error(`the network answered ${response.status}`);
    return { externalId: ((await response.json()) as { id: string }).id };
  }

  private take(post: { text: string; inReplyTo: string | null; key: string }) {
    const known = this.takesAKeyOnce ? this.posts.find(({ key }) => key === post.key) : undefined;
    if (known) return known;
    const taken = { ...post, id: `post-${this.posts.length + 1}` };
    this.posts.push(taken);
    return taken;
  }
}

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
