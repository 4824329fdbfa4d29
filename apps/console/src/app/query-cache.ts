import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.js';

const TRIES = 2;

/** What was read from the API. Live events say what is stale, so nothing is polled. */
export function createQueryCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        // A refusal will not change by asking again; a lost connection may.
        retry: (failures, error) => !(error instanceof ApiProblem && error.status < 500) && failures < TRIES,
      },
    },
  });
}
