/**
 * Reading and changing through the contracts.
 *
 *   const people = useEndpoint(listPeople, {});
 *   const rows = usePages(listAudit, { query: { action } });            // .data?.pages, .fetchNextPage()
 *   const invite = useChange(invitePerson, { touches: [listPeople] });  // invite.mutate({ body })
 */
import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { EndpointContract, ResponseOf } from '#platform/contract';
import { call, type CallOptions, type CallRequest } from './client.js';

/** Cache key: the path first, so that `[contract.path]` names everything read from an endpoint. */
export function endpointKey<E extends EndpointContract>(contract: E, request: CallRequest<E>) {
  return [contract.path, request] as const;
}

interface ReadOptions<Data> {
  enabled?: boolean;
  /** Milliseconds during which what was read counts as fresh. */
  staleTime?: number;
  refetchInterval?: number;
  placeholderData?: (previous: Data | undefined) => Data | undefined;
}

export function useEndpoint<E extends EndpointContract>(
  contract: E,
  request: CallRequest<E>,
  options: ReadOptions<ResponseOf<E>> = {},
) {
  return useQuery<ResponseOf<E>, Error>({
    queryKey: endpointKey(contract, request),
    queryFn: ({ signal }) => call(contract, request, { signal }),
    enabled: options.enabled,
    staleTime: options.staleTime,
    refetchInterval: options.refetchInterval,
    // The library's own type also allows a function of another shape; ours is the usual one.
    ...(options.placeholderData ? { placeholderData: options.placeholderData as never } : {}),
  });
}

type Page = { next: string | null };

/** A keyset-paged list. Pages are in `data.pages`; `fetchNextPage` reads on. */
export function usePages<E extends EndpointContract>(
  contract: E,
  request: CallRequest<E>,
  options: { enabled?: boolean; staleTime?: number; gcTime?: number } = {},
) {
  return useInfiniteQuery<
    ResponseOf<E>,
    Error,
    InfiniteData<ResponseOf<E>, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: endpointKey(contract, request),
    queryFn: ({ signal, pageParam }) => call(contract, withCursor(request, pageParam), { signal }),
    initialPageParam: null,
    getNextPageParam: (last) => (last as Page).next,
    ...options,
  });
}

/** The request for the page after `cursor`. */
export function withCursor<E extends EndpointContract>(
  request: CallRequest<E>,
  cursor: string | null,
): CallRequest<E> {
  if (cursor === null) return request;
  const query = (request as { query?: object }).query;
  return { ...request, query: { ...query, cursor } };
}

interface ChangeOptions<E extends EndpointContract> {
  /** Endpoints whose answers are read afresh after the change. */
  touches?: readonly EndpointContract[];
  onDone?: (response: ResponseOf<E>, request: CallRequest<E> & CallOptions) => void;
  onRefused?: (error: Error, request: CallRequest<E> & CallOptions) => void;
}

/** A change. Never repeated by itself: a second try is the person's decision. */
export function useChange<E extends EndpointContract>(contract: E, options: ChangeOptions<E> = {}) {
  const cache = useQueryClient();
  return useMutation<ResponseOf<E>, Error, CallRequest<E> & CallOptions>({
    retry: false,
    mutationFn: (request) => call(contract, request, request),
    onSuccess: (response, request) => {
      for (const touched of options.touches ?? []) void cache.invalidateQueries({ queryKey: [touched.path] });
      options.onDone?.(response, request);
    },
    onError: (error, request) => options.onRefused?.(error, request),
  });
}
