import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import type { Connector, OutgoingReply, PublishedPost, PulledPage, SourceView } from '../connector.js';
import { TRAINING_HANDLE, TRAINING_NAME } from './training-account.js';
import type { TrainingFault } from '#contract/networks';
import { trainingRefusal } from './training-fault.js';
import { type NewTrainingPost, pictureOf, type TrainingPostRow } from './training-network.js';

const PAGE = 500;
const cursorSchema = z.object({ afterId: z.string().regex(/^\d+$/) }).catch({ afterId: '0' });

/** What the connector needs of the training network: the part that a network's API would offer. */
export interface TrainingApi {
  after(id: string, limit: number): Promise<TrainingPostRow[]>;
  publish(post: NewTrainingPost): Promise<TrainingPostRow | null>;
  findByKey(idempotencyKey: string): Promise<TrainingPostRow | null>;
  /** Takes one of the organisation's own posts down. */
  remove(id: string): Promise<void>;
  /** Uses up the next fault that a person asked for. */
  takeFault(): Promise<TrainingFault | null>;
}

/** The training network behind the same interface as every other network. */
export class TrainingConnector implements Connector {
  readonly idempotentPublish = true;
  readonly capabilities: NetworkCapabilities = {
    network: 'training',
    realm: 'training',
    connectable: true,
    reply: true,
    post: true,
    length: { limit: 500, rule: 'characters' },
    push: true,
    deletions: 'none',
    edits: 'none',
    remove: true,
    backfill: false,
    connect: null,
  };

  constructor(private readonly api: TrainingApi) {}

  async pull(_source: SourceView, cursor: unknown): Promise<PulledPage> {
    const { afterId } = cursorSchema.parse(cursor);
    const posts = await this.api.after(afterId, PAGE);
    const last = posts.reduce(
      (highest, post) => (BigInt(post.id) > highest ? BigInt(post.id) : highest),
      BigInt(afterId),
    );
    return {
      mentions: posts.map(asMention),
      cursor: { afterId: String(last) },
      more: posts.filter((post) => BigInt(post.id) > BigInt(afterId)).length === PAGE,
      refused: [],
    };
  }

  async publish(_source: SourceView, reply: OutgoingReply): Promise<PublishedPost> {
    const fault = await this.api.takeFault();
    if (fault && fault !== 'no_answer') throw trainingRefusal(fault);
    const posted = await this.api.publish({
      authorHandle: TRAINING_HANDLE,
      authorName: TRAINING_NAME,
      followers: 48_200,
      text: reply.text,
      hasMedia: false,
      inReplyToId: reply.inReplyToExternalId,
      own: true,
      idempotencyKey: reply.idempotencyKey,
      inject: null,
    });
    const row = posted ?? (await this.api.findByKey(reply.idempotencyKey));
    if (!row) throw new Error('the training network did not keep the reply');
    if (fault === 'no_answer') throw new Error('the training network took the reply and did not answer');
    return published(row);
  }

  async find(_source: SourceView, reply: OutgoingReply): Promise<PublishedPost | 'none'> {
    const row = await this.api.findByKey(reply.idempotencyKey);
    return row ? published(row) : 'none';
  }

  remove(_source: SourceView, { externalId }: PublishedPost): Promise<void> {
    return this.api.remove(externalId);
  }
}

function published(row: TrainingPostRow): PublishedPost {
  return { externalId: row.id, url: null };
}

function asMention(post: TrainingPostRow): PulledPage['mentions'][number] {
  return {
    externalId: post.id,
    // No address on the web: screens lead to the training network's own page by the external id.
    url: null,
    author: {
      handle: post.author_handle,
      name: post.author_name,
      followers: post.author_followers,
      url: null,
    },
    text: post.text,
    publishedAt: post.published_at,
    inReplyTo: post.in_reply_to_id,
    conversationKey: post.root_id ?? post.id,
    hasMedia: post.has_media,
    extra: drillExtra(post),
  };
}

/** What a post of a drill brings along: the network that it looks as if it came from, and its picture. */
function drillExtra(post: TrainingPostRow): Record<string, unknown> | null {
  const picture = pictureOf(post);
  const extra = { ...(post.look === null ? {} : { look: post.look }), ...(picture ? { picture } : {}) };
  return Object.keys(extra).length > 0 ? extra : null;
}
