import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/answers';
import { useNetworkName } from '../shared/network-name.js';
import { Key } from '../shared/Key.js';
import { Confidence } from './Confidence.js';
import { PlaceholderText } from './PlaceholderText.js';

interface SuggestionCardProps {
  suggestion: Suggestion;
  /** Place in the list, from 1: also its key. */
  number: number;
  showConfidence: boolean;
  onPick: () => void;
}

/** An approved answer, and why it is proposed. */
export function SuggestionCard({ suggestion, number, showConfidence, onPick }: SuggestionCardProps) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  return (
    <ButtonBase
      onClick={onPick}
      sx={{
        width: '100%',
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 0.75,
        textAlign: 'start',
        p: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        '&:hover': { borderColor: 'primary.main', bgcolor: 'action.hover' },
      }}
    >
      <Box
        component="span"
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1, width: '100%' }}
      >
        <Key>{number}</Key>
        <Typography variant="h3" component="span" sx={{ flex: '1 1 180px' }}>
          {suggestion.question}
        </Typography>
        {showConfidence ? <Confidence value={suggestion.confidence} /> : null}
      </Box>
      <Typography
        variant="body2"
        component="span"
        lang={suggestion.language}
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        <PlaceholderText body={suggestion.body} placeholders={suggestion.placeholders} />
      </Typography>
      <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
        {suggestion.kind === 'holding_statement' ? (
          <Chip label={t('vocabulary.answerKind.holding_statement')} color="secondary" />
        ) : null}
        <Chip label={t(`vocabulary.strategy.${suggestion.strategy}`)} />
        {suggestion.sensitivity === 'low' ? null : (
          <Chip
            label={t(`vocabulary.sensitivity.${suggestion.sensitivity}`)}
            color="warning"
            variant="outlined"
          />
        )}
        {suggestion.network ? (
          <Chip
            label={t('reply.writtenFor', { network: networkName(suggestion.network) })}
            variant="outlined"
          />
        ) : null}
        {suggestion.otherLanguage ? (
          <Chip label={t('reply.otherLanguage')} color="warning" variant="outlined" />
        ) : null}
        <Typography variant="caption" component="span" sx={{ color: 'text.secondary' }}>
          {t('reply.version', { number: suggestion.versionNumber })} ·{' '}
          {suggestion.timesUsed > 0
            ? t('reply.timesUsed', { count: suggestion.timesUsed })
            : t('reply.neverUsed')}
        </Typography>
      </Box>
      {suggestion.matchedWords.length > 0 ? (
        <Typography variant="caption" component="span" sx={{ color: 'text.secondary' }}>
          {t('reply.matched')}{' '}
          {suggestion.matchedWords.map((word) => (
            <Box component="mark" key={word} sx={{ marginInlineEnd: 0.5 }}>
              {word}
            </Box>
          ))}
        </Typography>
      ) : null}
      {suggestion.doNotSay ? (
        <Typography variant="caption" component="span" sx={{ color: 'error.main', whiteSpace: 'pre-wrap' }}>
          <strong>{t('reply.doNotSay')}</strong> {suggestion.doNotSay}
        </Typography>
      ) : null}
    </ButtonBase>
  );
}
