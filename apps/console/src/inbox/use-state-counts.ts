import { countMentions } from '#contract/mentions';
import type { Realm } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { filterQuery, type InboxFilter } from './inbox-filter.js';

/** How many mentions stand in each state under the other filters; undefined until the server has answered. */
export function useStateCounts(filter: InboxFilter, realm: Realm) {
  return useEndpoint(
    countMentions,
    { query: { ...filterQuery(filter), state: undefined, realm } },
    { placeholderData: (previous) => previous },
  ).data;
}
