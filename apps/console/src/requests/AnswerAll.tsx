import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerAll, type AnswerRequestDetail, previewAnswers } from '#contract/requests';
import type { ResponseOf } from '#platform/contract';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { filledIn } from '../reply/filled-in.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { AnswerAllRow } from './AnswerAllRow.js';
import { rendered } from './rendered.js';
import { TOUCHED_BY_REPLIES } from './touched.js';
import { useFirstWordings } from './use-first-wordings.js';

type Item = ResponseOf<typeof previewAnswers>['items'][number];
type Result = ResponseOf<typeof answerAll>['results'][number];
type Values = Readonly<Record<string, string>>;

/** Answers what waits in one go: each reply is shown as it will be published, and is a publication of its own. */
export function AnswerAll({ request }: { request: AnswerRequestDetail }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const params = { requestId: request.id };
  const reading = useEndpoint(previewAnswers, { params });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<ReadonlyMap<string, Values>>(new Map());
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const sending = useChange(answerAll, {
    touches: TOUCHED_BY_REPLIES,
    onDone: (response) => {
      setResults(
        (before) => new Map([...before, ...response.results.map((one) => [one.mentionId, one] as const)]),
      );
      const count = response.results.filter(({ outcome }) => outcome === 'queued').length;
      if (count > 0) notify({ text: t('requests.sent', { count }) });
    },
  });
  const gathered = useMemo(() => request.gathered.map(({ mention }) => mention), [request.gathered]);
  const words = useFirstWordings(gathered);
  const { data } = reading;
  if (!data) {
    return (
      <Section title={t('requests.answerTitle')} heading="h2">
        {reading.error ? (
          <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
        ) : (
          <LoadingState rows={2} height={96} />
        )}
      </Section>
    );
  }
  const mentions = new Map(gathered.map((mention) => [mention.id, mention]));
  const valuesOf = (item: Item) => typed.get(item.mentionId) ?? item.placeholders;
  const sendable = (item: Item) => {
    const mention = mentions.get(item.mentionId);
    return (
      mention !== undefined &&
      !words.isChanged(mention) &&
      rendered(item, data.answer.placeholders, valuesOf(item), mention.network)?.fits === true
    );
  };
  const chosen = data.items.filter((item) => !left.has(item.mentionId) && sendable(item));
  const send = () =>
    sending.mutate({
      params,
      body: {
        items: chosen.flatMap((item) => {
          const mention = mentions.get(item.mentionId);
          if (item.answerVariantId === null || !mention) return [];
          return [
            {
              mentionId: item.mentionId,
              answerVariantId: item.answerVariantId,
              placeholders: filledIn(valuesOf(item)),
              wording: words.wordingOf(mention),
            },
          ];
        }),
      },
    });
  const refused = [...results.values()].filter(({ outcome }) => outcome === 'refused').length;
  return (
    <Section title={t('requests.answerTitle')} heading="h2">
      {results.size > 0 ? (
        <Alert severity={refused > 0 ? 'warning' : 'success'} role="status" sx={{ mb: 1.5 }}>
          {t('requests.sent', { count: results.size - refused })}
          {refused > 0 ? ` ${t('requests.refused', { count: refused })}` : ''}
        </Alert>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {data.items.map((item) => {
          const mention = mentions.get(item.mentionId);
          if (!mention) return null;
          return (
            <li key={item.mentionId}>
              <AnswerAllRow
                item={item}
                mention={mention}
                placeholders={data.answer.placeholders}
                values={valuesOf(item)}
                chosen={!left.has(item.mentionId)}
                result={results.get(item.mentionId)}
                onRead={words.isChanged(mention) ? () => words.read(mention) : null}
                onChoose={() => {
                  const next = new Set(left);
                  if (!next.delete(item.mentionId)) next.add(item.mentionId);
                  setLeft(next);
                }}
                onValues={(values) => setTyped(new Map([...typed, [item.mentionId, values]]))}
              />
            </li>
          );
        })}
      </Box>
      <ProblemAlert error={sending.error} sx={{ mt: 1.5 }} />
      <Button
        variant="contained"
        size="large"
        sx={{ mt: 2 }}
        loading={sending.isPending}
        disabled={chosen.length === 0}
        onClick={send}
      >
        {t('requests.answerAll', { count: chosen.length })}
      </Button>
    </Section>
  );
}
