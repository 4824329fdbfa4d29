import type { NetworkReply, NetworkRequest } from './faulty-server.js';
import type { SimulatedPost } from './mastodon-server.js';
import { failed, listed, MetaServer, missing } from './meta-server.js';

const ACCOUNT_ID = '17841400000000001';
const HASHTAG_ID = '17843857450040591';

/** What Instagram shows of a hashtag to an account that may look for 30 of them in a week. Nobody can be answered there. */
export class InstagramHashtagServer extends MetaServer {
  readonly kind = 'instagram-hashtag';
  posts: SimulatedPost[] = [];
  readonly replies: never[] = [];
  scopes = ['instagram_basic', 'pages_show_list'];
  shuffled = false;
  reading = '/recent_media';
  posting = 'POST /';
  neverPosted = { path: 'GET /', fault: 'drop' as const };
  /** Other hashtags that the account has looked for in the last seven days. */
  looked = 0;
  /** The feature that Meta grants to apps after a review. */
  granted = true;
  /** Every page has the same mark, as Meta says it may be. */
  sameMark = false;
  protected readonly accountId = ACCOUNT_ID;
  private searched = false;
  private place = 0;

  override get settings(): Record<string, unknown> {
    return { ...super.settings, watch: 'hashtag', term: 'lumen' };
  }
  override get credentials(): Record<string, string> {
    return { ...super.credentials, username: 'lumen', hashtagId: HASHTAG_ID };
  }

  externalId(id: string): string {
    return `media/1790${id}`;
  }

  /** The author changes a post: whoever looked for the hashtag is not told, and cannot ask. */
  edit(id: string, text: string): void {
    Object.assign(this.posts.find((one) => one.id === id) ?? {}, { text });
  }

  protected has(): boolean {
    return false;
  }

  protected words(): Record<string, string> {
    return {};
  }

  protected done(path: string, { url }: NetworkRequest): NetworkReply {
    const account = { id: ACCOUNT_ID, username: 'lumen', name: 'Lumen' };
    if (path === 'me') return { json: { id: '104000001', instagram_business_account: account } };
    if (path === 'me/accounts') {
      return {
        json: { data: [{ id: '104000000' }, { id: '104000001', instagram_business_account: account }] },
      };
    }
    if (!this.granted) return failed(10, 0, 'Requires the Instagram Public Content Access feature');
    if (path === `${ACCOUNT_ID}/recently_searched_hashtags`) {
      const ids = Array.from({ length: this.looked }, (_, at) => ({ id: String(17_840_000 + at) }));
      return { json: { data: this.searched ? [...ids, { id: HASHTAG_ID }] : ids } };
    }
    if (path !== 'ig_hashtag_search' && path !== `${HASHTAG_ID}/recent_media`) return missing(path);
    if (url.searchParams.get('user_id') !== ACCOUNT_ID)
      return failed(100, 0, 'The parameter user_id is required');
    if (!this.searched && this.looked >= 30) return failed(18, 2_207_034, 'You have looked for 30 hashtags');
    if (path === 'ig_hashtag_search' && url.searchParams.get('q') !== 'lumen') {
      return failed(24, 2_207_024, 'The requested resource does not exist');
    }
    this.searched = true;
    return path === 'ig_hashtag_search' ? { json: { data: [{ id: HASHTAG_ID }] } } : this.media(url);
  }

  private media(url: URL): NetworkReply {
    if ((url.searchParams.get('fields') ?? '').includes('username'))
      return failed(100, 0, 'The field username cannot be requested');
    const newest = [...this.posts].sort((one, other) => Number(other.id) - Number(one.id));
    if (!this.sameMark) return listed(url, newest, (one) => this.shown(one), this.shuffled);
    this.place = url.searchParams.has('after') ? this.place + 2 : 0;
    const data = newest.slice(this.place, this.place + 2).map((one) => this.shown(one));
    const more = newest.length > this.place + 2;
    return {
      json: { data, paging: { cursors: { after: 'same' }, ...(more ? { next: `${url.href}` } : {}) } },
    };
  }

  private shown({ id, text, at, malformed }: SimulatedPost): unknown {
    if (malformed) return { id: `1790${id}` };
    return {
      id: `1790${id}`,
      caption: text,
      timestamp: at.toISOString().replace(/\.\d+Z$/, '+0000'),
      permalink: `https://www.instagram.com/p/${id}/`,
      comments_count: 2,
    };
  }
}
