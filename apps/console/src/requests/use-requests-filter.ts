import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { REQUEST_STATES, type RequestState } from '#contract/requests';

export const SCOPES = ['all', 'mine', 'departments'] as const;
export type Scope = (typeof SCOPES)[number];

export interface RequestsFilter {
  scope: Scope;
  /** Undefined: whatever is waited for. */
  state: RequestState | undefined;
  overdue: boolean;
}

/** The filter of the list, kept in the address. */
export function useRequestsFilter() {
  const [address, setAddress] = useSearchParams();
  const printed = address.toString();
  const filter = useMemo(() => readRequestsFilter(new URLSearchParams(printed)), [printed]);
  const setFilter = useCallback(
    (next: RequestsFilter) => setAddress(printRequestsFilter(next), { replace: true }),
    [setAddress],
  );
  return { filter, setFilter, filtered: printed !== '' };
}

/** Reads an address; what makes no sense is left out. */
export function readRequestsFilter(search: URLSearchParams): RequestsFilter {
  return {
    scope: SCOPES.find((one) => one === search.get('scope')) ?? 'all',
    state: REQUEST_STATES.find((one) => one === search.get('state')),
    overdue: search.get('overdue') === 'true',
  };
}

export function printRequestsFilter({ scope, state, overdue }: RequestsFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (scope !== 'all') search.set('scope', scope);
  if (state) search.set('state', state);
  if (overdue) search.set('overdue', 'true');
  return search;
}
