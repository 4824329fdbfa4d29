import type { MentionSummary } from '#contract/mentions';
import { readAskedAnswer } from '#contract/requests';
import { useEndpoint } from '../api/use-endpoint.js';

/** The answer that was asked for from a mention, once it may be used, with what can be filled in from the mention. */
export function useAskedAnswer({ id, request }: Pick<MentionSummary, 'id' | 'request'>) {
  const enabled = request?.state === 'ready' && request.standing === 'attached';
  const reading = useEndpoint(readAskedAnswer, { params: { mentionId: id } }, { enabled });
  return {
    ready: enabled ? (reading.data?.ready ?? null) : null,
    values: reading.data?.values,
    pending: enabled && reading.isPending,
  };
}
