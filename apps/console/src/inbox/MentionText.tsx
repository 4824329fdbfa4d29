import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import { highlight } from './highlight.js';

interface MentionTextProps {
  mention: Pick<MentionSummary, 'erased' | 'text' | 'language' | 'languageKnown'>;
  /** Words that weighed in the judgement. */
  words: readonly string[];
}

/** The text as it was written, with the words that weighed marked. */
export function MentionText({ mention, words }: MentionTextProps) {
  const { t } = useTranslation();
  if (mention.erased) {
    return (
      <Typography sx={{ color: 'text.secondary', fontStyle: 'italic' }}>{t('inbox.erasedText')}</Typography>
    );
  }
  return (
    <Typography
      lang={mention.languageKnown ? mention.language : undefined}
      sx={{ fontSize: '1.0625rem', lineHeight: 1.6, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {highlight(mention.text, words).map((stretch, index) =>
        stretch.marked ? <mark key={index}>{stretch.text}</mark> : stretch.text,
      )}
    </Typography>
  );
}
