import type { QueryClient } from '@tanstack/react-query';
import { readSession, readWorkspace } from '#contract/identity';
import type { EndpointContract } from '#platform/contract';
import { call, type CallRequest } from '../api/client.js';
import { endpointKey } from '../api/use-endpoint.js';

/** Pages that stand outside of the frame, for people who may have no account. */
const OUTSIDE = /^\/(sign-in|wall|join|room|invitation)(\/|$)/;

/** Asks what the frame of every page waits for while the page itself is still being loaded. */
export function askAhead(cache: QueryClient, path: string): void {
  if (OUTSIDE.test(path)) return;
  ask(cache, readSession, {});
  ask(cache, readWorkspace, {});
}

function ask<E extends EndpointContract>(cache: QueryClient, contract: E, request: CallRequest<E>): void {
  void cache.prefetchQuery({
    queryKey: endpointKey(contract, request),
    queryFn: ({ signal }) => call(contract, request, { signal }),
  });
}
