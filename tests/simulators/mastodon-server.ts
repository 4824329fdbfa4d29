import type { ServerResponse } from 'node:http';
import { FaultyServer, type NetworkReply, type NetworkRequest } from './faulty-server.js';

export interface SimulatedPost {
  id: string;
  text: string;
  at: Date;
  /** When its author changed it last. */
  edited?: Date;
  /** Not as the network would give it. */
  malformed?: boolean;
}

const PAGE = 3;
const TOKEN = 'token-of-lumen';

/** A Mastodon server with one account and what was said to it. Pages are small, so that there are several. */
export class MastodonServer extends FaultyServer {
  readonly kind = 'mastodon';
  /** What was said, in any order. */
  posts: SimulatedPost[] = [];
  readonly replies: { id: string; text: string; parent: string; key: string; at: Date }[] = [];
  token = TOKEN;
  shuffled = false;
  reading = '/api/v1/notifications';
  posting = '/api/v1/statuses';
  postingAlone = this.posting;
  /** What stops a reply before it is posted. */
  neverPosted = { path: '/api/v2/search', fault: 'drop' as const };

  /** Live connections, the oldest first. */
  readonly listeners: ServerResponse[] = [];

  get settings() {
    return { server: this.url, watch: 'mentions', allowPrivateAddress: true };
  }
  readonly credentials = { accessToken: TOKEN };

  externalId(id: string): string {
    return `${this.url}/users/ana/statuses/${id}`;
  }

  /** The author changes a post. */
  edit(id: string, text: string, at: Date): void {
    Object.assign(this.posts.find((post) => post.id === id) ?? {}, { text, edited: at });
  }

  /** To everybody who listens, as a server of its own would write it; `cut` leaves the event unfinished. */
  tell(
    event: 'notification' | 'update' | 'status.update' | 'delete',
    post: SimulatedPost,
    { cut = false } = {},
  ): void {
    const data =
      event === 'delete'
        ? post.id
        : JSON.stringify(event === 'notification' ? this.notification(post) : this.status(post));
    const text = `event: ${event}\ndata: ${data}\n\n`;
    for (const listener of this.listeners) {
      if (cut) listener.write(text.slice(0, text.length / 2), () => listener.socket?.destroy());
      else listener.write(text);
    }
  }

  /** Cuts every live connection. */
  hangUp(): void {
    for (const listener of this.listeners) listener.socket?.destroy();
  }

