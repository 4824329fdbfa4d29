import { FaultyServer, type NetworkReply, type NetworkRequest } from './faulty-server.js';
import type { SimulatedPost } from './mastodon-server.js';

/** A site of the press with one feed (JSON Feed 1.1), which anybody may read and nobody can answer. */
export class PressServer extends FaultyServer {
  readonly kind = 'feed';
  posts: SimulatedPost[] = [];
  /** What the site answers for: anything else, and it has closed its feed. */
  token = 'open';
  shuffled = false;
  reading = '/feed';
  /** Entries on a page of its feed, of which each names the older one. */
  shown = 20;

  get settings(): Record<string, unknown> {
    return { url: `${this.url}/feed`, allowPrivateAddress: true };
  }
  readonly credentials = {};

  externalId(id: string): string {
    return `${new URL(this.url).host}|${id}`;
  }

  protected answer({ url }: NetworkRequest): NetworkReply {
    const page = Number(url.searchParams.get('page') ?? 1);
    if (url.pathname !== '/feed') return { status: 404, json: {} };
    if (this.token !== 'open') return { status: 410, json: {} };
    const all = [...this.posts].sort((one, other) => Number(other.id) - Number(one.id));
    const items = all
      .slice((page - 1) * this.shown, page * this.shown)
      .map(({ id, text, at, malformed }) =>
        malformed
          ? { date_published: at.toISOString() }
          : { id, content_text: text, date_published: at.toISOString() },
      );
    return {
      json: {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Courier',
        ...(all.length > page * this.shown ? { next_url: `/feed?page=${page + 1}` } : {}),
        items: this.shuffled ? items.reverse() : items,
      },
    };
  }
}
