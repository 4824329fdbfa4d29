import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { type EscalationDetail, readEscalation } from '#contract/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { AttachToIncident } from '../incidents/AttachToIncident.js';
import { Section } from '../inbox/Section.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { useRealmOf } from '../shell/realm.js';
import { type AskDialog, AskDialogs } from './AskDialogs.js';
import { AskList } from './AskList.js';
import { DecideBar } from './DecideBar.js';
import { EarlierDecisions } from './EarlierDecisions.js';
import { EscalationLog } from './EscalationLog.js';
import { MentionBackground } from './MentionBackground.js';
import { OutcomeAlert } from './OutcomeAlert.js';
import { Talk } from './Talk.js';
import { useEscalationActs } from './use-escalation-acts.js';
import { useEscalationTitle } from './use-escalation-title.js';
import { useEscalationKeys } from './use-escalation-keys.js';
import { UseAnswer } from './UseAnswer.js';

interface EscalationPaneProps {
  escalationId: string;
  back: string;
  onMove: (step: number) => void;
}

/** One escalation with all that is needed to decide on it, on one page. */
export function EscalationPane({ escalationId, back, onMove }: EscalationPaneProps) {
  const { t } = useTranslation();
  const reading = useEndpoint(readEscalation, { params: { escalationId } });
  const detail = reading.data;
  const navigate = useNavigate();
  useRealmOf(detail, () => void navigate(back));
  if (!detail) {
    return reading.error ? (
      <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
    ) : (
      <Box sx={{ p: 3 }}>
        <LoadingState rows={4} height={90} />
      </Box>
    );
  }
  return (
    <Box
      component="article"
      aria-label={t('escalations.question')}
      sx={{ height: '100%', overflowY: 'auto' }}
    >
      <Box sx={{ maxWidth: 860, mx: 'auto', px: { xs: 2, md: 3 }, py: 2, display: 'grid', gap: 2 }}>
        <Button component={RouterLink} to={back} sx={{ display: { md: 'none' }, justifySelf: 'start' }}>
          {t('escalations.back')}
        </Button>
        <Heading detail={detail} />
        <AttachToIncident kind="escalation" subjectId={detail.id} realm={detail.realm} />
        <Deciding detail={detail} onMove={onMove} />
        <Talk detail={detail} />
        <EscalationLog log={detail.log} />
      </Box>
    </Box>
  );
}

function Heading({ detail }: { detail: EscalationDetail }) {
  const { t } = useTranslation();
  const title = useEscalationTitle();
  return (
    <Box component="header" sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <LevelBadge level={detail.level} />
        <Chip label={t(`escalations.state.${detail.state}`)} variant="outlined" />
        <Chip label={t(`escalations.subject.${detail.subjectType}`)} variant="outlined" />
      </Box>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {title(detail)}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('escalations.askedBy', { name: detail.openedBy?.name ?? t('escalations.bySystem') })} ·{' '}
        <RelativeTime instant={detail.openedAt} focusable /> ·{' '}
        {detail.policy
          ? t('escalations.policyIs', { name: detail.policy.name })
          : t('escalations.lastResort')}
        {detail.why ? ` · ${detail.why}` : ''}
      </Typography>
      <SubjectLink detail={detail} />
    </Box>
  );
}

function SubjectLink({ detail }: { detail: EscalationDetail }) {
  const { t } = useTranslation();
  const { subjectType, subjectId, realm } = detail;
  const to =
    subjectType === 'answer_request'
      ? { path: `/requests/${subjectId}`, text: t('escalations.openRequest') }
      : subjectType === 'topic'
        ? { path: `/topics/${subjectId}?realm=${realm}`, text: t('escalations.openTopic') }
        : { path: `/inbox/${subjectId}?state=all`, text: t('escalations.openMention') };
  return (
    <Link component={RouterLink} to={to.path} sx={{ justifySelf: 'start' }}>
      {to.text}
    </Link>
  );
}

function Deciding({ detail, onMove }: { detail: EscalationDetail; onMove: (step: number) => void }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<AskDialog | null>(null);
  const acts = useEscalationActs(() => setDialog(null));
  const ask = detail.asks.find(({ mayAct }) => mayAct) ?? null;
  const undecided = detail.state === 'open' || detail.state === 'acknowledged';
  const take = () => ask && acts.acknowledge.mutate({ params: { escalationId: detail.id, askId: ask.id } });
  const asking = (kind: AskDialog['kind']) => ask && setDialog({ kind, ask });
  useEscalationKeys({
    t: ask?.state === 'open' ? take : undefined,
    w: ask ? () => asking('write_answer') : undefined,
    n: ask ? () => asking('no_reply') : undefined,
    h: ask ? () => asking('hand_over') : undefined,
    j: () => onMove(1),
    k: () => onMove(-1),
  });
  return (
    <>
      <OutcomeAlert detail={detail} />
      <AskList detail={detail} acts={acts} onDialog={setDialog} />
      <ProblemAlert error={acts.acknowledge.error ?? acts.merge.error ?? acts.confirm.error} />
      {ask && undecided ? (
        <DecideBar
          ask={ask}
          subjectType={detail.subjectType}
          busy={acts.acknowledge.isPending}
          onTake={take}
          onDialog={asking}
        />
      ) : null}
      {detail.duplicates.length > 0 && undecided ? <Duplicates detail={detail} acts={acts} /> : null}
      <MentionBackground detail={detail} />
      {ask && undecided && ask.state !== 'confirming' && detail.mentionSummaries[0] ? (
        <UseAnswer detail={detail} ask={ask} decide={acts.decide} />
      ) : null}
      <EarlierDecisions earlier={detail.earlier} />
      {ask && undecided ? (
        <Typography variant="caption" sx={{ color: 'text.secondary', display: { xs: 'none', md: 'block' } }}>
          {t('escalations.keys')}
        </Typography>
      ) : null}
      <AskDialogs detail={detail} dialog={dialog} acts={acts} onClose={() => setDialog(null)} />
    </>
  );
}

function Duplicates({
  detail,
  acts,
}: {
  detail: EscalationDetail;
  acts: ReturnType<typeof useEscalationActs>;
}) {
  const { t } = useTranslation();
  return (
    <Section heading="h3" title={t('escalations.duplicates')}>
      {detail.duplicates.map((other) => (
        <Alert
          key={other.id}
          severity="info"
          variant="outlined"
          action={
            <Button
              size="small"
              loading={acts.merge.isPending}
              onClick={() =>
                acts.merge.mutate({ params: { escalationId: detail.id }, body: { intoId: other.id } })
              }
            >
              {t('escalations.mergeInto')}
            </Button>
          }
        >
          <Link component={RouterLink} to={`/escalations/${other.id}`}>
            {other.question || other.excerpt}
          </Link>
        </Alert>
      ))}
    </Section>
  );
}