  protected override takesConnection({ url, headers }: NetworkRequest, response: ServerResponse): boolean {
    const authorized = headers.authorization === `Bearer ${this.token}`;
    if (!url.pathname.startsWith('/api/v1/streaming/') || !authorized) return false;
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':)\n\n');
    this.listeners.push(response);
    response.on('close', () => void this.listeners.splice(this.listeners.indexOf(response), 1));
    return true;
  }

  protected answer({ method, url, headers, body }: NetworkRequest): NetworkReply {
    if (headers.authorization !== `Bearer ${this.token}`) {
      return { status: 401, json: { error: 'The access token is invalid' } };
    }
    const path = url.pathname;
    if (path === '/api/v1/accounts/verify_credentials')
      return { json: { ...account('lumen'), source: CREDENTIAL_SOURCE, role: ROLE } };
    if (path === '/api/v2/instance') return { json: instance(this.url) };
    if (path === '/api/v1/notifications') return this.page(url, (post) => this.notification(post));
    if (
      /^\/api\/v1\/timelines\/(public|tag\/\w+|list\/\d+)$/.test(path) ||
      path === '/api/v1/accounts/ana/statuses'
    )
      return this.page(url, (post) => this.status(post));
    if (path === '/api/v1/accounts/lookup') {
      const [name] = (url.searchParams.get('acct') ?? '').split('@');
      if (name === 'ana') return { json: account('ana') };
    }
    if (path === '/api/v2/search') {
      const asked = url.searchParams.get('q');
      const found = this.posts
        .filter(({ id }) => this.externalId(id) === asked)
        .map((post) => this.status(post));
      const own = this.replies
        .filter(({ id }) => this.externalId(id) === asked)
        .map((reply) => this.ownStatus(reply));
      return { json: { accounts: [], hashtags: [], statuses: [...found, ...own] } };
    }
    if (path === '/api/v1/statuses' && method === 'POST') return this.take(body, headers['idempotency-key']);
    if (path === '/api/v1/statuses') {
      const ids = url.searchParams.getAll('id[]');
      return { json: this.posts.filter(({ id }) => ids.includes(id)).map((post) => this.status(post)) };
    }
    if (path === '/api/v1/accounts/lumen/statuses')
      return { json: this.replies.map((reply) => this.ownStatus(reply)) };
    if (method === 'DELETE' && path.startsWith('/api/v1/statuses/')) {
      const place = this.replies.findIndex(({ id }) => id === path.split('/').at(-1));
      const [gone] = place < 0 ? [] : this.replies.splice(place, 1);
      if (gone) return { json: { ...this.ownStatus(gone), text: gone.text } };
    }
    return { status: 404, json: { error: 'Record not found' } };
  }

  private page(url: URL, shown: (post: SimulatedPost) => unknown): NetworkReply {
    const maxId = url.searchParams.get('max_id');
    const all = [...this.posts]
      .sort((a, b) => Number(b.id) - Number(a.id))
      .filter(({ id }) => maxId === null || Number(id) < Number(maxId));
    const page = all.slice(0, PAGE);
    const last = page.at(-1);
    const items = page.map(shown);
    return {
      json: this.shuffled ? items.reverse() : items,
      headers: {
        'x-ratelimit-limit': '300',
        'x-ratelimit-remaining': String(300 - this.requests.length),
        'x-ratelimit-reset': new Date(Date.now() + 60_000).toISOString(),
        ...(last && all.length > PAGE
          ? { link: `<${this.url}${url.pathname}?max_id=${last.id}>; rel="next"` }
          : {}),
      },
    };
  }

  private notification(post: SimulatedPost) {
    if (post.malformed) return { id: post.id, type: 'mention', status: { id: post.id } };
    return {
      id: post.id,
      type: 'mention',
      created_at: post.at.toISOString(),
      group_key: `ungrouped-${post.id}`,
      account: account('ana'),
      status: this.status(post),
    };
  }

  private take(body: unknown, given: string | string[] | undefined): NetworkReply {
    const { status, in_reply_to_id: parent } = body as { status: string; in_reply_to_id?: string };
    // Without a key every posting is a post of its own.
    const key = typeof given === 'string' ? given : `none-${this.replies.length}`;
    const known = this.replies.find((reply) => reply.key === key);
    const reply = known ?? {
      id: String(9000 + this.replies.length),
      text: status,
      parent: parent ?? '',
      key,
      at: new Date(),
    };
    if (!known) this.replies.unshift(reply);
    return { json: this.ownStatus(reply) };
  }

  private ownStatus({ id, text, parent, at }: MastodonServer['replies'][number]) {
    return { ...this.status({ id, text, at }), account: account('lumen'), in_reply_to_id: parent || null };
  }

  private status({ id, text, at, edited }: SimulatedPost) {
    return {
      id,
      uri: this.externalId(id),
      url: `${this.url}/@ana/${id}`,
      created_at: at.toISOString(),
      content: `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`,
      account: account('ana'),
      visibility: 'public',
      sensitive: false,
      spoiler_text: '',
      media_attachments: [],
      mentions: [],
      tags: [],
      emojis: [],
      reblogs_count: 0,
      favourites_count: 0,
      replies_count: 0,
      quotes_count: 0,
      in_reply_to_id: null,
      in_reply_to_account_id: null,
      reblog: null,
      poll: null,
      card: null,
      language: 'en',
      text: null,
      edited_at: edited?.toISOString() ?? null,
    };
  }
}

const ROLE = { id: '-99', name: '', permissions: '0', color: '', highlighted: false };

const CREDENTIAL_SOURCE = {
  privacy: 'public',
  indexable: true,
  discoverable: true,
  hide_collections: null,
  attribution_domains: [],
  quote_policy: 'public',
  sensitive: false,
  language: 'en',
  note: '',
  fields: [],
  follow_requests_count: 0,
};

function account(name: string) {
  return {
    id: name,
    username: name,
    acct: name,
    url: `https://social.example/@${name}`,
    uri: `https://social.example/users/${name}`,
    display_name: name,
    note: '',
    avatar: 'https://social.example/a.png',
    avatar_static: 'https://social.example/a.png',
    header: 'https://social.example/h.png',
    header_static: 'https://social.example/h.png',
    locked: false,
    fields: [],
    emojis: [],
    bot: false,
    group: false,
    discoverable: true,
    indexable: true,
    created_at: '2020-01-01T00:00:00.000Z',
    last_status_at: null,
    statuses_count: 1,
    followers_count: 12,
    following_count: 3,
  };
}

function instance(url: string) {
  return {
    domain: 'social.example',
    title: 'Social',
    version: '4.5.0',
    source_url: 'https://github.com/mastodon/mastodon',
    description: '',
    usage: { users: { active_month: 2 } },
    thumbnail: { url: 'https://social.example/t.png' },
    icon: [],
    languages: ['en'],
    configuration: {
      urls: { streaming: url.replace('http', 'ws') },
      accounts: { max_featured_tags: 10, max_pinned_statuses: 5 },
      statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
      media_attachments: {
        supported_mime_types: ['image/png'],
        image_size_limit: 16_777_216,
        image_matrix_limit: 33_177_600,
        video_size_limit: 103_809_024,
        video_frame_rate_limit: 120,
        video_matrix_limit: 8_294_400,
      },
      polls: {
        max_options: 4,
        max_characters_per_option: 50,
        min_expiration: 300,
        max_expiration: 2_629_746,
      },
      translation: { enabled: false },
    },
    registrations: {
      enabled: false,
      approval_required: false,
      message: null,
      min_age: null,
      reason_required: null,
      url: null,
    },
    contact: { email: 'admin@social.example', account: null },
    rules: [],
    api_versions: { mastodon: 7 },
  };
}
