import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Suggestion, suggestAnswers } from '#contract/answers';
import type { MentionSummary } from '#contract/mentions';
import { type Locale, LOCALES } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useDebounced } from '../shared/use-debounced.js';
import { useNumberKeys } from './use-number-keys.js';
import { NoneFits } from './NoneFits.js';
import { SuggestionList } from './SuggestionList.js';
import { useSuggestionCorrections } from './use-suggestion-corrections.js';

interface SuggestionPickerProps {
  mention: MentionSummary;
  onPick: (suggestion: Suggestion) => void;
  /** Null where there is nobody to ask from here. */
  onEscalate: (() => void) | null;
  /** Asks departments for an answer that is missing; null where that is not possible from here. */
  onAskAnswer: (() => void) | null;
  /** It stands in a dialog: its number keys work there. */
  inDialog?: boolean;
}

const TYPING_PAUSE_MS = 300;

/** Approved answers that fit the mention, and the way into the library and to the departments when none does. */
export function SuggestionPicker(props: SuggestionPickerProps) {
  const { mention, onPick, onEscalate, onAskAnswer, inDialog = false } = props;
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useState('');
  const [language, setLanguage] = useState<Locale | null>(null);
  const [nearestOpen, setNearestOpen] = useState(false);
  const searched = useDebounced(search.trim(), TYPING_PAUSE_MS);
  const suggestions = useEndpoint(
    suggestAnswers,
    {
      params: { mentionId: mention.id },
      query: { search: searched || undefined, language: language ?? undefined },
    },
    { placeholderData: (previous) => previous },
  );
  const items = suggestions.data?.items ?? [];
  const noneFits = searched === '' && suggestions.data?.noneFits === true;
  const shown = noneFits && !nearestOpen ? [] : items;
  const corrections = useSuggestionCorrections(mention.id, items);
  const pick = (item: Suggestion) => {
    // Choosing what was not suggested first teaches what should have been.
    const first = !searched && !noneFits && items[0]?.answerId === item.answerId;
    if (!first) corrections.better(item.answerId);
    onPick(item);
  };
  useNumberKeys(
    shown.length,
    (index) => {
      const item = shown[index];
      if (item) pick(item);
    },
    inDialog,
  );
  const askAnswer =
    onAskAnswer && may('mentions.triage') ? (
      <Button variant={noneFits ? 'contained' : 'outlined'} onClick={onAskAnswer}>
        {t('requests.ask')}
      </Button>
    ) : null;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <TextField
          type="search"
          label={t('reply.searchLibrary')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          sx={{ flex: '1 1 220px' }}
        />
        <ToggleButtonGroup
          size="small"
          exclusive
          value={language}
          aria-label={t('reply.language')}
          onChange={(_, next: Locale | null) => setLanguage(next)}
        >
          {LOCALES.map((code) => (
            <ToggleButton key={code} value={code} sx={{ px: 1.5 }}>
              {code.toUpperCase()}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      {suggestions.isPending ? <LoadingState rows={3} height={96} /> : null}
      {suggestions.error ? (
        <ErrorState error={suggestions.error} onRetry={() => void suggestions.refetch()} />
      ) : null}
      {suggestions.data && items.length === 0 && searched ? (
        <Typography variant="body2" sx={{ py: 1 }}>
          {t('reply.noneFound')}
        </Typography>
      ) : null}
      {noneFits ? (
        <NoneFits
          saidBy={suggestions.data?.noneFitsSaidBy ?? 0}
          nearest={items.length}
          open={nearestOpen}
          onToggle={() => setNearestOpen((open) => !open)}
          whenNoneFits={askAnswer}
        />
      ) : null}
      <SuggestionList
        items={shown}
        searched={searched !== ''}
        busy={corrections.busy}
        onPick={pick}
        onRefuse={({ answerId }) => corrections.doesNotFit(answerId)}
      />
      {corrections.error ? <ProblemAlert error={corrections.error} /> : null}
      {suggestions.data ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          {suggestions.data.correctedByMe ? (
            <>
              <Typography variant="body2" role="status" sx={{ flex: '1 1 200px' }}>
                {t(mention.realm === 'training' ? 'reply.corrected.training' : 'reply.corrected.learned')}
              </Typography>
              <Button disabled={corrections.busy} onClick={corrections.withdraw}>
                {t('reply.corrected.withdraw')}
              </Button>
            </>
          ) : (
            <Typography variant="body2" sx={{ color: 'text.secondary', flex: '1 1 200px' }}>
              {t('reply.nothingFits')}
            </Typography>
          )}
          {!noneFits && !searched && items.length > 0 ? (
            <Button disabled={corrections.busy} onClick={corrections.noneFits}>
              {t('reply.noneFits.say')}
            </Button>
          ) : null}
          {noneFits ? null : askAnswer}
          {onEscalate ? (
            <Button variant="outlined" onClick={onEscalate}>
              {t('inbox.action.escalate')}
            </Button>
          ) : null}
        </Box>
      ) : null}
    </>
  );
}
