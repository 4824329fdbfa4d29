import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { MentionState } from '#contract/mentions';

const LOOKS: Record<MentionState, { mark: string; colour: string }> = {
  new: { mark: '○', colour: 'info.main' },
  in_progress: { mark: '◐', colour: 'secondary.main' },
  answered: { mark: '✓', colour: 'success.main' },
  escalated: { mark: '↑', colour: 'warning.main' },
  no_reply: { mark: '–', colour: 'text.secondary' },
};

/** Where the handling of a mention stands: sign and word. */
export function StateMark({ state }: { state: MentionState }) {
  const { t } = useTranslation();
  const { mark, colour } = LOOKS[state];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        gap: 0.5,
        fontSize: '0.78125rem',
        fontWeight: 600,
        color: colour,
        whiteSpace: 'nowrap',
      }}
    >
      <span aria-hidden="true">{mark}</span>
      {t(`vocabulary.mentionState.${state}`)}
    </Box>
  );
}
