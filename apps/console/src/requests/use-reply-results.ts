import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentReplies } from '#contract/requests';
import { useNotify } from '../shared/Notices.js';

export type ReplyResult = SentReplies['results'][number];

/** What became of each reply that was sent together with others, over several tries. */
export function useReplyResults() {
  const { t } = useTranslation();
  const notify = useNotify();
  const [results, setResults] = useState<ReadonlyMap<string, ReplyResult>>(new Map());
  const take = useCallback(
    (sent: SentReplies) => {
      setResults(
        (before) => new Map([...before, ...sent.results.map((one) => [one.mentionId, one] as const)]),
      );
      const count = sent.results.filter(({ outcome }) => outcome === 'queued').length;
      if (count > 0) notify({ text: t('requests.sent', { count }) });
    },
    [notify, t],
  );
  return { results, take };
}
