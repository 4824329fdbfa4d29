import { FaultyServer, type NetworkReply, type NetworkRequest } from './faulty-server.js';
import type { SimulatedPost } from './mastodon-server.js';

const PAGE = 3;
/** Answers that come along with their thread. */
const GIVEN_ALONG = 2;
const OWN = 'UClumenlumenlumenlumenlu';
const ANA = 'UCanaanaanaanaanaanaanaa';
const VIDEO = 'dQw4w9WgXcQ';
const TOKEN = 'token-of-lumen';
const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';

type Post = SimulatedPost & {
  /** Our own number of the comment that it answers. */
  parent?: string;
  /** Taken back by its author, or held by YouTube. */
  hidden?: boolean;
};

interface OwnAnswer {
  id: string;
  text: string;
  /** Our own number of the comment that is answered. */
  parent: string;
  at: Date;
}

/** The Data API v3 of YouTube with one channel, one video and what was said below it. Pages are small. */
export class YouTubeServer extends FaultyServer {
  readonly kind = 'youtube';
  posts: Post[] = [];
  readonly replies: OwnAnswer[] = [];
  token = TOKEN;
  shuffled = false;
  reading = '/commentThreads';
  posting = 'POST /youtube/v3/comments';
  /** What stops a reply before it is posted. */
  neverPosted = { path: 'GET /youtube/v3/comments', fault: 'drop' as const };
  /** Units that this project may spend in a day, and those that it has spent. */
  quota = 10_000;
  units = 0;
  scope = SCOPE;
  commentsClosed = false;
  /** What was typed is not given, not even to its author. */
  hidesOriginal = false;
  /** Times that an access token was given. */
  renewals = 0;
  private access = new Set<string>();

  get settings(): Record<string, string | boolean> {
    return { server: this.url, watch: 'channel', allowPrivateAddress: true };
  }
  readonly credentials = {
    clientId: '123456789012-lumen.apps.googleusercontent.com',
    clientSecret: 'secret-of-app',
    refreshToken: `refresh-${TOKEN}`,
    // As the live check finds them.
    channelId: OWN,
    watchedChannelId: OWN,
  };
  readonly apiKey = 'AIza-key-of-lumen';

  externalId(id: string): string {
    const parent = this.posts.find((post) => post.id === id)?.parent;
    return parent ? `${this.externalId(parent)}.9s${id}` : `Ugx${id}AaABAg`;
  }

  /** The author changes a comment. */
  edit(id: string, text: string, at: Date): void {
    Object.assign(this.posts.find((post) => post.id === id) ?? {}, { text, edited: at });
  }

  /** The access tokens of the last hour hold no longer. */
  expire(): void {
    this.access = new Set();
  }

