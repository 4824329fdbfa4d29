import type { NetworkReply, NetworkRequest } from './faulty-server.js';
import type { SimulatedPost } from './mastodon-server.js';
import { failed, listed, MetaServer, missing } from './meta-server.js';

const ACCOUNT_ID = '17841400000000001';
const OWN = 'lumen';
const ANA = { id: '6600112233', username: 'ana' };
/** Our own post, below which everything is said. */
export const MEDIA_ID = '18000000000000001';

interface OwnReply {
  id: string;
  text: string;
  /** Our own number of what is answered. */
  parent: string;
  /** As Instagram is asked: the path below the version, and what it was given. */
  path: string;
  body: unknown;
  at: Date;
}

/** A professional account of Instagram with one post; `posts` are the comments below it. */
export class InstagramServer extends MetaServer {
  readonly kind = 'instagram';
  posts: (SimulatedPost & { parent?: string; from?: { id: string; username: string } })[] = [];
  /** Posts of others in which we are tagged. */
  tagged: SimulatedPost[] = [];
  /** Posts of others that name us in their words only. */
  namedPosts: SimulatedPost[] = [];
  /** Comments below the posts of others that name us, by their post. */
  named: (SimulatedPost & { media: string })[] = [];
  readonly replies: OwnReply[] = [];
  shuffled = false;
  professional = true;
  scopes = ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'];
  reading = '/v23.0/';
  posting = 'POST /replies';
  /** What stops a reply before it is posted. */
  neverPosted = { path: 'GET /replies', fault: 'drop' as const };
  refusal: NetworkReply | null = null;
  protected readonly accountId = ACCOUNT_ID;

  override get credentials(): Record<string, string> {
    return { ...super.credentials, username: OWN };
  }

  externalId(id: string): string {
    return `1789${id}`;
  }

  protected has(id: string): boolean {
    return (
      this.posts.some((one) => this.externalId(one.id) === id) || this.replies.some((one) => one.id === id)
    );
  }

  protected words(id: string): Record<string, string> {
    const comment = this.posts.find((one) => this.externalId(one.id) === id);
    return comment ? { text: comment.text } : {};
  }

  /** The author changes a comment; nothing says when. */
  edit(id: string, text: string): void {
    Object.assign(this.posts.find((one) => one.id === id) ?? {}, { text });
  }

  protected done(path: string, { method, url, body }: NetworkRequest): NetworkReply {
    if (path === 'me') {
      const account = { id: ACCOUNT_ID, username: OWN, name: 'Lumen' };
      return {
        json: { id: '104000001', ...(this.professional ? { instagram_business_account: account } : {}) },
      };
    }
    if (path === `${ACCOUNT_ID}/media`) return listed(url, [{ id: MEDIA_ID }], () => this.media());
    if (path === `${ACCOUNT_ID}/tags`) return listed(url, newestFirst(this.tagged), (one) => this.tag(one));
    if (path === ACCOUNT_ID) return this.mentioned(url);
    if (path === `${MEDIA_ID}/comments`) {
      const top = newestFirst(this.posts.filter(({ parent }) => !parent));
      return listed(url, top, (one) => this.comment(one), this.shuffled);
    }
    if (method === 'POST') return this.take(path, body);
    const [id = '', edge] = path.split('/');
    if (!this.has(id)) return missing(id);
    if (edge === 'replies') return listed(url, this.below(id), ({ shown }) => shown);
    if (method === 'DELETE') return this.remove(id);
    const comment = this.posts.find((one) => this.externalId(one.id) === id);
    if (!comment) return { json: { id } };
    const parent = comment.parent ? { parent_id: this.externalId(comment.parent) } : {};
    return { json: { ...shownComment(id, comment.text, comment.at, comment.from ?? ANA), ...parent } };
  }

  private media() {
    return {
      id: MEDIA_ID,
      caption: 'Our new timetable',
      timestamp: instagramTime(new Date(Date.now() - 30 * 3_600_000)),
      permalink: 'https://www.instagram.com/p/lumen1/',
      username: OWN,
      comments_count: this.posts.length,
    };
  }

  private tag({ id, text, at }: SimulatedPost) {
    return {
      id,
      caption: text,
      timestamp: instagramTime(at),
      permalink: `https://www.instagram.com/p/${id}/`,
      username: ANA.username,
      comments_count: 4,
    };
  }

  private comment(post: InstagramServer['posts'][number]): unknown {
    const id = this.externalId(post.id);
    if (post.malformed) return { id };
    const below = this.below(id).map(({ shown }) => shown);
    return {
      ...shownComment(id, post.text, post.at, ANA),
      ...(below.length > 0 ? { replies: { data: below } } : {}),
    };
  }

  /** Answers of a comment, ours and those of others; an answer to an answer hangs below the comment on top. */
  private below(id: string) {
    const theirs = this.posts
      .filter(({ parent }) => parent && this.externalId(parent) === id)
      .map((one) => ({
        id: this.externalId(one.id),
        shown: {
          ...shownComment(this.externalId(one.id), one.text, one.at, one.from ?? ANA),
          parent_id: id,
        },
      }));
    const ours = this.replies
      .filter(({ parent }) => {
        const above = this.posts.find((one) => one.id === parent)?.parent;
        return this.externalId(above ?? parent) === id;
      })
      .map((one) => ({
        id: one.id,
        shown: {
          ...shownComment(one.id, `${one.text.trim()} `, one.at, { id: ACCOUNT_ID, username: OWN }),
          parent_id: id,
        },
      }));
    return [...theirs, ...ours];
  }

  private mentioned(url: URL): NetworkReply {
    const fields = url.searchParams.get('fields') ?? '';
    const [, commentId] = /mentioned_comment\.comment_id\((\d+)\)/.exec(fields) ?? [];
    const [, mediaId] = /mentioned_media\.media_id\((\d+)\)/.exec(fields) ?? [];
    const comment = this.named.find(({ id }) => id === commentId);
    const media = [...this.tagged, ...this.namedPosts].find(({ id }) => id === mediaId);
    if (comment) {
      const shown = shownComment(comment.id, comment.text, comment.at, ANA);
      return {
        json: {
          id: ACCOUNT_ID,
          mentioned_comment: { ...shown, media: { id: comment.media, username: 'bruno' } },
        },
      };
    }
    if (media) return { json: { id: ACCOUNT_ID, mentioned_media: this.tag(media) } };
    return missing(commentId ?? mediaId ?? '');
  }

  private take(path: string, body: unknown): NetworkReply {
    if (this.refusal) return this.refusal;
    const [id = ''] = path.split('/');
    const answered = this.posts.find((one) => this.externalId(one.id) === id);
    if (!answered && path !== `${ACCOUNT_ID}/mentions`) return missing(id);
    const { message } = body as { message: string };
    const reply = {
      id: `17899${900 + this.replies.length}`,
      text: message,
      parent: answered?.id ?? '',
      path,
    };
    this.replies.push({ ...reply, body, at: new Date() });
    return { json: { id: reply.id } };
  }

  private remove(id: string): NetworkReply {
    const place = this.replies.findIndex((reply) => reply.id === id);
    if (place < 0) return failed(10, 0, 'Only comments below own posts');
    this.replies.splice(place, 1);
    return { json: { success: true } };
  }
}

function shownComment(id: string, text: string, at: Date, from: { id: string; username: string }) {
  return { id, text, timestamp: instagramTime(at), username: from.username, from };
}

function instagramTime(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, '+0000');
}

function newestFirst<T extends { id: string }>(posts: readonly T[]): T[] {
  return [...posts].sort((a, b) => Number(b.id) - Number(a.id));
}
