import type { ServerResponse } from 'node:http';
import { FaultyServer, type NetworkReply, type NetworkRequest } from './faulty-server.js';
import type { SimulatedPost } from './mastodon-server.js';
import { matchesRule, readRule } from './x-rule-language.js';

const PAGE = 3;
const OWN = { id: '2244994945', name: 'Lumen', username: 'lumen' };
const ANA = { id: '77001', name: 'Ana', username: 'ana' };
const TOKEN = `${OWN.id}-token-of-lumen`;
const BEARER = 'bearer-of-app';
/** A list of accounts, as its address on the web names it. */
export const LIST = '1441162269824405510';
const EPOCH_MS = 1_288_834_974_657n;

interface OwnPost {
  /** As X gives it. */
  id: string;
  text: string;
  /** Our own number of the post that is answered; empty for a post of its own. */
  parent: string;
}

/** The API v2 of X with one account and what was said to it. Pages are small, so that there are several. */
export class XServer extends FaultyServer {
  readonly kind = 'x';
  posts: (SimulatedPost & { repost?: boolean; editOf?: string; hidden?: boolean })[] = [];
  readonly replies: OwnPost[] = [];
  token = TOKEN;
  shuffled = false;
  reading = '/mentions';
  posting = '/2/tweets';
  postingAlone = this.posting;
  /** What stops a reply before it is posted. */
  neverPosted = { path: '/2/tweets', fault: { status: 429 } };
  /** Requests that are left until the quota is given anew. */
  remaining = 180;
  resetsAt = Math.ceil(Date.now() / 1000) + 900;
  accessLevel = 'read-write';
  /** Which words for posts this server takes: X is changing them. */
  words: 'post' | 'tweet' = 'post';
  /** Rules of the filtered stream, whoever made them, and how many there may be. */
  rules: { id: string; value: string; tag?: string }[] = [];
  mostRules = 25;
  longestRule = 1024;
  /** Another program of the application listens. */
  occupied = false;
  /** Live connections, the oldest first. */
  readonly listeners: ServerResponse[] = [];
  private readonly ids = new Map<string, string>();

  get settings() {
    return { server: this.url, watch: 'mentions', allowPrivateAddress: true };
  }
  readonly credentials = {
    apiKey: 'key-of-app',
    apiSecret: 'secret-of-app',
    accessToken: TOKEN,
    accessSecret: 'secret-token-of-lumen',
  };

  /** X's id of a post, which holds the moment at which X took it; never one that is still to come. */
  externalId(id: string): string {
    const known = this.ids.get(id);
    if (known) return known;
    const at = this.posts.find((post) => post.id === id)?.at.getTime() ?? Date.now();
    const made = this.idAt(Math.min(at, Date.now()), Number(id));
    this.ids.set(id, made);
    return made;
  }

  /** The author changes a post: that is a post of its own, with the first one in its history. */
  edit(id: string, text: string, at: Date): void {
    const number = String(Math.max(...this.posts.map((post) => Number(post.id))) + 5000);
    this.posts.push({ id: number, text, at, editOf: id });
  }

  /** To everybody who listens, as what matched the rules with these tags; `cut` leaves it unfinished. */
  tell(post: XServer['posts'][number], tags: readonly string[], { cut = false } = {}): void {
    const rules = this.rules.filter(({ tag = '' }) => tags.includes(tag)).map(({ id, tag }) => ({ id, tag }));
    const json = { data: this.post(post), includes: this.includes(), matching_rules: rules };
    const text = `${JSON.stringify(json)}\r\n`;
    for (const listener of this.listeners) {
      if (cut) listener.write(text.slice(0, text.length / 2), () => listener.socket?.destroy());
      else listener.write(text);
    }
  }

  /** A post that is written now: whoever listens gets it if a rule matches it, and with the tags of those that do. */
  write(post: XServer['posts'][number], quoted = ''): string[] {
    this.posts.push(post);
    const seen = { text: post.text, author: ANA.username, quoted, repost: post.repost ?? false };
    const matching = this.rules.filter(({ value }) => matchesRule(value, seen));
    const tags = matching.map(({ tag = '' }) => tag);
    if (matching.length > 0) this.tell(post, tags);
    return tags;
  }

