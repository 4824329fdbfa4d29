import { useSearchParams } from 'react-router';
import { useTopicRealm } from '../levels/use-topic-realm.js';
import { type DashboardScope, printScope, readScope } from './dashboard-scope.js';

/** The scope in the address, and how to change it. */
export function useDashboardScope(): [DashboardScope, (change: Partial<DashboardScope>) => void] {
  const [search, setSearch] = useSearchParams();
  const scope = readScope(search, useTopicRealm());
  return [scope, (change) => setSearch(printScope({ ...scope, ...change }), { replace: true })];
}
