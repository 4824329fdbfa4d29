import {
  correctSuggestions,
  suggestAnswers,
  type Suggestion,
  withdrawSuggestionCorrections,
} from '#contract/answers';
import { useChange } from '../api/use-endpoint.js';

/** Saying of the suggestions for a mention that they do not fit, or that another answer is better. */
export function useSuggestionCorrections(mentionId: string, shown: readonly Suggestion[]) {
  const correcting = useChange(correctSuggestions, { touches: [suggestAnswers] });
  const withdrawing = useChange(withdrawSuggestionCorrections, { touches: [suggestAnswers] });
  const params = { mentionId };
  const shownAnswerIds = shown.map(({ answerId }) => answerId);
  return {
    noneFits: () => correcting.mutate({ params, body: { verdict: 'none_fits', shownAnswerIds } }),
    doesNotFit: (answerId: string) =>
      correcting.mutate({ params, body: { verdict: 'does_not_fit', answerId, shownAnswerIds } }),
    better: (answerId: string) =>
      correcting.mutate({ params, body: { verdict: 'better', answerId, shownAnswerIds } }),
    withdraw: () => withdrawing.mutate({ params }),
    busy: correcting.isPending || withdrawing.isPending,
    error: correcting.error ?? withdrawing.error,
  };
}
