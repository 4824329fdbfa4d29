import BegunIcon from '@mui/icons-material/Timelapse';
import CompletedIcon from '@mui/icons-material/CheckCircle';
import UntouchedIcon from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { LessonState } from '#rules/fundamentals';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';

const ICONS = { untouched: UntouchedIcon, begun: BegunIcon, completed: CompletedIcon };
const COLOURS: Record<LessonState, string> = {
  untouched: 'text.secondary',
  begun: 'info.main',
  completed: 'success.main',
};

/** Where a lesson stands: a shape and a word. `small`: the word is only read aloud, where a column says what it is about. */
export function LessonStateMark({ state, small = false }: { state: LessonState; small?: boolean }) {
  const { t } = useTranslation();
  const Icon = ICONS[state];
  const word = t(`fundamentals.state.${state}`);
  return (
    <Box
      component="span"
      title={small ? word : undefined}
      // The hidden word is placed in here: elsewhere it would widen the page beyond a table that scrolls.
      sx={{
        ...{ position: 'relative', display: 'inline-flex', alignItems: 'center', gap: 0.5 },
        color: COLOURS[state],
      }}
    >
      <Icon fontSize="small" aria-hidden="true" />
      {small ? <VisuallyHidden>{word}</VisuallyHidden> : word}
    </Box>
  );
}
