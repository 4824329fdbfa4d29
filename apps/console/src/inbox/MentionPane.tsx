import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MentionDetail, type MentionSummary, readMention } from '#contract/mentions';
import { useEndpoint } from '../api/use-endpoint.js';
import { AskColleague, InvitationNote } from '../colleagues/InvitationNote.js';
import { MentionContact } from '../contacts/MentionContact.js';
import { AttachToIncident } from '../incidents/AttachToIncident.js';
import { ReplyPanel } from '../reply/ReplyPanel.js';
import { ReplyStatus } from '../reply/ReplyStatus.js';
import { RequestNote } from '../requests/RequestNote.js';
import { useSession } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PostPicture } from '../shared/PostPicture.js';
import { MentionStakeholder } from '../stakeholders/MentionStakeholder.js';
import { Conversation } from './Conversation.js';
import { CorrectDialog } from './CorrectDialog.js';
import { DecisionHistory } from './DecisionHistory.js';
import type { AskedDecision } from './DecisionDialogs.js';
import { EditedNote } from './EditedNote.js';
import { EscalationNote } from './EscalationNote.js';
import { MentionActions } from './MentionActions.js';
import { MentionHeader } from './MentionHeader.js';
import { MentionText } from './MentionText.js';
import { setPresence, usePresence } from './presence-store.js';
import { wordsSeen } from './reason-weights.js';
import { useAnnouncePresence } from './use-announce-presence.js';
import type { DecisionBody } from './use-decisions.js';
import { WhyThisLevel } from './WhyThisLevel.js';

interface MentionPaneProps {
  mentionId: string;
  /** What the list knows of it, shown until the rest has been read. */
  summary: MentionSummary | undefined;
  answering: boolean;
  onAnswering: (answering: boolean) => void;
  onBack: () => void;
  onAsk: (decision: AskedDecision, mention: MentionSummary) => void;
  /** Asks departments for an answer that is missing. */
  onAskAnswer: (mention: MentionSummary) => void;
  onDecide: (mention: MentionSummary, body: DecisionBody) => void;
}

/** Everything about one mention, and what can be decided on it. */
export function MentionPane(props: MentionPaneProps) {
  const { mentionId, summary, answering, onAnswering } = props;
  const { t } = useTranslation();
  const reading = useEndpoint(readMention, { params: { mentionId } });
  const detail = reading.data;
  const mention: MentionSummary | undefined = detail ?? summary;
  const [correcting, setCorrecting] = useState(false);
  useAnnouncePresence(mentionId, answering ? 'answering' : 'viewing');
  useEffect(() => {
    if (detail) setPresence(detail.id, detail.presence);
  }, [detail]);
  const words = useMemo(() => wordsSeen(detail?.assessment.reasons ?? []), [detail]);

  if (!mention) {
    return reading.error ? (
      <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
    ) : (
      <Box sx={{ p: 3 }}>
        <LoadingState rows={4} height={72} />
      </Box>
    );
  }
  return (
    <Box
      component="article"
      aria-label={t('inbox.mentionLabel')}
      sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}
    >
      <MentionActions
        mention={mention}
        answering={answering}
        onBack={props.onBack}
        onReply={() => onAnswering(!answering)}
        onAsk={(decision) => props.onAsk(decision, mention)}
        onAskAnswer={() => props.onAskAnswer(mention)}
        onDecide={(body) => props.onDecide(mention, body)}
      />
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: { xs: 2, md: 3 }, py: 2 }} tabIndex={-1}>
        <Box sx={{ maxWidth: 820, mx: 'auto', display: 'grid', gap: 2.5 }}>
          <ColleagueBanner mention={mention} />
          <MentionHeader mention={mention} />
          <MentionText mention={mention} words={words} />
          {detail?.picture ? <PostPicture picture={detail.picture} /> : null}
          {detail ? <EditedNote edits={detail.edits} /> : null}
          {mention.request ? (
            <RequestNote mention={mention} answering={answering} onAnswer={() => onAnswering(true)} />
          ) : null}
          <InvitationNote mention={mention} />
          <ReplyStatus mention={mention} />
          {answering ? (
            <ReplyPanel
              mention={mention}
              onEscalate={() => props.onAsk('escalate', mention)}
              onAskAnswer={() => props.onAskAnswer(mention)}
              onClose={() => onAnswering(false)}
            />
          ) : null}
          <Around mention={mention} />
          {detail ? (
            <Background detail={detail} onCorrect={() => setCorrecting(true)} />
          ) : reading.error ? (
            <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
          ) : (
            <LoadingState rows={3} height={72} />
          )}
        </Box>
      </Box>
      {detail ? (
        <CorrectDialog open={correcting} mention={detail} onClose={() => setCorrecting(false)} />
      ) : null}
    </Box>
  );
}

/** Whom one knows behind it, and whom one could ask: below what is said and answered. */
function Around({ mention }: { mention: MentionSummary }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      <AskColleague mention={mention} />
      <MentionContact mentionId={mention.id} realm={mention.realm} />
      <MentionStakeholder mentionId={mention.id} realm={mention.realm} />
    </Box>
  );
}

function Background({ detail, onCorrect }: { detail: MentionDetail; onCorrect: () => void }) {
  return (
    <>
      <EscalationNote mentionId={detail.id} />
      <AttachToIncident kind="mention" subjectId={detail.id} realm={detail.realm} />
      <WhyThisLevel assessment={detail.assessment} onCorrect={onCorrect} />
      <Conversation posts={detail.conversation} mentionId={detail.id} />
      <DecisionHistory decisions={detail.decisions} />
    </>
  );
}

/** Says plainly when somebody else is answering, before any work is done twice. */
function ColleagueBanner({ mention }: { mention: MentionSummary }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const others = usePresence(mention.id).filter(
    ({ personId, activity }) => personId !== person.id && activity === 'answering',
  );
  if (others.length === 0) return null;
  return (
    <Alert severity="warning">
      {others.map(({ name }) => t('inbox.isAnsweringBanner', { name })).join(' ')}
    </Alert>
  );
}
