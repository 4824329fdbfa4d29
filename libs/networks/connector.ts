import type { NetworkCapabilities } from '#contract/networks';
import type { NetworkRefusal } from '#contract/replies';
import type { IncomingMention } from '#mentions';

/** What a connector may know of a source. */
export interface SourceView {
  id: string;
  network: string;
  settings: Record<string, unknown>;
}

export interface PulledPage {
  mentions: Omit<IncomingMention, 'realm' | 'network' | 'sourceId'>[];
  /** Where the next pull goes on; kept in the same transaction as the mentions. */
  cursor: unknown;
  /** More is waiting: pull again at once. */
  more: boolean;
  /** Items that could not be used, in words. */
  refused: { item: number; field: string; reason: string }[];
}

export interface OutgoingReply {
  id: string;
  text: string;
  inReplyToExternalId: string;
  /** The same for every try of one reply. */
  idempotencyKey: string;
}

export interface PublishedPost {
  externalId: string;
  url: string | null;
}

/**
 * One network. A connector talks to its network and to nothing else: it never touches the product's database, so
 * that a page can be read again at any time without harm.
 */
export interface Connector {
  readonly capabilities: NetworkCapabilities;
  /** One page after `cursor` (null at the first pull). Throws SourceNeedsAttention or RetryLater, or anything else. */
  pull(source: SourceView, cursor: unknown, signal: AbortSignal): Promise<PulledPage>;
  /** Publishes; absent where the network cannot be answered. */
  publish?(source: SourceView, reply: OutgoingReply, signal: AbortSignal): Promise<PublishedPost>;
  /** Reads back whether a reply is there: the post, `none` when it surely is not, `unknown` otherwise. */
  find?(
    source: SourceView,
    reply: OutgoingReply,
    signal: AbortSignal,
  ): Promise<PublishedPost | 'none' | 'unknown'>;
  /** Takes a published post down; done also when it is gone already. Absent where the network does not allow it. */
  remove?(source: SourceView, post: PublishedPost, signal: AbortSignal): Promise<void>;
  /** The network itself refuses the same reply twice, so an unanswered try may be repeated. */
  readonly idempotentPublish: boolean;
}

/** The network will not serve this source until a person does something (token revoked, feed gone). */
export class SourceNeedsAttention extends Error {
  override readonly name = 'SourceNeedsAttention';

  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** The network took the reply or removal for certain not, and why as far as that is known. */
export class ReplyRefused extends Error {
  override readonly name = 'ReplyRefused';

  constructor(
    readonly code: NetworkRefusal,
    detail: string,
  ) {
    super(detail);
  }
}

/** The network asks to come back later (429, 503 with Retry-After). */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';

  constructor(
    readonly at: Date,
    detail: string,
  ) {
    super(detail);
  }
}
