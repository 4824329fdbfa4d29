import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Suggestion } from '#contract/answers';
import { previewReply } from '#contract/replies';
import type { ResponseOf } from '#platform/contract';
import { call } from '../api/client.js';
import { useDebounced } from '../shared/use-debounced.js';
import { filledIn } from './filled-in.js';
import { isComplete, placeholdersOf } from './placeholders-of.js';

const TYPING_PAUSE_MS = 300;

/** What the server would publish with these values; `current` once it is of exactly the values in the fields. */
export function useReplyPreview(
  mentionId: string,
  answer: Pick<Suggestion, 'variantId' | 'body' | 'placeholders'>,
  values: Readonly<Record<string, string>>,
) {
  const settled = useDebounced(values, TYPING_PAUSE_MS);
  const body = { answerVariantId: answer.variantId, placeholders: filledIn(settled) };
  const complete = isComplete(placeholdersOf(answer), settled);
  const query = useQuery<ResponseOf<typeof previewReply>, Error>({
    queryKey: [previewReply.path, mentionId, body],
    queryFn: ({ signal }) => call(previewReply, { params: { mentionId }, body }, { signal }),
    enabled: complete,
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  return {
    data: complete && !query.error ? query.data : undefined,
    error: complete ? query.error : null,
    complete,
    current:
      complete && settled === values && query.isSuccess && !query.isPlaceholderData && !query.isFetching,
  };
}
export type ReplyPreviewState = ReturnType<typeof useReplyPreview>;
