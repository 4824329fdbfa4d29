import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IncidentDetail, readReview } from '#contract/crisis';
import { useEndpoint } from '../api/use-endpoint.js';
import { RehearseLink } from '../drills/RehearseLink.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { WorkshopLink } from '../workshops/WorkshopLink.js';
import { ActionDialog } from './ActionDialog.js';
import { ActionRow } from './ActionRow.js';
import { Delays } from './Delays.js';
import { ReviewForm } from './ReviewForm.js';
import { ReviewText } from './ReviewText.js';
import { ReviewTimeline } from './ReviewTimeline.js';

/** The closing review: what took how long, as measured; what happened, in words; what is to be done. */
export function ReviewTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const reading = useEndpoint(readReview, { params: { incidentId: incident.id } });
  if (reading.error && !reading.data)
    return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />;
  if (!reading.data) return <LoadingState rows={4} height={80} />;
  const review = reading.data;
  const runs = may('incidents.run');
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Delays delays={review.delays} over={incident.state === 'closed'} />
      {incident.state === 'closed' ? null : <ReviewTimeline incident={incident} />}
      {runs && incident.state !== 'closed' ? (
        <ReviewForm incidentId={incident.id} review={review} />
      ) : (
        <ReviewText review={review} />
      )}
      <Section
        heading="h2"
        title={t('incidents.review.actions')}
        action={
          runs ? (
            <Button onClick={() => setAsking(true)}>{t('incidents.review.addAction')}</Button>
          ) : undefined
        }
      >
        {review.actions.length === 0 ? (
          <Typography variant="body2">{t('incidents.review.actionsNone')}</Typography>
        ) : (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
            {review.actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </Box>
        )}
      </Section>
      {incident.state === 'closed' ? <ReviewTimeline incident={incident} /> : null}
      <Section heading="h2" title={t('incidents.review.learn')}>
        <Typography variant="body2">{t('incidents.review.learnText')}</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          <WorkshopLink topicId={incident.topic.id} title={incident.title} />
          <RehearseLink crisisType={incident.type.key} />
        </Box>
      </Section>
      {asking ? <ActionDialog incidentId={incident.id} onClose={() => setAsking(false)} /> : null}
    </Box>
  );
}
