import type { z } from 'zod';
import type { LeftOut, NetworkCapabilities, Quota, Widening } from '#contract/networks';
import type { NetworkRefusal } from '#contract/replies';
import type { IncomingMention, Wording } from '#mentions';

/** What a connector may know of a source. */
export interface SourceView {
  id: string;
  network: string;
  settings: Record<string, unknown>;
  /** Whom the network takes us for; null where one reads without an account, and before the first check. */
  account: string | null;
  /** Tokens and passwords, opened for this one use; never to be logged or put into an error. */
  credentials: Readonly<Record<string, string>>;
  /** What was made of the topics that it follows; null where it follows none. */
  following?: TopicPlan | null;
  /** Keeps renewed tokens, sealed. They hold for this object at once. */
  keepCredentials(changed: Readonly<Record<string, string>>): Promise<void>;
  /** Notes what the network says of how much may still be asked. */
  noteQuota(quota: Quota): void;
}

export interface TopicToFollow {
  topicId: string;
  query: string;
}

export interface PlannedTopic {
  topicId: string;
  rules: string[];
  widened: Widening[];
  leftOut: LeftOut | null;
}

/** How a network is asked for topics. */
export interface TopicPlan {
  topics: PlannedTopic[];
  /** Of its stream, the most important first. */
  rules: string[];
  /** Of its search: the same topics in as few queries as hold them. */
  searches: string[];
}

/** What became of a rule at its network. */
export interface KeptRule {
  value: string;
  /** Why it is not in force, in the network's words. */
  refused: string | null;
}

/** What a live check found: whom the network takes us for, and what is there to read. */
export interface Trial {
  account: string | null;
  title: string | null;
  /** Of a feed. */
  format: string | null;
  items: { title: string; url: string | null; publishedAt: Date | null }[];
  refused: PulledPage['refused'];
  /** Of a page that is no feed: the feeds that it names. */
  feeds?: readonly string[];
  /** When the access ends, where it does not hold for good. */
  accessUntil?: Date | null;
}

/** A post as the product knows it, to be looked for at its network. */
export interface KnownPost {
  externalId: string;
  extra: Record<string, unknown> | null;
}

export interface PulledPage {
  mentions: Omit<IncomingMention, 'realm' | 'network' | 'sourceId'>[];
  /** Where the next pull goes on; kept in the same transaction as the mentions. */
  cursor: unknown;
  /** More is waiting: pull again at once. */
  more: boolean;
  /** Items that could not be used, in words. */
  refused: { item: number; field: string; reason: string }[];
  /** External ids of posts that the network says were taken back by their authors. */
  deleted?: readonly string[];
  /** What posts that may be known already say by now. */
  wordings?: readonly Wording[];
  /** Where the network was asked to deliver by itself: why it does not, in its words; null when it does. */
  deliveryProblem?: string | null;
  /** The quota is used up although more is waiting: not to be read again before. */
  pauseUntil?: Date;
}

/** What came of looking known posts up. */
export interface FoundAgain {
  /** External ids. */
  gone: string[];
  wordings: Wording[];
}

/** What a live connection brings. */
export type StreamNews =
  /** The network has taken the connection on: what is said from now on comes. */
  | { kind: 'open' }
  /** A sign of life, and nothing else. */
  | { kind: 'alive'; mark?: string }
  | { kind: 'mention'; mention: PulledPage['mentions'][number] }
  /** What a post says by now; nothing, if it is not known here. */
  | { kind: 'edited'; wording: Wording }
  /** A post was taken back. Some networks name it only as their server does: by the `localId` in its `extra`. */
  | { kind: 'deleted'; externalId: string }
  | { kind: 'deleted'; localId: string }
  /** Something was said that belongs to the source, and that is to be read soon by `pull`. */
  | { kind: 'nudge' }
  /** Something that could not be read, in words. */
  | { kind: 'unreadable'; reason: string };

/** One page of a network's list, newest first. */
export interface ListPage extends Pick<PulledPage, 'mentions' | 'refused'> {
  /** When the network listed each post, where that is not its publication. */
  times?: readonly Date[];
  /** The network's own mark of the next, older page; null on the last. */
  next: string | null;
}

/** A page of what a source watches; `page` is null at the newest. Throws PageForgotten for a mark that is too old. */
export type ReadPage = (source: SourceView, page: string | null, signal: AbortSignal) => Promise<ListPage>;

