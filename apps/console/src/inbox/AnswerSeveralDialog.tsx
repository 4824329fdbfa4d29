import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/answers';
import type { MentionSummary } from '#contract/mentions';
import { answerSeveral, MOST_MENTIONS, previewAnswer } from '#contract/requests';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { SuggestionPicker } from '../reply/SuggestionPicker.js';
import { ReplyRows } from '../requests/ReplyRows.js';
import { TOUCHED_BY_REPLIES } from '../requests/touched.js';
import { useReplyResults } from '../requests/use-reply-results.js';
import { DoNotSay } from '../shared/DoNotSay.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { Quoted } from '../shared/Quoted.js';

interface AnswerSeveralDialogProps {
  /** Those that were ticked when it was opened, as they stand now. */
  mentions: readonly MentionSummary[];
  /** Of which a reply is on its way: they need no tick any more. */
  onAnswered: (mentionIds: readonly string[]) => void;
  /** Nothing fits: asks departments for the answer that is missing. */
  onAskAnswer: (mention: MentionSummary) => void;
  onClose: () => void;
}

/** One approved answer for everybody who asks the same: pick it once, see each reply, publish them together. */
export function AnswerSeveralDialog(props: AnswerSeveralDialogProps) {
  const { mentions, onAnswered, onAskAnswer, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const theme = useTheme();
  const phone = useMediaQuery(theme.breakpoints.down('sm'), { noSsr: true });
  const asked = useMemo(() => mentions.slice(0, MOST_MENTIONS), [mentions]);
  const [picked, setPicked] = useState<Suggestion | null>(null);
  const [first] = mentions;
  return (
    <Dialog open fullWidth maxWidth="md" fullScreen={phone} onClose={onClose} aria-labelledby={titleId}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, paddingInlineEnd: 2 }}>
        <DialogTitle id={titleId} sx={{ flex: '1 1 240px' }}>
          {t('reply.several.title', { count: asked.length })}
        </DialogTitle>
        {picked ? <Button onClick={() => setPicked(null)}>{t('reply.other')}</Button> : null}
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Box>
      <DialogContent sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        {mentions.length > asked.length ? (
          <Typography variant="body2">{t('reply.several.most', { most: MOST_MENTIONS })}</Typography>
        ) : null}
        {picked ? (
          <Replies answer={picked} mentions={asked} onAnswered={onAnswered} onDone={onClose} />
        ) : first ? (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('reply.several.pick')}
            </Typography>
            <Quoted text={first.text} />
            <SuggestionPicker
              inDialog
              mention={first}
              onPick={setPicked}
              onEscalate={null}
              onAskAnswer={() => onAskAnswer(first)}
            />
          </>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}

interface RepliesProps {
  answer: Suggestion;
  mentions: readonly MentionSummary[];
  onAnswered: (mentionIds: readonly string[]) => void;
  onDone: () => void;
}

function Replies({ answer, mentions, onAnswered, onDone }: RepliesProps) {
  const { t } = useTranslation();
  const params = { answerId: answer.answerId };
  const { data, error, refetch } = useEndpoint(previewAnswer, {
    params,
    body: { mentionIds: mentions.map(({ id }) => id) },
  });
  const { results, take } = useReplyResults();
  const sending = useChange(answerSeveral, {
    touches: TOUCHED_BY_REPLIES,
    onDone: (sent) => {
      take(sent);
      const queued = sent.results.filter(({ outcome }) => outcome === 'queued');
      onAnswered(queued.map(({ mentionId }) => mentionId));
      // What was refused stays on the screen with its reason.
      if (queued.length === sent.results.length) onDone();
    },
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={3} height={96} />;
  return (
    <>
      <Typography variant="h3">
        {answer.question} · {t('reply.version', { number: data.answer.versionNumber })}
      </Typography>
      <DoNotSay text={answer.doNotSay} />
      <ReplyRows
        preview={data}
        mentions={mentions}
        leftOut={mentions.filter(({ state }) => !OPEN.includes(state)).map(({ id }) => id)}
        results={results}
        busy={sending.isPending}
        error={sending.error}
        onSend={(items) => sending.mutate({ params, body: { items } })}
      />
    </>
  );
}

/** Others are escalated or decided: they get a reply only where somebody ticks them. */
const OPEN: readonly MentionSummary['state'][] = ['new', 'in_progress'];
