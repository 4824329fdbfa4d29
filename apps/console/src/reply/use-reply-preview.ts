import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Suggestion } from '#contract/answers';
import { previewReply } from '#contract/replies';
import type { RequestOf, ResponseOf } from '#platform/contract';
import { call } from '../api/client.js';
import { useDebounced } from '../shared/use-debounced.js';
import { filledIn } from './filled-in.js';
import { isComplete, placeholdersOf } from './placeholders-of.js';

const TYPING_PAUSE_MS = 300;

type Choice = RequestOf<typeof previewReply>['body'];
type Previewed = ResponseOf<typeof previewReply>;

/** What the server would publish with these values; `current` once it is of exactly the values in the fields. */
export function useReplyPreview(
  mentionId: string,
  answer: Pick<Suggestion, 'variantId' | 'body' | 'placeholders'>,
  values: Readonly<Record<string, string>>,
  wording: number,
) {
  return usePreview([previewReply.path, mentionId], answer, { values, wording }, (body, signal) =>
    call(previewReply, { params: { mentionId }, body }, { signal }),
  );
}

/** The same by another way of asking; `key` names what is asked about, `wording` what was read of the post. */
export function usePreview(
  key: readonly string[],
  answer: Pick<Suggestion, 'variantId' | 'body' | 'placeholders'>,
  { values, wording }: { values: Readonly<Record<string, string>>; wording: number },
  ask: (choice: Choice, signal: AbortSignal) => Promise<Previewed>,
) {
  const settled = useDebounced(values, TYPING_PAUSE_MS);
  const body = { answerVariantId: answer.variantId, placeholders: filledIn(settled), wording };
  const complete = isComplete(placeholdersOf(answer), settled);
  const query = useQuery<Previewed, Error>({
    queryKey: [...key, body],
    queryFn: ({ signal }) => ask(body, signal),
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
export type ReplyPreviewState = ReturnType<typeof usePreview>;
