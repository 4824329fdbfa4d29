import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/answers';
import type { MentionSummary } from '#contract/mentions';
import { ComposeReply } from './ComposeReply.js';
import { SuggestionPicker } from './SuggestionPicker.js';

interface ReplyPanelProps {
  mention: MentionSummary;
  onEscalate: () => void;
  onClose: () => void;
  /** Shown where no approved answer fits: the way to ask for one. */
  whenNoneFits?: ReactNode;
}

/** Answering with an approved answer: pick, fill in, see, send. There is no free text anywhere in it. */
export function ReplyPanel({ mention, onEscalate, onClose, whenNoneFits }: ReplyPanelProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const [picked, setPicked] = useState<Suggestion | null>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
    // A field inside may have taken the focus already.
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus();
  }, [picked]);
  return (
    <Box
      component="section"
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      sx={{
        border: 2,
        borderColor: 'primary.main',
        borderRadius: 1,
        bgcolor: 'background.paper',
        outline: 'none',
        p: 2,
        display: 'grid',
        gap: 1.5,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography id={titleId} variant="h2" component="h3" sx={{ flex: '1 1 180px' }}>
          {t(picked ? 'reply.compose' : 'reply.pick')}
        </Typography>
        {picked ? <Button onClick={() => setPicked(null)}>{t('reply.other')}</Button> : null}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </Box>
      {mention.state === 'answered' ? (
        <Alert severity="warning">{t('problems.mention-already-answered')}</Alert>
      ) : null}
      {picked ? (
        <ComposeReply mention={mention} answer={picked} onSent={onClose} />
      ) : (
        <SuggestionPicker
          mention={mention}
          onPick={setPicked}
          onEscalate={onEscalate}
          whenNoneFits={whenNoneFits}
        />
      )}
    </Box>
  );
}
