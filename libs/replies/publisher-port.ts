import type { NetworkRefusal } from './contract.js';

/** What a network connector is given to publish or to look for: the text exactly as it leaves, and where it hangs. */
export interface OutgoingReply {
  readonly id: string;
  readonly text: string;
  /** The network's own id of the post that is answered; null: a post of its own. */
  readonly inReplyToExternalId: string | null;
  /** When it was asked for; what was on the network before cannot be it. */
  readonly askedAt: Date;
  readonly sourceId: string | null;
  readonly network: string;
  /** The same at every attempt for one reply, different for every other reply, also of another workspace. */
  readonly idempotencyKey: string;
}

export interface PublishedReply {
  /** The network's own id of the reply. */
  readonly externalId: string;
  readonly url?: string | null;
}

/**
 * How one network takes a reply.
 *
 * `publish` throws `PublishRefused` only when the network has certainly published nothing; any other error, a time-out
 * included, means that nobody knows. `find` reads the network back: `none` only when the reply is certainly not there.
 */
export interface ReplyPublisher {
  publish(reply: OutgoingReply, signal: AbortSignal): Promise<PublishedReply>;
  find(reply: OutgoingReply, signal: AbortSignal): Promise<PublishedReply | 'none' | 'unknown'>;
  /**
   * Takes a published reply down; done also when it is gone already. Absent where the network does not allow it. Throws
   * `PublishRefused` when the network will not.
   */
  remove?(reply: OutgoingReply & PublishedReply, signal: AbortSignal): Promise<void>;
  /** Whether the network takes posts of their own from us, not only answers. */
  readonly posts: boolean;
  /** Whether a source with these settings can publish at all; where absent, every one can. */
  speaks?(settings: Readonly<Record<string, unknown>>): boolean;
  /** Publishing again with the same `idempotencyKey` cannot make a second post. */
  readonly idempotent: boolean;
}

/** The publisher for a source of a network; null when replies cannot be published there. */
export type ReplyPublishers = (network: string, sourceId: string | null) => ReplyPublisher | null;

/** Injection token of a `ReplyPublishers`, provided by the composition root from the networks' connectors. */
export const REPLY_PUBLISHERS = Symbol('ReplyPublishers');

/** The network refused for certain: nothing was published. */
export class PublishRefused extends Error {
  override readonly name = 'PublishRefused';

  constructor(
    /** In the network's words, for a person. */
    message: string,
    /** When set, the refusal is only for now (a rate limit): try again from then on. */
    readonly retryAt: Date | null = null,
    /** Why, as far as we have words and a next step for it. */
    readonly code: NetworkRefusal = 'network-refused',
  ) {
    super(message);
  }
}
