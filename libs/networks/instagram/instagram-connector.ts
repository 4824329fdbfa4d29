import type { NetworkCapabilities } from '#contract/networks';
import {
  type Connector,
  type FoundAgain,
  type KnownPost,
  type ListPage,
  type OutgoingReply,
  type PublishedPost,
  type PulledPage,
  ReplyRefused,
  type SourceView,
  type Trial,
} from '../connector.js';
import { lookUpPosts } from '../meta/look-up-posts.js';
import { pullMeta, readMetaPage } from '../meta/meta-reading.js';
import { metaCredentials } from '../meta/meta-settings.js';
import { readAccess } from '../meta/page-access.js';
import { subscribePage } from '../meta/page-subscription.js';
import { trialItems } from '../trial-items.js';
import { pullByWalk } from '../walking.js';
import { findAccount, INSTAGRAM_RIGHTS } from './instagram-account.js';
import { findHashtag, HASHTAG_RIGHTS, readHashtagPage } from './instagram-hashtag.js';
import { asInstagramId } from './instagram-id.js';
import { instagramLists } from './instagram-lists.js';
import { lookUpCaptions } from './look-up-captions.js';
import { findReply, publishReply, removeReply } from './instagram-reply.js';
import { INSTAGRAM_FORM, instagramSettings, watchesHashtag } from './instagram-settings.js';

/**
 * A professional account of Instagram, by the Page that it belongs to. Its reference:
 * developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login.
 */
export class InstagramConnector implements Connector {
  /** Meta knows no key of a reply. */
  readonly idempotentPublish = false;
  readonly settings = instagramSettings;
  readonly credentials = metaCredentials;
  readonly capabilities: NetworkCapabilities = {
    network: 'instagram',
    realm: 'live',
    connectable: true,
    reply: true,
    post: false,
    length: { limit: 2200, rule: 'characters' },
    push: true,
    deletions: 'looked-up',
    edits: 'looked-up',
    remove: true,
    backfill: true,
    connect: INSTAGRAM_FORM,
  };

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const hashtag = watchesHashtag(source.settings);
    const rights = hashtag ? HASHTAG_RIGHTS : INSTAGRAM_RIGHTS;
    const { until, ofPage } = await readAccess(source, rights, signal, { anybody: hashtag });
    const { id, username, name } = await findAccount(source, signal, { ofPage });
    await source.keepCredentials({ accountId: id, username });
    if (hashtag) await source.keepCredentials({ hashtagId: await findHashtag(source, signal) });
    const { mentions, refused } = await this.readPage(source, null, signal);
    return {
      account: `@${username}`,
      title: hashtag ? `#${String(source.settings['term'])}` : name,
      format: null,
      accessUntil: until,
      items: trialItems(mentions),
      refused,
    };
  }

  pull(source: SourceView, cursor: unknown, signal: AbortSignal): Promise<PulledPage> {
    return watchesHashtag(source.settings)
      ? pullByWalk(readHashtagPage, source, cursor, signal)
      : pullMeta(instagramLists, source, cursor, signal);
  }

  readonly readPage = (source: SourceView, page: string | null, signal: AbortSignal): Promise<ListPage> =>
    watchesHashtag(source.settings)
      ? readHashtagPage(source, page, signal)
      : readMetaPage(instagramLists, source, page, signal);

  async subscribe(source: SourceView, signal: AbortSignal): Promise<string | null> {
    if (watchesHashtag(source.settings)) return null;
    return (await subscribePage(source, instagramLists.fields, signal)).problem;
  }

  /** Below a post that was found by its hashtag Instagram lets nobody write. */
  async publish(source: SourceView, reply: OutgoingReply, signal: AbortSignal): Promise<PublishedPost> {
    if (!watchesHashtag(source.settings)) return publishReply(source, reply, signal);
    throw new ReplyRefused(
      'network-refused',
      'Instagram takes no answer to a post that was found by its hashtag',
    );
  }

  async find(
    source: SourceView,
    reply: OutgoingReply,
    signal: AbortSignal,
  ): Promise<PublishedPost | 'none' | 'unknown'> {
    return watchesHashtag(source.settings) ? 'none' : findReply(source, reply, signal);
  }

  remove = removeReply;

  /** Comments below our own posts, and the captions of others; their comments Meta does not let us look up. */
  async lookUp(source: SourceView, posts: readonly KnownPost[], signal: AbortSignal): Promise<FoundAgain> {
    const known = posts.map(({ externalId }) => asInstagramId(externalId));
    const comments = known.flatMap((id) => (id?.media === null ? [id.comment] : []));
    const media = known.flatMap((id) => (id?.comment === null ? [id.media] : []));
    const found = await lookUpPosts(source, comments, { rights: INSTAGRAM_RIGHTS, field: 'text' }, signal);
    const captions = await lookUpCaptions(source, media, signal);
    return { ...found, wordings: [...found.wordings, ...captions] };
  }
}
