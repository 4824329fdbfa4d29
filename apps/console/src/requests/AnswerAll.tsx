import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answerAll, type AnswerRequestDetail, previewAnswers } from '#contract/requests';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ReplyRows } from './ReplyRows.js';
import { TOUCHED_BY_REPLIES } from './touched.js';
import { useReplyResults } from './use-reply-results.js';

/** Answers what waits in one go: each reply is shown as it will be published, and is a publication of its own. */
export function AnswerAll({ request }: { request: AnswerRequestDetail }) {
  const { t } = useTranslation();
  const params = { requestId: request.id };
  const { data, error, refetch } = useEndpoint(previewAnswers, { params });
  const { results, take } = useReplyResults();
  const sending = useChange(answerAll, { touches: TOUCHED_BY_REPLIES, onDone: take });
  const mentions = useMemo(() => request.gathered.map(({ mention }) => mention), [request.gathered]);
  return (
    <Section title={t('requests.answerTitle')} heading="h2">
      {data ? (
        <ReplyRows
          preview={data}
          mentions={mentions}
          results={results}
          busy={sending.isPending}
          error={sending.error}
          onSend={(items) => sending.mutate({ params, body: { items } })}
        />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={2} height={96} />
      )}
    </Section>
  );
}
