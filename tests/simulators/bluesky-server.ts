import { FaultyServer, type NetworkReply, type NetworkRequest } from './faulty-server.js';
import type { SimulatedPost } from './mastodon-server.js';

const PAGE = 3;
const DID = 'did:plc:lumen';
const ANA = 'did:plc:ana';
/** What a record holds is of no matter here: all have the same print. */
const CID = 'bafyreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku';

/** A server of the AT Protocol with one account and what was said to it. Sessions run out when told to. */
export class BlueskyServer extends FaultyServer {
  readonly kind = 'bluesky';
  posts: SimulatedPost[] = [];
  readonly replies: { id: string; text: string; parent: string; key: string }[] = [];
  token = 'app-password';
  shuffled = false;
  reading = '/xrpc/app.bsky.notification.listNotifications';
  posting = 'createRecord';
  postingAlone = this.posting;
  /** What stops a reply before it is posted. */
  neverPosted = { path: 'getPosts', fault: 'drop' as const };
  /** Sessions given so far; only the last one counts. */
  sessions = 0;

  get settings() {
    return { server: this.url, watch: 'mentions', allowPrivateAddress: true };
  }
  readonly credentials = { identifier: 'lumen.example', appPassword: 'app-password' };

  externalId(id: string): string {
    return `at://${ANA}/app.bsky.feed.post/${id}`;
  }

  /** The author puts the record of a post again; its views do not say when. */
  edit(id: string, text: string): void {
    Object.assign(this.posts.find((post) => post.id === id) ?? {}, { text });
  }

  /** The session of everybody has run out. */
  expire(): void {
    this.sessions++;
  }

  protected answer(request: NetworkRequest): NetworkReply {
    const { url, headers, body } = request;
    const method = url.pathname.replace('/xrpc/', '');
    if (method === 'com.atproto.server.createSession') {
      const { password } = body as { password: string };
      if (password !== this.token)
        return refused(401, 'AuthenticationRequired', 'Invalid identifier or password');
      return this.session();
    }
    if (method === 'com.atproto.server.refreshSession') {
      if (this.token !== 'app-password') return refused(400, 'ExpiredToken', 'Token has been revoked');
      return this.session();
    }
    if (headers.authorization !== `Bearer access-${this.sessions}` || this.token !== 'app-password') {
      return refused(400, 'ExpiredToken', 'Token has expired');
    }
    switch (method) {
      case 'app.bsky.notification.listNotifications':
        return this.notifications(url);
      case 'app.bsky.feed.searchPosts':
        return this.page(url, (posts) => ({ posts }));
      case 'app.bsky.feed.getAuthorFeed':
      case 'app.bsky.feed.getListFeed':
        return this.page(url, (posts) => ({ feed: posts.map((post) => ({ post })) }));
      case 'app.bsky.feed.getPosts': {
        const uris = url.searchParams.getAll('uris');
        return {
          json: {
            posts: this.posts
              .filter(({ id }) => uris.includes(this.externalId(id)))
              .map((post) => this.post(post)),
          },
        };
      }
      case 'app.bsky.actor.getProfile':
        return { json: { did: ANA, handle: 'ana.example' } };
      case 'app.bsky.graph.getList':
        return this.members(url.searchParams.get('cursor'));
      case 'com.atproto.repo.createRecord':
        return this.take(body);
      case 'com.atproto.repo.deleteRecord': {
        const { rkey } = body as { rkey: string };
        const place = this.replies.findIndex(({ key }) => key === rkey);
        if (place >= 0) this.replies.splice(place, 1);
        return { json: {} };
      }
      case 'com.atproto.repo.getRecord': {
        const found = this.replies.find(({ key }) => key === url.searchParams.get('rkey'));
        if (!found) return refused(400, 'RecordNotFound', 'Could not locate record');
        return { json: { uri: found.id, cid: CID, value: { text: found.text } } };
      }
      default:
        return refused(501, 'MethodNotImplemented', method);
    }
  }

  private session(): NetworkReply {
    this.sessions++;
    const token = String(this.sessions);
    return {
      json: {
        accessJwt: `access-${token}`,
        refreshJwt: `refresh-${token}`,
        did: DID,
        handle: 'lumen.example',
      },
    };
  }

  /** In two pages. */
  private members(cursor: string | null): NetworkReply {
    const items = (dids: string[]) =>
      dids.map((did) => ({
        uri: `at://${DID}/app.bsky.graph.listitem/${did.split(':').at(-1)}`,
        subject: { did, handle: `${did.split(':').at(-1)}.example` },
      }));
    const list = {
      uri: `at://${DID}/app.bsky.graph.list/7`,
      cid: CID,
      creator: { did: DID, handle: 'lumen.example' },
      name: 'Riders',
      purpose: 'app.bsky.graph.defs#curatelist',
      indexedAt: '2026-01-01T00:00:00.000Z',
    };
    const json =
      cursor === null
        ? { list, items: items([ANA, 'did:plc:ben']), cursor: '2' }
        : { list, items: items(['did:plc:cleo']) };
    return { json };
  }

  private notifications(url: URL): NetworkReply {
    return this.page(url, (posts) => ({
      notifications: posts.map((post) =>
        'record' in post ? { ...post, reason: 'mention', isRead: false } : { ...post, reason: 'mention' },
      ),
    }));
  }

  private page(url: URL, listed: (posts: object[]) => object): NetworkReply {
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const all = [...this.posts].sort((a, b) => Number(b.id) - Number(a.id));
    const items = all
      .slice(from, from + PAGE)
      .map((post) => (post.malformed ? { uri: this.externalId(post.id) } : this.post(post)));
    return {
      json: {
        ...listed(this.shuffled ? items.reverse() : items),
        ...(from + PAGE < all.length ? { cursor: String(from + PAGE) } : {}),
      },
      headers: { 'ratelimit-limit': '3000', 'ratelimit-remaining': '2999', 'ratelimit-reset': '4102444800' },
    };
  }

  private post({ id, text, at }: SimulatedPost) {
    return {
      uri: this.externalId(id),
      cid: CID,
      author: { did: ANA, handle: 'ana.example', displayName: 'ana' },
      record: { $type: 'app.bsky.feed.post', text, createdAt: at.toISOString(), langs: ['en'] },
      indexedAt: at.toISOString(),
    };
  }

  private take(body: unknown): NetworkReply {
    const { rkey, record } = body as {
      rkey: string;
      record: { text: string; reply?: { parent: { uri: string } } };
    };
    // As the reference server does it (npm run test:pds).
    if (this.replies.some(({ key }) => key === rkey))
      return refused(500, 'InternalServerError', 'Internal Server Error');
    const uri = `at://${DID}/app.bsky.feed.post/${rkey}`;
    this.replies.unshift({
      id: uri,
      text: record.text,
      parent: record.reply?.parent.uri.split('/').at(-1) ?? '',
      key: rkey,
    });
    return { json: { uri, cid: CID } };
  }
}

function refused(status: number, error: string, message: string): NetworkReply {
  return { status, json: { error, message } };
}
