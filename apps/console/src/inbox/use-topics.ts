import { listTopicNames } from '#contract/topics';
import { useEndpoint } from '../api/use-endpoint.js';

/** Names of the watched topics by id. */
export function useTopicNames(): ReadonlyMap<string, string> {
  const topics = useEndpoint(listTopicNames, {}, { staleTime: 60_000 }).data?.items ?? [];
  return new Map(topics.map(({ id, name }) => [id, name]));
}
