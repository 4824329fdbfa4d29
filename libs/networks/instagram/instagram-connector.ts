import type { NetworkCapabilities } from '#contract/networks';
import type { Connector, KnownPost, ListPage, PulledPage, SourceView, Trial } from '../connector.js';
import { gonePosts } from '../meta/gone-posts.js';
import { pullMeta, readMetaPage } from '../meta/meta-reading.js';
import { META_FORM, metaCredentials, metaSettings } from '../meta/meta-settings.js';
import { readAccess } from '../meta/page-access.js';
import { trialItems } from '../trial-items.js';
import { findAccount, INSTAGRAM_RIGHTS } from './instagram-account.js';
import { asInstagramId } from './instagram-id.js';
import { instagramLists } from './instagram-lists.js';
import { findReply, publishReply, removeReply } from './instagram-reply.js';

/**
 * A professional account of Instagram, by the Page that it belongs to. Its reference:
 * developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login.
 */
export class InstagramConnector implements Connector {
  /** Meta knows no key of a reply. */
  readonly idempotentPublish = false;
  readonly settings = metaSettings;
  readonly credentials = metaCredentials;
  readonly capabilities: NetworkCapabilities = {
    network: 'instagram',
    realm: 'live',
    connectable: true,
    reply: true,
    length: { limit: 2200, rule: 'characters' },
    push: true,
    deleteEvents: false,
    remove: true,
    backfill: true,
    connect: META_FORM,
  };

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const { until } = await readAccess(source, INSTAGRAM_RIGHTS, signal);
    const { id, username, name } = await findAccount(source, signal);
    await source.keepCredentials({ accountId: id, username });
    const { mentions, refused } = await this.readPage(source, null, signal);
    return {
      account: `@${username}`,
      title: name,
      format: null,
      accessUntil: until,
      items: trialItems(mentions),
      refused,
    };
  }

  pull(source: SourceView, cursor: unknown, signal: AbortSignal): Promise<PulledPage> {
    return pullMeta(instagramLists, source, cursor, signal);
  }

  readonly readPage = (source: SourceView, page: string | null, signal: AbortSignal): Promise<ListPage> =>
    readMetaPage(instagramLists, source, page, signal);

  publish = publishReply;
  find = findReply;
  remove = removeReply;

  /** Comments below our own posts; what stands in the posts of others Meta does not let us look up. */
  gone(source: SourceView, posts: readonly KnownPost[], signal: AbortSignal): Promise<string[]> {
    const ids = posts.map(({ externalId }) => externalId).filter((id) => asInstagramId(id)?.media === null);
    return gonePosts(source, ids, INSTAGRAM_RIGHTS, signal);
  }
}
