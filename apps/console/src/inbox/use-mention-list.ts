import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { listMentions, type MentionSummary } from '#contract/mentions';
import type { Realm } from '#platform/contract';
import { endpointKey, usePages } from '../api/use-endpoint.js';
import { filterQuery, type InboxFilter } from './inbox-filter.js';
import { type MentionPage, patchMentions, withoutMentions } from './mention-pages.js';

const PAGE = 100;
type Pages = InfiniteData<MentionPage, string | null>;

/** The list under a filter, with the means to change it in place. It is never read afresh as a whole while shown. */
export function useMentionList(filter: InboxFilter, realm: Realm) {
  const cache = useQueryClient();
  const request = useMemo(
    () => ({ query: { ...filterQuery(filter), sort: filter.sort, realm, limit: PAGE } }),
    [filter, realm],
  );
  const query = usePages(listMentions, request, { staleTime: Infinity, gcTime: 0 });
  const pages = query.data?.pages;
  const mentions = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);

  const change = useCallback(
    (edit: (pages: readonly MentionPage[]) => MentionPage[]) => {
      cache.setQueryData<Pages>(endpointKey(listMentions, request), (data) => {
        if (!data) return data;
        const edited = edit(data.pages);
        return { pages: edited, pageParams: data.pageParams.slice(0, edited.length) };
      });
    },
    [cache, request],
  );
  const put = useCallback(
    (changed: readonly MentionSummary[]) => {
      const byId = new Map(changed.map((mention) => [mention.id, mention]));
      change((all) => patchMentions(all, (mention) => byId.get(mention.id)));
    },
    [change],
  );
  const remove = useCallback(
    (ids: ReadonlySet<string>) => change((all) => withoutMentions(all, ids)),
    [change],
  );
  const restart = useCallback(
    () => void cache.resetQueries({ queryKey: endpointKey(listMentions, request) }),
    [cache, request],
  );
  return { query, request, pages, mentions, change, put, remove, restart };
}
export type MentionListState = ReturnType<typeof useMentionList>;
