import type { NetworkReply, NetworkRequest } from './faulty-server.js';
import type { SimulatedPost } from './mastodon-server.js';
import { failed, listed, MetaServer, missing } from './meta-server.js';

const PAGE_ID = '104000001';
const ANA = { id: '7700112233', name: 'Ana' };
const LUMEN = { id: PAGE_ID, name: 'Lumen' };

interface SimulatedComment extends SimulatedPost {
  /** Our own number of the post it stands below. */
  post: string;
  /** Our own number of the comment that it answers. */
  parent?: string;
  /** Ana, unless told. */
  from?: { id: string; name: string };
}

/** A Page of Facebook with what visitors posted on it and said below. Numbers are given in the order of time. */
export class FacebookServer extends MetaServer {
  readonly kind = 'facebook';
  posts: (SimulatedPost & { own?: boolean })[] = [];
  tagged: SimulatedPost[] = [];
  comments: SimulatedComment[] = [];
  readonly replies: { id: string; text: string; parent: string; post: string; at: Date }[] = [];
  shuffled = false;
  scopes = [
    'pages_manage_posts',
    'pages_read_engagement',
    'pages_read_user_content',
    'pages_manage_engagement',
  ];
  reading = '/feed';
  posting = 'POST /comments';
  /** Where posts of their own are posted. */
  postingAlone = 'POST /feed';
  /** What stops a reply before it is posted. */
  neverPosted = { path: 'GET /comments', fault: 'drop' as const };
  /** Refuses words that our Page has posted just before. */
  refusesDoubles = false;
  /** What is said of a comment below our own posts. */
  refusal: NetworkReply | null = null;
  protected readonly accountId = PAGE_ID;

  /** Of a post; a comment has its post in front. */
  externalId(id: string): string {
    const comment = this.comments.find((one) => one.id === id);
    return comment ? `${comment.post}_${id}` : `${PAGE_ID}_${id}`;
  }

  protected has(id: string): boolean {
    return this.everything().some((one) => this.externalId(one.id) === id) || this.isReply(id);
  }

  protected words(id: string): Record<string, string> {
    const post = this.everything().find((one) => this.externalId(one.id) === id);
    return post ? { message: post.text } : {};
  }

  /** The author changes a post or comment; nothing says when. */
  edit(id: string, text: string): void {
    Object.assign(this.everything().find((one) => one.id === id) ?? {}, { text });
  }

  protected done(path: string, { method, url, body }: NetworkRequest): NetworkReply {
    if (path === 'me') return { json: { id: PAGE_ID, name: 'Lumen' } };
    if (path === `${PAGE_ID}/feed` && method === 'POST') return this.takePost(body);
    if (path === `${PAGE_ID}/feed`) {
      const since = Number(url.searchParams.get('since') ?? 0) * 1000;
      const posts = newestFirst(this.posts).filter(({ at }) => at.getTime() >= since);
      return listed(url, posts, (post) => this.post(post), this.shuffled);
    }
    if (path === `${PAGE_ID}/tagged`) return listed(url, newestFirst(this.tagged), (post) => this.post(post));
    const [id = '', edge] = path.split('/');
    if (edge === 'comments' && method === 'POST') return this.take(id, body);
    if (edge === 'comments') return this.below(id, url);
    if (method === 'DELETE') return this.remove(id);
    return this.lookUp(id, url);
  }

  private lookUp(id: string, url: URL): NetworkReply {
    if (!this.has(id)) return missing(id);
    const fields = url.searchParams.get('fields') ?? '';
    const post = [...this.posts, ...this.tagged].find((one) => this.externalId(one.id) === id);
    if (post && fields.includes('parent')) {
      return failed(100, 0, '(#100) Tried accessing nonexisting field (parent)');
    }
    if (post) return { json: this.post(post) };
    const reply = this.replies.find((one) => one.id === id && one.parent !== '');
    if (reply) return { json: shownComment(id, reply.text, reply.at, LUMEN) };
    const comment = this.comments.find((one) => this.externalId(one.id) === id);
    if (!comment) return { json: { id } };
    const parent = comment.parent ? { parent: { id: this.externalId(comment.parent) } } : {};
    return { json: { ...shownComment(id, comment.text, comment.at, comment.from ?? ANA), ...parent } };
  }

