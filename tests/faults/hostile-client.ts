import { z } from 'zod';
import { NETWORK_REFUSALS } from '#contract/replies';
import { type OutgoingReply, type PublishedReply, PublishRefused, type ReplyPublisher } from '#replies';

const PATIENCE_MS = 500;

const postSchema = z.object({ id: z.string(), key: z.string() });
const refusalSchema = z.object({ code: z.enum(NETWORK_REFUSALS) });

/** The connector of a hostile network, written as a careful one: what it does not understand it does not believe. */
export function hostileClient(url: string, keyed: boolean, worker: string): ReplyPublisher {
  const ask = (path: string, init: RequestInit) =>
    fetch(url + path, {
      ...init,
      headers: { 'x-worker': worker, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  return {
    idempotent: keyed,
    posts: true,
    async publish(reply: OutgoingReply): Promise<PublishedReply> {
      const { text, inReplyToExternalId: inReplyTo, idempotencyKey: key } = reply;
      const response = await ask('/', { method: 'POST', body: JSON.stringify({ key, text, inReplyTo }) });
      if (response.status === 429) throw new PublishRefused('too many', new Date(Date.now() + 1000));
      if (response.status === 422) {
        const { code } = refusalSchema.parse(await response.json());
        throw new PublishRefused(`the network says ${code}`, null, code);
      }
      if (!response.ok) throw new Error(`the network answered ${response.status}`);
      const post = postSchema.parse(await response.json());
      if (post.key !== key) throw new Error('the network answered for another reply');
      return { externalId: post.id };
    },
    async find({ idempotencyKey: key }: OutgoingReply) {
      const response = await ask(`/?key=${key}`, {});
      if (!response.ok) return 'unknown';
      const [post] = z.array(postSchema).parse(await response.json());
      if (!post) return 'none';
      return post.key === key ? { externalId: post.id } : 'unknown';
    },
  };
}
