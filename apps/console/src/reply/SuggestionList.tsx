import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/answers';
import { SuggestionCard } from './SuggestionCard.js';

interface SuggestionListProps {
  items: readonly Suggestion[];
  /** Found by words typed: nothing is claimed of how well they fit. */
  searched: boolean;
  busy: boolean;
  onPick: (suggestion: Suggestion) => void;
  onRefuse: (suggestion: Suggestion) => void;
}

/** Suggestions in order, each to be picked, or said not to fit. */
export function SuggestionList({ items, searched, busy, onPick, onRefuse }: SuggestionListProps) {
  const { t } = useTranslation();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {items.map((item, index) => (
        <li key={item.variantId}>
          <SuggestionCard
            suggestion={item}
            number={index + 1}
            showConfidence={!searched}
            onPick={() => onPick(item)}
          />
          {searched ? null : (
            <Box sx={{ display: 'flex', justifyContent: 'flex-end', minHeight: 24 }}>
              {item.refusedBy > 0 ? (
                <Typography variant="caption" sx={{ color: 'text.secondary', p: 0.5 }}>
                  {t('reply.refusedBy', { count: item.refusedBy })}
                </Typography>
              ) : (
                <Button
                  size="small"
                  color="inherit"
                  disabled={busy}
                  aria-label={t('reply.doesNotFitLabel', { question: item.question })}
                  onClick={() => onRefuse(item)}
                >
                  {t('reply.doesNotFit')}
                </Button>
              )}
            </Box>
          )}
        </li>
      ))}
    </Box>
  );
}
