import { createHmac } from 'node:crypto';
import { FaultyServer, type NetworkReply, type NetworkRequest } from './faulty-server.js';
import type { SimulatedPost } from './mastodon-server.js';

const SECRET = 'what two systems share';
const SOURCE = '7';

/** Another system that takes replies by signed requests, as docs/webhooks.md describes them. */
export class OtherSystem extends FaultyServer {
  readonly kind = 'webhook';
  posts: SimulatedPost[] = [];
  readonly replies: { id: string; text: string; parent: string; key: string }[] = [];
  /** What it holds for the secret. */
  token = SECRET;
  posting = '/replies';
  postingAlone = this.posting;
  /** What stops a reply before it is taken. */
  neverPosted = { path: '/replies', fault: { status: 429 } };

  get settings() {
    return { replyUrl: `${this.url}/replies`, allowPrivateAddress: true };
  }
  readonly credentials = { secret: SECRET };

  /** Ids stand behind the number of their source. */
  externalId(id: string): string {
    return `${SOURCE}|${id}`;
  }

  protected answer({ method, url, headers, body }: NetworkRequest): NetworkReply {
    if (method !== 'POST' || url.pathname !== '/replies') return { status: 404, json: {} };
    const timestamp = String(headers['passerelle-timestamp']);
    const signature = createHmac('sha256', this.token)
      .update(`${timestamp}.${JSON.stringify(body)}`)
      .digest('hex');
    if (
      headers['passerelle-signature'] !== `v1=${signature}` ||
      Math.abs(Date.now() / 1000 - Number(timestamp)) > 300
    )
      return { status: 401, json: { error: 'the signature is not ours' } };
    const { type, key = '', text = '', inReplyTo, id } = body as Record<string, string | undefined>;
    switch (type) {
      case 'find':
        return { json: { id: this.replies.find((one) => one.key === key)?.id ?? null } };
      case 'reply':
      case 'post':
        return headers['idempotency-key'] === key
          ? this.take(key, text, inReplyTo)
          : { status: 400, json: { error: 'the keys differ' } };
      case 'remove': {
        const place = this.replies.findIndex((one) => one.id === id);
        return place < 0
          ? { status: 404, json: {} }
          : { json: { removed: this.replies.splice(place, 1).length } };
      }
      default:
        return { status: 400, json: { error: `what is ${type}?` } };
    }
  }

  private take(key: string, text: string, inReplyTo: string | undefined): NetworkReply {
    const known = this.replies.find((one) => one.key === key);
    if (known) return { json: this.shown(known) };
    const parent = this.posts.find(({ id }) => this.externalId(id) === inReplyTo)?.id;
    if (inReplyTo !== undefined && parent === undefined)
      return { status: 404, json: { error: 'no such post' } };
    const reply = { id: String(9000 + this.replies.length), text, parent: parent ?? '', key };
    this.replies.push(reply);
    return { status: 201, json: this.shown(reply) };
  }

  private shown({ id }: { id: string }) {
    return { id, url: `${this.url}/${id}` };
  }
}
