import type { Quota } from '#contract/networks';
import type { SourceView } from './connector.js';

/** For tests: a source as a connector sees it, which remembers what it was told. */
export interface WatchedSource extends SourceView {
  credentials: Record<string, string>;
  quotas: Quota[];
}

export function watchedSource(given: Partial<SourceView>): WatchedSource {
  const credentials = { ...given.credentials };
  const quotas: Quota[] = [];
  return {
    id: '1',
    network: 'feed',
    settings: {},
    account: null,
    keepCredentials: async (changed) => void Object.assign(credentials, changed),
    noteQuota: (quota) => void quotas.push(quota),
    ...given,
    credentials,
    quotas,
  };
}
