import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MentionSummary } from '#contract/mentions';
import { attachMentions, detachMention, readAskedAnswer } from '#contract/requests';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { DueClock } from './DueClock.js';
import { TOUCHED } from './touched.js';

interface RequestNoteProps {
  mention: MentionSummary;
  answering: boolean;
  onAnswer: () => void;
}

/** What was asked for this mention: still being written, ready, or asked for a similar one that it could join. */
export function RequestNote({ mention, answering, onAnswer }: RequestNoteProps) {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useEndpoint(readAskedAnswer, { params: { mentionId: mention.id } });
  const attach = useChange(attachMentions, { touches: TOUCHED });
  const detach = useChange(detachMention, { touches: TOUCHED });
  const request = reading.data?.request ?? reading.data?.proposed;
  if (!request || mention.state === 'answered' || mention.state === 'no_reply') return null;
  const proposed = reading.data?.request === null;
  const ready = !proposed && request.state === 'ready';
  const params = { requestId: request.id };
  return (
    <Alert severity={ready ? 'success' : 'info'} variant="outlined" role="status">
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {t(proposed ? 'requests.note.proposed' : ready ? 'requests.note.ready' : 'requests.note.asked')}
      </Typography>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {request.question}
      </Typography>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, mt: 0.5 }}
      >
        <Typography variant="caption">{t(`requests.state.${request.state}`)}</Typography>
        <DueClock request={request} />
        {ready && may('replies.send') && !answering ? (
          <Button size="small" variant="contained" onClick={onAnswer}>
            {t('requests.note.answer')}
          </Button>
        ) : null}
        {proposed && may('mentions.triage') ? (
          <>
            <Button
              size="small"
              variant="contained"
              loading={attach.isPending}
              onClick={() => attach.mutate({ params, body: { mentionIds: [mention.id] } })}
            >
              {t('requests.note.join')}
            </Button>
            <Button
              size="small"
              loading={detach.isPending}
              onClick={() => detach.mutate({ params: { ...params, mentionId: mention.id } })}
            >
              {t('requests.note.differs')}
            </Button>
          </>
        ) : null}
        <Button size="small" component={Link} to={`/requests/${request.id}`}>
          {ready && request.mentions.waiting > 1
            ? t('requests.answerAll', { count: request.mentions.waiting })
            : t('requests.show')}
        </Button>
      </Box>
      <ProblemAlert error={attach.error ?? detach.error} sx={{ mt: 1 }} />
    </Alert>
  );
}
