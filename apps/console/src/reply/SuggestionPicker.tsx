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
import { useDebounced } from '../shared/use-debounced.js';
import { useNumberKeys } from './use-number-keys.js';
import { SuggestionCard } from './SuggestionCard.js';

interface SuggestionPickerProps {
  mention: MentionSummary;
  onPick: (suggestion: Suggestion) => void;
  onEscalate: () => void;
  /** Asks departments for an answer that is missing. */
  onAskAnswer: () => void;
}

const TYPING_PAUSE_MS = 300;

/** Approved answers that fit the mention, and the way into the library and to the departments when none does. */
export function SuggestionPicker({ mention, onPick, onEscalate, onAskAnswer }: SuggestionPickerProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useState('');
  const [language, setLanguage] = useState<Locale | null>(null);
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
  useNumberKeys(items.length, (index) => {
    const item = items[index];
    if (item) onPick(item);
  });
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
      {suggestions.data && items.length === 0 ? (
        <Typography variant="body2" sx={{ py: 1 }}>
          {t(searched ? 'reply.noneFound' : 'reply.noneSuggested')}
        </Typography>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {items.map((item, index) => (
          <li key={item.variantId}>
            <SuggestionCard suggestion={item} number={index + 1} onPick={() => onPick(item)} />
          </li>
        ))}
      </Box>
      {suggestions.data ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
            {t('reply.nothingFits')}
          </Typography>
          {may('mentions.triage') ? (
            <Button variant="outlined" onClick={onAskAnswer}>
              {t('requests.ask')}
            </Button>
          ) : null}
          <Button variant="outlined" onClick={onEscalate}>
            {t('inbox.action.escalate')}
          </Button>
        </Box>
      ) : null}
    </>
  );
}