/** The network does not know the mark of the page any more: one has to begin at the newest again. */
export class PageForgotten extends Error {
  override readonly name = 'PageForgotten';
}

export interface OutgoingReply {
  id: string;
  text: string;
  /** Null: a post of its own. */
  inReplyToExternalId: string | null;
  /** When it was asked for; what was on the network before cannot be it. */
  askedAt: Date;
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
  /** What the settings and the credentials of a source have to be; absent where people cannot connect it. */
  readonly settings?: z.ZodType<Record<string, unknown>>;
  readonly credentials?: z.ZodType<Record<string, string>>;
  /**
   * Asks the network once, storing nothing. Throws SourceNeedsAttention or RetryLater with words for a person, or
   * anything else.
   */
  try?(source: SourceView, signal: AbortSignal): Promise<Trial>;
  /**
   * One page after `cursor` (null at the first pull). Throws SourceNeedsAttention, RetryLater or NotYet, or anything else.
   * Absent where the network delivers by itself.
   */
  pull?(source: SourceView, cursor: unknown, signal: AbortSignal): Promise<PulledPage>;
  /**
   * A connection on which the network tells of news as they happen, until it is cut or the signal aborted. Throws what
   * `pull` throws. It need not bring everything: whatever it misses is read by `pull`, and a post may come by both ways.
   * @param mark the last one that was given with a sign of life: where the network is asked to go on, if it can
   */
  stream?(source: SourceView, signal: AbortSignal, mark: string | null): AsyncIterable<StreamNews>;
  /** Whether a source with these settings can be listened to; needed beside `stream`. */
  streams?(settings: Record<string, unknown>): boolean;
  /**
   * What sources have to have in common to be heard on one connection, where the network grants only one for it; such
   * sources are held by one worker, whose connector sees to it.
   */
  sharing?(source: SourceView): string;
  /** How topics are asked for, the most important first; needed where a source may follow topics. Pure. */
  planTopics?(settings: Record<string, unknown>, topics: readonly TopicToFollow[]): TopicPlan;
  /**
   * Sees to it that the network's stream has the rules of exactly these sources, which share a connection. Touches no rule
   * but theirs and those of `others`, sources of this installation that are not heard there. Safe to repeat at any point.
   */
  keepRules?(
    sources: readonly SourceView[],
    others: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, KeptRule[]>>;
  /**
   * Takes the rules of a source away that does not listen any more and shares its connection with nobody who does; touches
   * none of other programs and of other installations. Safe to repeat. Needed beside `keepRules`.
   * @param ours every source of this installation
   * @returns how many there were
   */
  takeRulesAway?(source: SourceView, ours: readonly string[], signal: AbortSignal): Promise<number>;
  /** A page of the past, newest first, to be followed until a day is reached; absent where there is no past to read. */
  readonly readPage?: ReadPage;
  /** Asks the network to deliver by itself what is new. Why it does not, in its words; null when it does. */
  subscribe?(source: SourceView, signal: AbortSignal): Promise<string | null>;
  /**
   * Looks these posts up (at most 100), where the network does not tell of all that becomes of them: which it surely does
   * not have any more, and what those say that it has and that may have been changed.
   */
  lookUp?(source: SourceView, posts: readonly KnownPost[], signal: AbortSignal): Promise<FoundAgain>;
  /** Whether a source with these settings can publish; needed where not every one can. */
  speaks?(settings: Readonly<Record<string, unknown>>): boolean;
  /**
   * Publishes; absent where the network cannot be answered. Posts of their own come only where `capabilities.post` says
   * that the network takes them.
   */
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

/** It is not the source's turn, and nothing is wrong: to be read at that moment instead. */
export class NotYet extends Error {
  override readonly name = 'NotYet';

  constructor(readonly at: Date) {
    super('it is not its turn yet');
  }
}

/** Why one has to come back later: the network asks for it, or its units are planned so. */
export type PauseCode =
  | 'retry-later'
  | 'quota-spent'
  | 'quota-kept-for-replies'
  | 'quota-spread'
  | 'hashtag-limit'
  /** Of everything that goes through the same app: all its sources wait. */
  | 'app-limit'
  | 'user-limit'
  | 'page-limit'
  | 'call-limit'
  | 'network-blocks';

/** The network asks to come back later (429, 503 with Retry-After), or our own plan of its quota does. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';

  constructor(
    readonly at: Date,
    detail: string,
    readonly code: PauseCode = 'retry-later',
  ) {
    super(detail);
  }
}
