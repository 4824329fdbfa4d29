import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import { bodySignature } from '#platform/outgoing';
import { allowPrivateAddress } from '../connect-settings.js';
import {
  type Connector,
  type OutgoingReply,
  type PublishedPost,
  ReplyRefused,
  SourceNeedsAttention,
  type SourceView,
  type Trial,
} from '../connector.js';
import { askNetwork, type NetworkAnswer, saidBy } from '../network-request.js';

const settings = z
  .object({
    /** Where replies are handed over; without it the source is only read. */
    replyUrl: z
      .url({ protocol: /^https?$/, error: 'is not an http or https address' })
      .max(2000)
      .optional(),
    allowPrivateAddress,
  })
  .strict();

const answerSchema = z.object({
  id: z.string().min(1).max(300).nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
});

/**
 * Any other system, by signed webhooks in both directions (docs/webhooks.md). It delivers posts when it has some; replies
 * are posted to it with a key that it must take only once.
 */
export class HookConnector implements Connector {
  readonly idempotentPublish = true;
  readonly settings = settings;
  readonly credentials = z
    .object({ secret: z.string().min(16, { error: 'needs at least 16 characters' }).max(200) })
    .strict();
  readonly capabilities: NetworkCapabilities = {
    network: 'webhook',
    realm: 'live',
    connectable: true,
    reply: true,
    post: true,
    length: { limit: 5000, rule: 'characters' },
    push: true,
    deletions: 'told',
    edits: 'told',
    remove: true,
    backfill: false,
    connect: {
      watches: [],
      everySeconds: 300,
      fields: [
        { name: 'secret', kind: 'secret', required: true, watches: null, usual: null },
        { name: 'replyUrl', kind: 'url', required: false, watches: null, usual: null },
        { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
      ],
    },
  };

  /** Where replies are handed over somebody has to understand us: asked about a reply that there is not. */
  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const { replyUrl } = settings.parse(source.settings);
    const found = { account: null, title: null, format: null, items: [], refused: [] };
    if (replyUrl === undefined) return found;
    const answer = await this.hand(source, { type: 'find', key: CHECKED_KEY }, signal);
    if (answer.status >= 300) throw notUnderstood(answer, `it answered ${answer.status}`);
    if (!answerSchema.safeParse(answer.json).success)
      throw notUnderstood(answer, 'it did not answer with {"id": null}');
    return { ...found, title: new URL(replyUrl).host };
  }

  speaks(given: Readonly<Record<string, unknown>>): boolean {
    return settings.safeParse(given).data?.replyUrl !== undefined;
  }

  async publish(source: SourceView, reply: OutgoingReply, signal: AbortSignal): Promise<PublishedPost> {
    const { idempotencyKey: key, text, inReplyToExternalId: inReplyTo } = reply;
    const answer = await this.hand(
      source,
      inReplyTo === null ? { type: 'post', key, text } : { type: 'reply', key, text, inReplyTo },
      signal,
    );
    if (answer.status >= 300) throw refusal(answer);
    const { id, url } = answerSchema.parse(answer.json);
    if (id === null) throw new Error('the other system did not say under which id it published the reply');
    return { externalId: id, url: url ?? null };
  }

  /** Only a system that answers `{"id": null}` says that it has no such reply; one that does not know the question may. */
  async find(
    source: SourceView,
    reply: OutgoingReply,
    signal: AbortSignal,
  ): Promise<PublishedPost | 'none' | 'unknown'> {
    const answer = await this.hand(source, { type: 'find', key: reply.idempotencyKey }, signal);
    const found = answer.status < 300 ? answerSchema.safeParse(answer.json) : null;
    if (!found?.success) return 'unknown';
    const { id, url } = found.data;
    return id === null ? 'none' : { externalId: id, url: url ?? null };
  }

  async remove(source: SourceView, { externalId: id }: PublishedPost, signal: AbortSignal): Promise<void> {
    const answer = await this.hand(source, { type: 'remove', id }, signal);
    if (answer.status >= 300 && answer.status !== 404 && answer.status !== 410) throw refusal(answer);
  }

  private hand(
    source: SourceView,
    body: Record<string, string>,
    signal: AbortSignal,
  ): Promise<NetworkAnswer> {
    const { replyUrl } = settings.parse(source.settings);
    if (replyUrl === undefined) {
      throw new ReplyRefused('network-refused', 'this source has no address for replies');
    }
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      'passerelle-timestamp': timestamp,
      'passerelle-signature': bodySignature(
        source.credentials['secret'] ?? '',
        timestamp,
        JSON.stringify(body),
      ),
      ...(body['key'] ? { 'idempotency-key': body['key'] } : {}),
    };
    return askNetwork(source, new URL(replyUrl), { method: 'POST', body, headers }, signal);
  }
}

/** No reply has it. */
const CHECKED_KEY = 'passerelle-check';

function notUnderstood({ json }: NetworkAnswer, words: string): SourceNeedsAttention {
  const said = saidBy(json);
  return new SourceNeedsAttention('hook-not-understood', said ? `${words}: ${said}` : words);
}

function refusal({ status, json }: NetworkAnswer): ReplyRefused {
  const words = saidBy(json) || `the other system answered ${status}`;
  return new ReplyRefused(status === 404 || status === 410 ? 'post-deleted' : 'network-refused', words);
}
