import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FeedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Milliseconds before the answer. */
  after?: number;
}

/** A web site with feeds: answers conditional requests by itself, and otherwise as it is told. */
export class FeedServer {
  readonly requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  private readonly answers = new Map<string, FeedAnswer | (() => FeedAnswer)>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FeedServer> {
    const server = createServer();
    const site = new FeedServer(server);
    server.on('request', (request, response) => {
      site.requests.push({ path: request.url ?? '', headers: request.headers });
      const known = site.answers.get(request.url ?? '');
      const answer = typeof known === 'function' ? known() : known;
      const give = () => send(response, request.headers, answer ?? { status: 404 });
      setTimeout(give, answer?.after ?? 0).unref();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${(this.server.address() as AddressInfo).port}${path}`;
  }

  serve(path: string, answer: FeedAnswer | (() => FeedAnswer)): string {
    this.answers.set(path, answer);
    return this.url(path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function send(response: ServerResponse, asked: IncomingHttpHeaders, answer: FeedAnswer): void {
  const body = answer.body ?? '';
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  if ((answer.status ?? 200) === 200 && asked['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(answer.status ?? 200, { etag, ...answer.headers }).end(body);
}

export interface Entry {
  id: string;
  title: string;
  published?: string;
}

/** An RSS 2.0 feed with these entries, newest first as sites give them. */
export function rss(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ id, title, published }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>/a/${id}</link>${
        published ? `<pubDate>${new Date(published).toUTCString()}</pubDate>` : ''
      }<description>&lt;p&gt;More on &lt;b&gt;${title}&lt;/b&gt;&lt;/p&gt;</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title><link>/</link>${items.join('')}</channel></rss>`;
}
