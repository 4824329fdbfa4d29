import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Suggestion, suggestAnswers } from '#contract/answers';
import type { EscalationAsk, EscalationDetail } from '#contract/escalation';
import { renderVariant } from '#rules/answers';
import { SECOND_PERSON_LEVEL } from '#rules/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { filledIn } from '../reply/filled-in.js';
import { PlaceholderField } from '../reply/PlaceholderField.js';
import { placeholdersOf } from '../reply/placeholders-of.js';
import { SuggestionCard } from '../reply/SuggestionCard.js';
import { useNumberKeys } from '../reply/use-number-keys.js';
import { DoNotSay } from '../shared/DoNotSay.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useDebounced } from '../shared/use-debounced.js';
import type { EscalationActs } from './use-escalation-acts.js';

interface UseAnswerProps {
  detail: EscalationDetail;
  ask: EscalationAsk;
  decide: EscalationActs['decide'];
}

/** Approved answers that fit: a number picks one, Enter decides to use it. */
export function UseAnswer({ detail, ask, decide }: UseAnswerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const searched = useDebounced(search.trim(), 300);
  const [picked, setPicked] = useState<Suggestion | null>(null);
  const mentionId = detail.mentionSummaries[0]?.id ?? '';
  const suggestions = useEndpoint(
    suggestAnswers,
    { params: { mentionId }, query: { search: searched || undefined } },
    { placeholderData: (previous) => previous },
  );
  const items = suggestions.data?.items.slice(0, 5) ?? [];
  useNumberKeys(picked ? 0 : items.length, (index) => setPicked(items[index] ?? null));
  return (
    <Section
      title={t('escalations.answersFor')}
      action={picked ? <Button onClick={() => setPicked(null)}>{t('reply.other')}</Button> : null}
    >
      {picked ? (
        <ChosenAnswer detail={detail} ask={ask} answer={picked} decide={decide} />
      ) : (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <TextField
            type="search"
            label={t('reply.searchLibrary')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {suggestions.isPending ? <LoadingState rows={2} height={80} /> : null}
          {suggestions.error ? (
            <ErrorState error={suggestions.error} onRetry={() => void suggestions.refetch()} />
          ) : null}
          {suggestions.data && items.length === 0 ? (
            <Typography variant="body2">{t('escalations.answersNone')}</Typography>
          ) : null}
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
            {items.map((item, index) => (
              <li key={item.variantId}>
                <SuggestionCard
                  suggestion={item}
                  number={index + 1}
                  showConfidence
                  onPick={() => setPicked(item)}
                />
              </li>
            ))}
          </Box>
        </Box>
      )}
    </Section>
  );
}

function ChosenAnswer({ detail, ask, answer, decide }: UseAnswerProps & { answer: Suggestion }) {
  const { t } = useTranslation();
  const declared = placeholdersOf(answer);
  const [values, setValues] = useState<Record<string, string>>({});
  const rendered = renderVariant(answer.body, answer.placeholders, filledIn(values), answer.language);
  const ready = 'text' in rendered;
  const send = () => {
    if (!ready || decide.isPending) return;
    decide.mutate({
      params: { escalationId: detail.id, askId: ask.id },
      body: {
        kind: 'use_answer',
        answerVariantId: answer.variantId,
        placeholders: filledIn(values),
      },
    });
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      sx={{ display: 'grid', gap: 1.5 }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {answer.question} · {t('reply.version', { number: answer.versionNumber })}
      </Typography>
      <DoNotSay text={answer.doNotSay} />
      {declared.map((placeholder, index) => (
        <PlaceholderField
          key={placeholder.name}
          placeholder={placeholder}
          value={values[placeholder.name] ?? ''}
          error={undefined}
          autoFocus={index === 0}
          onChange={(value) => setValues((before) => ({ ...before, [placeholder.name]: value }))}
        />
      ))}
      <Typography lang={answer.language} sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {'text' in rendered ? rendered.text : answer.body}
      </Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('escalations.publishes', { count: detail.mentions })}
      </Typography>
      {detail.level >= SECOND_PERSON_LEVEL ? (
        <Alert severity="info">{t('escalations.secondPersonHint')}</Alert>
      ) : null}
      <ProblemAlert error={decide.error} />
      <Button
        type="submit"
        variant="contained"
        disabled={!ready}
        loading={decide.isPending}
        autoFocus={declared.length === 0}
        sx={{ justifySelf: 'start' }}
      >
        {t('escalations.chosenAnswer')}
      </Button>
    </Box>
  );
}
