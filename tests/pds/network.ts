import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const PASSWORD = 'correct-horse';

/** The real data server, in a process of its own. */
export class BlueskyNetwork {
  private constructor(
    readonly url: string,
    private readonly process: ReturnType<typeof spawn>,
  ) {}

  static async start(): Promise<BlueskyNetwork> {
    const child = spawn(process.execPath, ['tests/pds/serve.mjs', '.cache/pds'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, LOG_ENABLED: 'false' },
    });
    for await (const line of createInterface({ input: child.stdout })) {
      // The servers write logs of their own there as well.
      if (line.startsWith('{"url"')) {
        const { url } = JSON.parse(line) as { url: string };
        child.stdout.resume();
        return new BlueskyNetwork(url, child);
      }
    }
    throw new Error('the data server ended before it listened: see its words above');
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.stdin?.end();
    await ended;
  }

  async newAccount(name: string): Promise<BlueskyAccount> {
    const handle = `${name}.test`;
    const made = await this.call<Session>('com.atproto.server.createAccount', {
      body: { handle, email: `${name}@example.org`, password: PASSWORD },
    });
    return new BlueskyAccount(this, handle, made.did, made.accessJwt);
  }

  async call<T>(
    name: string,
    { body, query = {}, token, method: verb = body ? 'POST' : 'GET' }: NetworkAsking,
  ): Promise<T> {
    const answer = await fetch(`${this.url}/xrpc/${name}?${new URLSearchParams(query).toString()}`, {
      method: verb,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }
}

interface NetworkAsking {
  body?: object;
  query?: Record<string, string>;
  token?: string;
  method?: 'GET' | 'POST';
}

interface Session {
  did: string;
  accessJwt: string;
}

export interface StoredPost {
  uri: string;
  cid: string;
  value: {
    text: string;
    reply?: { root: { uri: string }; parent: { uri: string } };
    facets?: { index: { byteStart: number; byteEnd: number }; features: { uri?: string }[] }[];
  };
}

/** Somebody with an account there, by the network's own interface. */
export class BlueskyAccount {
  constructor(
    private readonly network: BlueskyNetwork,
    readonly handle: string,
    readonly did: string,
    private readonly token: string,
  ) {}

  async newAppPassword(name: string): Promise<string> {
    const { password } = await this.network.call<{ password: string }>(
      'com.atproto.server.createAppPassword',
      { body: { name }, token: this.token },
    );
    return password;
  }

  async revokeAppPassword(name: string): Promise<void> {
    await this.network.call('com.atproto.server.revokeAppPassword', { body: { name }, token: this.token });
  }

  /** Says something to an account that is named at the beginning. */
  async post(text: string, to: BlueskyAccount): Promise<{ uri: string; cid: string }> {
    const words = `@${to.handle} ${text}`;
    const index = { byteStart: 0, byteEnd: to.handle.length + 1 };
    const facets = [{ index, features: [{ $type: 'app.bsky.richtext.facet#mention', did: to.did }] }];
    return this.network.call('com.atproto.repo.createRecord', {
      body: {
        repo: this.did,
        collection: 'app.bsky.feed.post',
        record: { $type: 'app.bsky.feed.post', text: words, createdAt: new Date().toISOString(), facets },
      },
      token: this.token,
    });
  }

  async takeBack(uri: string): Promise<void> {
    const body = { repo: this.did, collection: 'app.bsky.feed.post', rkey: uri.split('/').at(-1) };
    await this.network.call('com.atproto.repo.deleteRecord', { body, token: this.token });
  }

  async posts(): Promise<StoredPost[]> {
    const query = { repo: this.did, collection: 'app.bsky.feed.post' };
    return (await this.network.call<{ records: StoredPost[] }>('com.atproto.repo.listRecords', { query }))
      .records;
  }
}