  /** As it is sent: an empty line is a sign of life. */
  send(line: string): void {
    for (const listener of this.listeners) listener.write(`${line}\r\n`);
  }

  protected override takesConnection({ url, headers }: NetworkRequest, response: ServerResponse): boolean {
    if (url.pathname !== '/2/tweets/search/stream' || headers.authorization !== `Bearer ${BEARER}`)
      return false;
    if (url.searchParams.has(this.words === 'post' ? 'tweet.fields' : 'post.fields')) return false;
    // An application may listen once.
    if (this.occupied || this.listeners.length > 0) {
      response.writeHead(429, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ title: 'ConnectionException', detail: 'too many connections' }));
      return true;
    }
    response.writeHead(200, { 'content-type': 'application/json' }).write('\r\n');
    this.listeners.push(response);
    response.on('close', () => void this.listeners.splice(this.listeners.indexOf(response), 1));
    return true;
  }

  protected answer(request: NetworkRequest): NetworkReply {
    const { method, url, headers } = request;
    const given = headers.authorization ?? '';
    if (url.pathname === '/oauth2/token') return this.opened(given);
    if (url.pathname.startsWith('/2/tweets/search/stream')) return this.streaming(request);
    const signed = /^OAuth .*oauth_signature="[^"]+"/.test(given);
    if (!signed || !given.includes(`oauth_token="${encodeURIComponent(this.token)}"`)) {
      return refused(401, 'Unauthorized', 'Unauthorized');
    }
    if (this.remaining <= 0) return refused(429, 'Too Many Requests', 'Too Many Requests', this.limits());
    const other = this.words === 'post' ? 'tweet.fields' : 'post.fields';
    if (url.searchParams.has(other)) {
      return refused(400, 'Invalid Request', `The query parameter [${other}] is not one of [expansions]`);
    }
    const reply = this.done(method, url, request.body);
    return { ...reply, headers: { ...this.limits(), 'x-access-level': this.accessLevel, ...reply.headers } };
  }

  private opened(authorization: string): NetworkReply {
    const known = Buffer.from('key-of-app:secret-of-app').toString('base64');
    if (authorization !== `Basic ${known}`)
      return refused(403, 'Forbidden', 'Unable to verify your credentials');
    return { json: { token_type: 'bearer', access_token: BEARER } };
  }

  private streaming({ method, url, headers, body }: NetworkRequest): NetworkReply {
    if (headers.authorization !== `Bearer ${BEARER}`) return refused(401, 'Unauthorized', 'Unauthorized');
    if (!url.pathname.endsWith('/rules')) {
      const other = this.words === 'post' ? 'tweet.fields' : 'post.fields';
      return refused(400, 'Invalid Request', `The query parameter [${other}] is not one of [expansions]`);
    }
    const meta = { sent: new Date().toISOString() };
    if (method === 'GET') return { json: this.rules.length > 0 ? { data: this.rules, meta } : { meta } };
    const asked = body as { add?: { value: string; tag?: string }[]; delete?: { ids: string[] } };
    if (asked.delete) {
      const { ids } = asked.delete;
      this.rules = this.rules.filter(({ id }) => !ids.includes(id));
      return { json: { meta: { ...meta, summary: { deleted: ids.length, not_deleted: 0 } } } };
    }
    const add = asked.add ?? [];
    const faults = add.flatMap(({ value }) => this.faultOf(value));
    if (faults.length === 0 && this.rules.length + add.length > this.mostRules) {
      faults.push({ title: 'RulesCapExceeded', detail: 'Rules cap exceeded' });
    }
    if (faults.length > 0) {
      const errors = faults.map((fault) => ({
        type: 'https://api.x.com/2/problems/invalid-request',
        ...fault,
      }));
      return {
        status: 200,
        json: { meta: { ...meta, summary: { created: 0, not_created: add.length } }, errors },
      };
    }
    const data = add.map((rule, at) => ({ ...rule, id: this.idAt(Date.now(), this.rules.length + at) }));
    this.rules.push(...data);
    return {
      json: { data, meta: { ...meta, summary: { created: data.length, not_created: 0 } } },
    };
  }

  /** One rule that X does not take spoils the whole lot. */
  private faultOf(value: string): { title: string; detail: string; value?: string }[] {
    if (this.rules.some((rule) => rule.value === value))
      return [{ title: 'DuplicateRule', detail: 'the rule is there already', value }];
    if (value.length > this.longestRule)
      return [{ title: 'UnprocessableEntity', detail: `longer than ${this.longestRule} characters`, value }];
    try {
      readRule(value);
      return [];
    } catch (error) {
      return [{ title: 'UnprocessableEntity', detail: (error as Error).message, value }];
    }
  }

  private done(method: string, url: URL, body: unknown): NetworkReply {
    const path = url.pathname;
    if (path === '/2/users/me') return { json: { data: OWN } };
    if (path === `/2/lists/${LIST}/tweets` && url.searchParams.has('since_id')) {
      return refused(400, 'Invalid Request', 'The query parameter [since_id] is not one of [max_results]');
    }
    const lists = [`/2/users/${OWN.id}/mentions`, '/2/tweets/search/recent', `/2/lists/${LIST}/tweets`];
    if (lists.includes(path)) {
      this.remaining--;
      return this.list(url);
    }
    if (path === `/2/users/${OWN.id}/tweets`) return this.own(url);
    if (path === '/2/tweets' && method === 'POST') return this.take(body);
    if (path === '/2/tweets') return this.lookUp(url);
    if (method === 'DELETE') return this.remove(path.split('/').at(-1) ?? '');
    return refused(404, 'Not Found Error', 'Not Found');
  }

  private list(url: URL): NetworkReply {
    const since = BigInt(url.searchParams.get('since_id') ?? '0');
    const below = url.searchParams.get('pagination_token') ?? url.searchParams.get('next_token');
    if (below !== null && !/^b26v\d+$/.test(below)) {
      return refused(
        400,
        'Invalid Request',
        `The 'next_token' query parameter value [${below}] is not valid`,
      );
    }
    const all = this.posts
      .filter((post) => !post.hidden && this.history(post).at(-1) === this.externalId(post.id))
      .map((post) => ({ post, id: BigInt(this.externalId(post.id)) }))
      .filter(({ id }) => id > since && (below === null || id < BigInt(below.slice(4))))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const page = all.slice(0, PAGE);
    const last = page.at(-1);
    if (!last) return { json: { meta: { result_count: 0 } } };
    const data = page.map(({ post }) => this.post(post));
    return {
      json: {
        data: this.shuffled ? data.reverse() : data,
        includes: this.includes(),
        meta: {
          result_count: page.length,
          newest_id: String(page[0]?.id),
          oldest_id: String(last.id),
          ...(all.length > PAGE ? { next_token: `b26v${last.id}` } : {}),
        },
      },
    };
  }

  private lookUp(url: URL): NetworkReply {
    const asked = (url.searchParams.get('ids') ?? '').split(',');
    const there = this.posts.filter((post) => !post.hidden && asked.includes(this.externalId(post.id)));
    const found = new Set(there.map((post) => this.externalId(post.id)));
    const errors = asked.filter((id) => !found.has(id)).map(notFound);
    return {
      json: {
        ...(there.length > 0
          ? { data: there.map((post) => this.post(post)), includes: this.includes() }
          : {}),
        ...(errors.length > 0 ? { errors } : {}),
      },
    };
  }

  private own(url: URL): NetworkReply {
    const since = BigInt(url.searchParams.get('since_id') ?? '0');
    const start = Date.parse(url.searchParams.get('start_time') ?? '2020-01-01T00:00:00Z');
    const data = this.replies
      .filter(({ id }) => BigInt(id) > since && Number((BigInt(id) >> 22n) + EPOCH_MS) >= start)
      .map(({ id, text, parent }) => ({
        id,
        // As X shows it: who is answered stands in front, a link is one of its own.
        text: `${parent === '' ? '' : '@ana '}${text.replace(/&/g, '&amp;').replace(/https?:\/\/\S+/g, 'https://t.co/abcdefghij')}`,
        author_id: OWN.id,
        created_at: new Date().toISOString(),
        [`edit_history_${this.words}_ids`]: [id],
        entities: {
          urls: [...text.matchAll(/https?:\/\/\S+/g)].map(([address]) => ({
            start: 0,
            end: 23,
            url: 'https://t.co/abcdefghij',
            expanded_url: address,
          })),
        },
        ...(parent === ''
          ? {}
          : {
              [this.words === 'post' ? 'referenced_posts' : 'referenced_tweets']: [
                { type: 'replied_to', id: this.externalId(parent) },
              ],
            }),
      }));
    return {
      json: data.length > 0 ? { data, meta: { result_count: data.length } } : { meta: { result_count: 0 } },
    };
  }

  private take(body: unknown): NetworkReply {
    const { text, reply } = body as { text: string; reply?: { in_reply_to_tweet_id: string } };
    const parent = this.posts.find((post) => this.externalId(post.id) === reply?.in_reply_to_tweet_id);
    if (reply && (!parent || parent.hidden)) {
      return refused(
        403,
        'Forbidden',
        'You attempted to reply to a Tweet that is deleted or not visible to you.',
      );
    }
    if (this.replies.some((own) => own.text === text)) {
      return refused(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.');
    }
    const id = this.idAt(Date.now(), 9000 + this.replies.length);
    this.replies.push({ id, text, parent: parent?.id ?? '' });
    return { status: 201, json: { data: { id, text, [`edit_history_${this.words}_ids`]: [id] } } };
  }

  private remove(id: string): NetworkReply {
    const place = this.replies.findIndex((own) => own.id === id);
    if (place >= 0) this.replies.splice(place, 1);
    return { json: { data: { deleted: true } } };
  }

  /** All versions of a post, the first one first, whichever of them was asked for. */
  private history({ id, editOf = id }: XServer['posts'][number]): string[] {
    const edits = this.posts.filter((post) => post.editOf === editOf).map((post) => this.externalId(post.id));
    return [this.externalId(editOf), ...edits.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))];
  }

  private post(post: XServer['posts'][number]) {
    const { id: number, text, at, malformed, repost } = post;
    const id = this.externalId(number);
    if (malformed) return { id };
    const references = repost ? [{ type: 'retweeted', id: '1' }] : null;
    return {
      id,
      text,
      author_id: ANA.id,
      created_at: at.toISOString(),
      conversation_id: id,
      lang: 'en',
      [`edit_history_${this.words}_ids`]: this.history(post),
      ...(references
        ? { [this.words === 'post' ? 'referenced_posts' : 'referenced_tweets']: references }
        : {}),
    };
  }

  private includes() {
    const counts = { followers_count: 12, following_count: 3, post_count: 40, listed_count: 0 };
    return { users: [{ ...ANA, public_metrics: counts }] };
  }

  private limits(): Record<string, string> {
    return {
      'x-rate-limit-limit': '180',
      'x-rate-limit-remaining': String(Math.max(0, this.remaining)),
      'x-rate-limit-reset': String(this.resetsAt),
    };
  }

  private idAt(ms: number, sequence: number): string {
    return (((BigInt(ms) - EPOCH_MS) << 22n) + BigInt(sequence % 4_194_304)).toString();
  }
}

function notFound(id: string) {
  return {
    type: 'https://api.x.com/2/problems/resource-not-found',
    title: 'Not Found Error',
    detail: `Could not find post with ids: [${id}].`,
    resource_type: 'post',
    resource_id: id,
    parameter: 'ids',
    value: id,
  };
}

function refused(
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): NetworkReply {
  return { status, headers, json: { title, detail, status, type: 'about:blank' } };
}
