import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import type { Suggestion } from '#contract/answers';
import { listMyInvitations, type MyInvitation, readMyInvitation, takeInvitation } from '#contract/colleagues';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { usePageTitle } from '../shared/use-page-title.js';
import { AskedPost, WhyMe } from './AskedPost.js';
import { CheckAnswer } from './CheckAnswer.js';
import { useWhyOver, waitsForMe } from './invitation-state.js';
import { PassButton } from './PassButton.js';
import { PickAnswer } from './PickAnswer.js';
import { SentAnswer } from './SentAnswer.js';

/** While a reply is on its way, its state is read again after this time. */
const LOOK_AGAIN_MS = 5_000;

/** One invitation: read, choose, send. One thing on screen at a time. */
export function MyInvitationPage() {
  const { t } = useTranslation();
  const { invitationId = '' } = useParams();
  const reading = useEndpoint(
    readMyInvitation,
    { params: { invitationId } },
    { refetchInterval: LOOK_AGAIN_MS },
  );
  const invitation = reading.data;
  usePageTitle(t('invitations.title'));
  return (
    <PageBody>
      <Button component={RouterLink} to="/invitations" size="small" sx={{ mb: 1 }}>
        {t('invitations.back')}
      </Button>
      {reading.isPending ? <LoadingState rows={3} height={96} /> : null}
      {reading.error && !invitation ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {invitation ? <Steps key={invitation.id} invitation={invitation} /> : null}
    </PageBody>
  );
}

function Steps({ invitation }: { invitation: MyInvitation }) {
  const { t } = useTranslation();
  const whyOver = useWhyOver()(invitation);
  const [picked, setPicked] = useState<Suggestion | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const take = useChange(takeInvitation, { touches: [readMyInvitation, listMyInvitations] });
  const waits = waitsForMe(invitation);
  const step = !waits || invitation.state === 'open' ? 1 : picked === null ? 2 : 3;
  const first = useRef(true);
  useEffect(() => {
    // The next step begins at its heading, for the eye and for whoever listens.
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step]);
  const title = step === 1 ? 'read' : step === 2 ? 'pick' : 'check';
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 640 }}>
      <Box>
        {waits ? (
          <Typography variant="overline" component="p" sx={{ m: 0 }}>
            {t('invitations.step', { step })}
          </Typography>
        ) : null}
        <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none' }}>
          {t(`invitations.${title}`)}
        </Typography>
      </Box>
      {invitation.realm === 'training' ? <Alert severity="warning">{t('invitations.exercise')}</Alert> : null}
      {whyOver ? <Alert severity="info">{whyOver}</Alert> : null}
      {invitation.reply && !waits ? (
        <SentAnswer invitationId={invitation.id} reply={invitation.reply} />
      ) : null}
      <AskedPost invitation={invitation} />
      {step === 1 ? <WhyMe invitation={invitation} /> : null}
      {waits && step === 1 ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          <Button
            variant="contained"
            size="large"
            loading={take.isPending}
            onClick={() => take.mutate({ params: { invitationId: invitation.id } })}
          >
            {t('invitations.answer')}
          </Button>
          <PassButton invitation={invitation} />
        </Box>
      ) : null}
      <ProblemAlert error={take.error} />
      {step === 2 ? (
        <>
          <PickAnswer invitation={invitation} onPick={setPicked} />
          <Box>
            <PassButton invitation={invitation} />
          </Box>
        </>
      ) : null}
      {step === 3 && picked ? (
        <CheckAnswer
          key={picked.variantId}
          invitation={invitation}
          answer={picked}
          onBack={() => setPicked(null)}
        />
      ) : null}
    </Box>
  );
}
