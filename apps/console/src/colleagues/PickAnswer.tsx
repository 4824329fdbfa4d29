import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/answers';
import { type MyInvitation, suggestForInvitation } from '#contract/colleagues';
import { useEndpoint } from '../api/use-endpoint.js';
import { SuggestionCard } from '../reply/SuggestionCard.js';
import { useNumberKeys } from '../reply/use-number-keys.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useDebounced } from '../shared/use-debounced.js';

const TYPING_PAUSE_MS = 300;

interface PickAnswerProps {
  invitation: MyInvitation;
  onPick: (suggestion: Suggestion) => void;
}

/** Approved answers for the post, the best first, and a search among them. */
export function PickAnswer({ invitation, onPick }: PickAnswerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const searched = useDebounced(search.trim(), TYPING_PAUSE_MS);
  const suggestions = useEndpoint(
    suggestForInvitation,
    { params: { invitationId: invitation.id }, query: { search: searched || undefined } },
    { placeholderData: (previous) => previous },
  );
  const items = suggestions.data?.items ?? [];
  useNumberKeys(items.length, (index) => {
    const item = items[index];
    if (item) onPick(item);
  });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography>{t('invitations.pickText')}</Typography>
      {suggestions.isPending ? <LoadingState rows={3} height={96} /> : null}
      {suggestions.error ? (
        <ErrorState error={suggestions.error} onRetry={() => void suggestions.refetch()} />
      ) : null}
      {suggestions.data?.noneFits ? <Alert severity="info">{t('invitations.noneFits')}</Alert> : null}
      {suggestions.data && items.length === 0 && searched ? (
        <Typography role="status">{t('invitations.nothingFound')}</Typography>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {items.map((item, index) => (
          <li key={item.variantId}>
            <SuggestionCard
              suggestion={item}
              number={index + 1}
              showConfidence={false}
              onPick={() => onPick(item)}
            />
          </li>
        ))}
      </Box>
      <TextField
        type="search"
        label={t('invitations.search')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
    </Box>
  );
}
