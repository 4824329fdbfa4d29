import Typography from '@mui/material/Typography';
import type { MentionSummary } from '#contract/mentions';
import { highlight } from './highlight.js';

interface MentionTextProps {
  mention: Pick<MentionSummary, 'text' | 'language' | 'languageKnown'>;
  /** Words that weighed in the judgement. */
  words: readonly string[];
}

/** The text as it was written, with the words that weighed marked. */
export function MentionText({ mention, words }: MentionTextProps) {
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
