import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import {
  ANSWER_KINDS,
  LIBRARY_SORTS,
  type LibrarySort,
  VERSION_STATES,
  type VersionState,
} from '#contract/answers';

export interface LibraryFilter {
  search?: string;
  state?: VersionState[];
  kind?: (typeof ANSWER_KINDS)[number];
  departmentId?: string;
  /** A department: what waits for its decision. */
  awaitingDepartmentId?: string;
  sort?: LibrarySort;
}

/** Reads a filter from an address; what is not understood is left out. */
export function readLibraryFilter(address: URLSearchParams): LibraryFilter {
  const state = VERSION_STATES.filter((one) => address.get('state')?.split(',').includes(one));
  const id = (field: string) => {
    const given = address.get(field) ?? '';
    return /^\d+$/.test(given) ? given : undefined;
  };
  return {
    search: address.get('search') || undefined,
    state: state.length > 0 ? state : undefined,
    kind: ANSWER_KINDS.find((one) => one === address.get('kind')),
    departmentId: id('departmentId'),
    awaitingDepartmentId: id('awaitingDepartmentId'),
    sort: LIBRARY_SORTS.find((one) => one === address.get('sort')),
  };
}

export function printLibraryFilter(filter: LibraryFilter): URLSearchParams {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && String(value) !== '');
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
}

/** The filter of the library, kept in the address. */
export function useLibraryFilter() {
  const [address, setAddress] = useSearchParams();
  const printed = address.toString();
  const filter = useMemo(() => readLibraryFilter(new URLSearchParams(printed)), [printed]);
  const setFilter = useCallback(
    (next: LibraryFilter) => setAddress(printLibraryFilter(next), { replace: true }),
    [setAddress],
  );
  return { filter, setFilter, filtered: printLibraryFilter(filter).size > 0 };
}