  protected answer(request: NetworkRequest): NetworkReply {
    const { method, url, headers, body } = request;
    const path = url.pathname;
    if (path === '/token') return this.giveToken(body as Record<string, string>);
    const bearer = headers.authorization?.replace(/^Bearer /, '');
    const known = bearer ? this.token === TOKEN && this.access.has(bearer) : false;
    const key = headers['x-goog-api-key'];
    if (key !== undefined && key !== this.apiKey) {
      return refused(400, 'badRequest', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID');
    }
    if (!known && (key === undefined || method !== 'GET')) {
      return refused(401, 'authError', 'Request had invalid authentication credentials.');
    }
    const units = method === 'GET' ? 1 : 50;
    if (this.units + units > this.quota) {
      const words = 'The request cannot be completed because you have exceeded your <a href="/q">quota</a>.';
      return refused(403, 'quotaExceeded', words);
    }
    this.units += units;
    return this.done(method, url, body, known);
  }

  private giveToken(form: Record<string, string>): NetworkReply {
    if (form['client_secret'] !== this.credentials.clientSecret) {
      return { status: 401, json: { error: 'invalid_client', error_description: 'Unauthorized' } };
    }
    if (this.token !== TOKEN || form['refresh_token'] !== this.credentials.refreshToken) {
      return {
        status: 400,
        json: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
      };
    }
    const given = `ya29.${++this.renewals}`;
    this.access.add(given);
    return { json: { access_token: given, expires_in: 3599, scope: this.scope, token_type: 'Bearer' } };
  }

  private done(method: string, url: URL, body: unknown, known: boolean): NetworkReply {
    const resource = url.pathname.replace('/youtube/v3/', '');
    if (resource === 'channels') return this.channels(url, known);
    if (resource === 'commentThreads') return this.threads(url);
    if (resource !== 'comments') return refused(404, 'notFound', 'Not Found');
    if (method === 'POST') return this.take(body);
    if (method === 'DELETE') return this.remove(url.searchParams.get('id') ?? '');
    return url.searchParams.has('id') ? this.byId(url) : this.answers(url, known);
  }

  private channels({ searchParams }: URL, known: boolean): NetworkReply {
    const isOwn =
      (searchParams.has('mine') && known) ||
      searchParams.get('forHandle') === '@lumen' ||
      searchParams.get('id') === OWN;
    const channel = {
      kind: 'youtube#channel',
      etag: 'e',
      id: OWN,
      snippet: { title: 'Lumen', description: '', customUrl: '@lumen', publishedAt: '2020-01-01T00:00:00Z' },
    };
    return { json: list('youtube#channelListResponse', isOwn ? [channel] : []) };
  }

  private threads({ searchParams }: URL): NetworkReply {
    if (this.commentsClosed) {
      return refused(403, 'commentsDisabled', 'The video has disabled <code>comments</code>.');
    }
    const video = searchParams.get('videoId');
    if (video !== null && video !== VIDEO) return refused(404, 'videoNotFound', 'The video cannot be found.');
    const mark = searchParams.get('pageToken');
    const first = mark === null ? null : this.posts.find(({ id }) => `QURT${id}` === mark);
    if (first === undefined) return refused(400, 'invalidPageToken', 'The page token is not valid.');
    const all = this.posts
      .filter(({ parent, hidden }) => !parent && !hidden)
      .sort(newestFirst)
      .filter((post) => first === null || newestFirst(post, first) > 0);
    const page = all.slice(0, PAGE);
    const items = page.map((post) => this.thread(post));
    const last = page.at(-1);
    return {
      json: {
        ...list('youtube#commentThreadListResponse', this.shuffled ? items.reverse() : items),
        ...(last && all.length > PAGE ? { nextPageToken: `QURT${last.id}` } : {}),
      },
    };
  }

  private thread(post: Post) {
    const id = this.externalId(post.id);
    const answers = this.answersTo(post.id);
    const given = answers.slice(0, GIVEN_ALONG).map((answer) => this.comment(answer, false));
    return {
      kind: 'youtube#commentThread',
      etag: 'e',
      id,
      snippet: post.malformed
        ? { videoId: VIDEO, topLevelComment: { id } }
        : {
            channelId: OWN,
            videoId: VIDEO,
            topLevelComment: this.comment(post, false),
            canReply: true,
            totalReplyCount: answers.length,
            isPublic: true,
          },
      ...(given.length > 0 ? { replies: { comments: given } } : {}),
    };
  }

  private answers({ searchParams }: URL, known: boolean): NetworkReply {
    const parent = this.parentBy(searchParams.get('parentId') ?? '');
    if (!parent) return refused(404, 'commentNotFound', 'The comment cannot be found.');
    const from = Number(searchParams.get('pageToken')?.slice(2) ?? 0);
    const all = this.answersTo(parent.id);
    const items = all.slice(from, from + PAGE).map((answer) => this.comment(answer, known));
    return {
      json: {
        ...list('youtube#commentListResponse', items),
        ...(all.length > from + PAGE ? { nextPageToken: `QU${from + PAGE}` } : {}),
      },
    };
  }

  private byId({ searchParams }: URL): NetworkReply {
    const asked = (searchParams.get('id') ?? '').split(',');
    const there = this.posts.filter((post) => !post.hidden && asked.includes(this.externalId(post.id)));
    const items = there.map((post) =>
      searchParams.get('part') === 'id' || post.malformed
        ? { kind: 'youtube#comment', etag: 'e', id: this.externalId(post.id) }
        : this.comment(post, false),
    );
    return { json: list('youtube#commentListResponse', items) };
  }

  private take(body: unknown): NetworkReply {
    const { parentId, textOriginal } = (body as { snippet: { parentId: string; textOriginal: string } })
      .snippet;
    if (this.commentsClosed) return refused(403, 'commentsDisabled', 'The video has disabled comments.');
    const parent = this.parentBy(parentId);
    if (!parent) return refused(404, 'parentCommentNotFound', 'The parent comment cannot be found.');
    const answer = {
      id: `${parentId}.9own${this.replies.length + 1}`,
      text: textOriginal,
      parent: parent.id,
      at: new Date(),
    };
    this.replies.push(answer);
    return { json: this.comment(answer, true) };
  }

  private remove(id: string): NetworkReply {
    const place = this.replies.findIndex((own) => own.id === id);
    if (place < 0) return refused(404, 'commentNotFound', 'The comment cannot be found.');
    this.replies.splice(place, 1);
    return { status: 204, json: null };
  }

  private parentBy(externalId: string): Post | undefined {
    return this.posts.find(
      ({ id, parent, hidden }) => !parent && !hidden && this.externalId(id) === externalId,
    );
  }

  private answersTo(id: string): (Post | OwnAnswer)[] {
    const others = this.posts.filter(({ parent, hidden }) => parent === id && !hidden);
    return [...others, ...this.replies.filter(({ parent }) => parent === id)];
  }

  /** As YouTube shows it: what was typed is given to its author only, and links are shown in its own words. */
  private comment(said: Post | OwnAnswer, known: boolean) {
    const own = this.replies.some(({ id }) => id === said.id);
    const id = own ? said.id : this.externalId(said.id);
    const author = own ? OWN : ANA;
    const parent = id.includes('.') ? { parentId: id.split('.')[0] } : {};
    return {
      kind: 'youtube#comment',
      etag: 'e',
      id,
      snippet: {
        channelId: OWN,
        videoId: VIDEO,
        textDisplay: own ? said.text.replace(/https?:\/\/\S+/g, 'Refunds – Lumen') : said.text,
        ...(own && known && !this.hidesOriginal ? { textOriginal: said.text } : {}),
        ...parent,
        authorDisplayName: own ? '@lumen' : '@ana',
        authorProfileImageUrl: 'https://yt3.example/a.jpg',
        authorChannelUrl: `http://www.youtube.com/channel/${author}`,
        authorChannelId: { value: author },
        canRate: true,
        viewerRating: 'none',
        likeCount: 0,
        publishedAt: said.at.toISOString(),
        updatedAt: (('edited' in said && said.edited) || said.at).toISOString(),
      },
    };
  }
}

function newestFirst(one: Post, other: Post): number {
  return other.at.getTime() - one.at.getTime() || Number(other.id) - Number(one.id);
}

function list(kind: string, items: unknown[]) {
  return {
    kind,
    etag: 'e',
    pageInfo: { totalResults: items.length, resultsPerPage: PAGE },
    items,
  };
}

function refused(code: number, reason: string, message: string, detail?: string): NetworkReply {
  return {
    status: code,
    json: {
      error: {
        code,
        message,
        errors: [{ message, domain: 'youtube', reason }],
        ...(detail
          ? { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: detail }] }
          : {}),
      },
    },
  };
}
