import { listPeople, type Person } from '#contract/identity';
import { useEndpoint } from '../api/use-endpoint.js';

const NOBODY: readonly Person[] = [];

/** People of the workspace; read once in a while. */
export function usePeople(): readonly Person[] {
  return useEndpoint(listPeople, {}, { staleTime: 5 * 60_000 }).data?.items ?? NOBODY;
}
