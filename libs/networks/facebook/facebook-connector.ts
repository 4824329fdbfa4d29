import { z } from 'zod';
import type { NetworkCapabilities } from '#contract/networks';
import type {
  Connector,
  FoundAgain,
  KnownPost,
  ListPage,
  PulledPage,
  SourceView,
  Trial,
} from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { notRead } from '../meta/graph-failure.js';
import { lookUpPosts } from '../meta/look-up-posts.js';
import { pullMeta, readMetaPage } from '../meta/meta-reading.js';
import { META_FORM, metaCredentials, metaSettings } from '../meta/meta-settings.js';
import { isGraphId, readAccess } from '../meta/page-access.js';
import { subscribePage } from '../meta/page-subscription.js';
import { trialItems } from '../trial-items.js';
import { facebookLists } from './facebook-lists.js';
import { findReply, publishReply, removeReply } from './facebook-reply.js';
import { FACEBOOK_RIGHTS } from './facebook-rights.js';

/** A Page of Facebook by the Graph API. Its reference: developers.facebook.com/docs/graph-api/reference/page. */
export class FacebookConnector implements Connector {
  /** Meta knows no key of a reply. */
  readonly idempotentPublish = false;
  readonly settings = metaSettings;
  readonly credentials = metaCredentials;
  readonly capabilities: NetworkCapabilities = {
    network: 'facebook',
    realm: 'live',
    connectable: true,
    reply: true,
    post: true,
    length: { limit: 8000, rule: 'characters' },
    push: true,
    deletions: 'told',
    edits: 'told',
    remove: true,
    backfill: true,
    connect: META_FORM,
  };

  async try(source: SourceView, signal: AbortSignal): Promise<Trial> {
    const { until } = await readAccess(source, FACEBOOK_RIGHTS, signal);
    const { json } = await askGraph(source, { path: 'me', query: { fields: 'id,name' } }, signal).catch(
      (error: unknown) => {
        throw notRead(error);
      },
    );
    const page = z.object({ id: z.string(), name: z.string() }).parse(json);
    await source.keepCredentials({ accountId: page.id });
    const { mentions, refused } = await this.readPage(source, null, signal);
    return {
      account: `${page.name} (${page.id})`,
      title: page.name,
      format: null,
      accessUntil: until,
      items: trialItems(mentions),
      refused,
    };
  }

  pull(source: SourceView, cursor: unknown, signal: AbortSignal): Promise<PulledPage> {
    return pullMeta(facebookLists, source, cursor, signal);
  }

  readonly readPage = (source: SourceView, page: string | null, signal: AbortSignal): Promise<ListPage> =>
    readMetaPage(facebookLists, source, page, signal);

  async subscribe(source: SourceView, signal: AbortSignal): Promise<string | null> {
    return (await subscribePage(source, facebookLists.fields, signal)).problem;
  }

  publish = publishReply;
  find = findReply;
  remove = removeReply;

  lookUp(source: SourceView, posts: readonly KnownPost[], signal: AbortSignal): Promise<FoundAgain> {
    const ids = posts.map(({ externalId }) => externalId).filter(isGraphId);
    return lookUpPosts(source, ids, { rights: FACEBOOK_RIGHTS, field: 'message' }, signal);
  }
}