  /** All that stands below a post, or below a comment: what visitors said and what we answered. */
  private below(id: string, url: URL): NetworkReply {
    if (!this.has(id)) return missing(id);
    const since = Number(url.searchParams.get('since') ?? 0) * 1000;
    const theirs = this.comments
      .filter(({ post, parent }) => this.externalId(parent ?? post) === id || `${PAGE_ID}_${post}` === id)
      .map(({ id: number, text, at, malformed, parent, from = ANA }) => ({
        id: this.externalId(number),
        at,
        shown: malformed
          ? { id: this.externalId(number) }
          : {
              ...shownComment(this.externalId(number), text, at, from),
              ...(parent ? { parent: { id: this.externalId(parent) } } : {}),
            },
      }));
    const ours = this.replies
      .filter(({ parent, post }) => this.isBelow(parent, id) || `${PAGE_ID}_${post}` === id)
      .map((reply) => ({
        id: reply.id,
        at: reply.at,
        shown: {
          ...shownComment(reply.id, `${reply.text.trim().replace(/ /g, '\u00a0')}\n`, reply.at, LUMEN),
          ...this.hangsBelow(reply.parent),
        },
      }));
    const all = [...theirs, ...ours]
      .filter(({ at }) => at.getTime() >= since)
      .sort((a, b) => b.at.getTime() - a.at.getTime());
    return listed(url, all, ({ shown }) => shown);
  }

  /** An answer to an answer hangs below the comment on top of both. */
  private isBelow(answered: string, id: string): boolean {
    const comment = this.comments.find((one) => one.id === answered);
    if (comment?.parent) return this.externalId(comment.parent) === id;
    return this.externalId(answered) === id;
  }

  /** The comment on top of the answered one, or that one itself; nothing below a post. */
  private hangsBelow(answered: string): { parent?: { id: string } } {
    const comment = this.comments.find((one) => one.id === answered);
    return comment ? { parent: { id: this.externalId(comment.parent ?? comment.id) } } : {};
  }

  private take(id: string, body: unknown): NetworkReply {
    if (this.refusal) return this.refusal;
    const answered = this.everything().find((one) => this.externalId(one.id) === id);
    if (!answered) return missing(id);
    const { message } = body as { message: string };
    if (this.refusesDoubles && this.replies.some(({ text }) => text === message)) {
      return failed(506, 1455006, 'Duplicate status message');
    }
    const post = 'post' in answered ? String(answered.post) : answered.id;
    const reply = { id: `${post}_${9000 + this.replies.length}`, text: message, parent: answered.id, post };
    this.replies.push({ ...reply, at: new Date() });
    return { json: { id: reply.id } };
  }

  /** A post of the Page itself, which stands in its feed from then on. */
  private takePost(body: unknown): NetworkReply {
    if (!this.scopes.includes('pages_manage_posts')) {
      return failed(
        200,
        0,
        '(#200) If posting to a page, requires both pages_read_engagement and pages_manage_posts',
      );
    }
    const { message } = body as { message: string };
    if (this.refusesDoubles && this.replies.some(({ text }) => text === message)) {
      return failed(506, 1455006, 'Duplicate status message');
    }
    const number = String(9500 + this.replies.length);
    const post = { id: number, text: message, at: new Date(), own: true };
    this.posts.push(post);
    this.replies.push({ id: this.externalId(number), text: message, parent: '', post: '', at: post.at });
    return { json: { id: this.externalId(number) } };
  }

  private remove(id: string): NetworkReply {
    const place = this.replies.findIndex((reply) => reply.id === id);
    if (place < 0) return missing(id);
    this.replies.splice(place, 1);
    this.posts = this.posts.filter((post) => this.externalId(post.id) !== id);
    return { json: { success: true } };
  }

  private isReply(id: string): boolean {
    return this.replies.some((reply) => reply.id === id && reply.parent !== '');
  }

  private everything(): SimulatedPost[] {
    return [...this.posts, ...this.tagged, ...this.comments];
  }

  private post({ id, text, at, malformed, own }: FacebookServer['posts'][number]) {
    if (malformed) return { id: this.externalId(id) };
    const below = this.comments.filter(({ post }) => post === id);
    const latest = Math.max(at.getTime(), ...below.map((comment) => comment.at.getTime()));
    return {
      id: this.externalId(id),
      message: text,
      created_time: facebookTime(at),
      updated_time: facebookTime(new Date(latest)),
      from: own ? LUMEN : ANA,
      permalink_url: `https://www.facebook.com/lumen/posts/${id}`,
      comments: { data: [], summary: { order: 'ranked', total_count: below.length, can_comment: true } },
    };
  }
}

function shownComment(id: string, message: string, at: Date, from: { id: string; name: string }) {
  return {
    id,
    message,
    created_time: facebookTime(at),
    from,
    permalink_url: `https://www.facebook.com/lumen/posts/1?comment_id=${id.split('_').at(-1)}`,
  };
}

/** As Facebook writes it, to the second and without a colon in the offset. */
function facebookTime(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, '+0000');
}

function newestFirst<T extends { id: string }>(posts: readonly T[]): T[] {
  return [...posts].sort((a, b) => Number(b.id) - Number(a.id));
}
