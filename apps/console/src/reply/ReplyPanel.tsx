import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import type { Reply } from '#contract/replies';
import { useAskedAnswer } from '../requests/use-asked-answer.js';
import { LoadingState } from '../shared/LoadingState.js';
import { type AnswerToCompose, ComposeReply } from './ComposeReply.js';
import { EditedWarning } from './EditedWarning.js';
import { SuggestionPicker } from './SuggestionPicker.js';
import { useSeenWording } from './use-seen-wording.js';

interface ReplyPanelProps {
  mention: MentionSummary;
  /** A published reply that the picked answer shall correct. */
  corrects?: Reply;
  /** Null where there is nobody to ask from here. */
  onEscalate: (() => void) | null;
  /** Asks departments for an answer that is missing; null where that is not possible from here. */
  onAskAnswer: (() => void) | null;
  onClose: () => void;
}

/** Answering with an approved answer: pick, fill in, see, send. There is no free text anywhere in it. */
export function ReplyPanel({ mention, corrects, onEscalate, onAskAnswer, onClose }: ReplyPanelProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<AnswerToCompose | null | undefined>();
  // An answer that was asked for from here is picked already; another one can be had all the same.
  const asked = useAskedAnswer(mention);
  const picked = chosen === undefined && !corrects ? (asked.ready ?? null) : (chosen ?? null);
  const seen = useSeenWording(mention);
  const waiting = chosen === undefined && !corrects && asked.pending;
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
          {t(corrects ? 'reply.correctTitle' : picked ? 'reply.compose' : 'reply.pick')}
        </Typography>
        {picked ? <Button onClick={() => setChosen(null)}>{t('reply.other')}</Button> : null}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </Box>
      {mention.state === 'answered' && !corrects ? (
        <Alert severity="warning">{t('problems.mention-already-answered')}</Alert>
      ) : null}
      {waiting ? (
        <LoadingState rows={2} height={72} />
      ) : picked ? (
        <ComposeReply
          key={picked.variantId}
          mention={mention}
          answer={picked}
          values={picked === asked.ready ? asked.values : undefined}
          corrects={corrects}
          seen={seen}
          onSent={onClose}
        />
      ) : (
        <>
          {seen.changed ? <EditedWarning text={mention.text} onRead={seen.read} /> : null}
          <SuggestionPicker
            mention={mention}
            onPick={setChosen}
            onEscalate={onEscalate}
            onAskAnswer={onAskAnswer}
          />
        </>
      )}
    </Box>
  );
}
