import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOffer, type IncidentDetail, type RoleOffer } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { useMay, useSession } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { CountDown } from './CountDown.js';
import { ReasonDialog } from './ReasonDialog.js';
import { TOUCHED } from './touched.js';

/** The roles that one is asked to take on, with their clocks. */
export function OfferForMe({ incident }: { incident: IncidentDetail }) {
  const me = useSession().person.id;
  const may = useMay();
  if (incident.state === 'closed' || !may('incidents.take_part')) return null;
  const offers = incident.offers.filter(({ person, state }) => person.id === me && state === 'proposed');
  return offers.map((offer) => <Offer key={offer.id} incidentId={incident.id} offer={offer} />);
}

function Offer({ incidentId, offer }: { incidentId: string; offer: RoleOffer }) {
  const { t } = useTranslation();
  const [declining, setDeclining] = useState(false);
  const answer = useChange(answerOffer, { touches: TOUCHED });
  const params = { incidentId, offerId: offer.id };
  return (
    <Alert severity="warning" icon={false} sx={{ '& .MuiAlert-message': { width: '100%' } }}>
      <Typography sx={{ fontWeight: 650 }}>
        {t('incidents.offerForYou', { role: t(`incidents.role.${offer.role}`) })}{' '}
        <CountDown instant={offer.dueAt} />
      </Typography>
      {offer.handOver ? (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {offer.proposedBy.name}
          {t('common.colon')}
          {offer.handOver}
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button
          variant="contained"
          loading={answer.isPending}
          onClick={() => answer.mutate({ params, body: { answer: 'accept' } })}
        >
          {t('incidents.accept')}
        </Button>
        <Button color="inherit" onClick={() => setDeclining(true)}>
          {t('incidents.declineRole')}
        </Button>
      </Box>
      {declining ? (
        <ReasonDialog
          title={t('incidents.declineRoleTitle')}
          confirm={t('incidents.declineRole')}
          busy={answer.isPending}
          error={answer.error}
          onReason={(reason) =>
            answer.mutate(
              { params, body: { answer: 'decline', reason } },
              { onSuccess: () => setDeclining(false) },
            )
          }
          onClose={() => setDeclining(false)}
        />
      ) : (
        <ProblemAlert error={answer.error} sx={{ mt: 1 }} />
      )}
    </Alert>
  );
}
