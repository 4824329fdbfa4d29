import BackIcon from '@mui/icons-material/ArrowBack';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { followRoom, readWorkshop } from '#contract/workshops';
import { requestUrl } from '../api/request-url.js';
import { useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ActionDialog } from './ActionDialog.js';
import { Board } from './Board.js';
import { Groups } from './Groups.js';
import { HarvestList } from './HarvestList.js';
import { JoinCard } from './JoinCard.js';
import { PhaseClock } from './PhaseClock.js';
import { PhaseList } from './PhaseList.js';
import type { RoomView } from './room-state.js';
import { RulesList } from './RulesList.js';
import { RunControls } from './RunControls.js';
import { Seats } from './Seats.js';
import { useRoom } from './use-room.js';
import { WorkshopStateChip } from './WorkshopStateChip.js';
import { WriteForRoom } from './WriteForRoom.js';

/** The room of a workshop for those who run it: everything moves as it happens. */
export function RunPage() {
  const { t } = useTranslation();
  const { workshopId = '' } = useParams();
  const { view, connection, ahead } = useRoom(requestUrl(followRoom.path, { workshopId }));
  return (
    <PageBody wide>
      <Button
        component={RouterLink}
        to={`/workshops/${workshopId}`}
        startIcon={<BackIcon />}
        sx={{ mb: 1, ml: -1 }}
      >
        {t('workshops.backToPlan')}
      </Button>
      {connection === 'lost' && view ? (
        <Alert severity="warning" role="status" sx={{ mb: 1 }}>
          {t('workshops.room.lost')}
        </Alert>
      ) : null}
      {view ? <Shown view={view} ahead={ahead} /> : null}
      {!view && connection === 'shut' ? <EmptyState whole title={t('problems.workshop-not-found')} /> : null}
      {!view && connection !== 'shut' ? <LoadingState rows={4} height={90} /> : null}
    </PageBody>
  );
}

function Shown({ view, ahead }: { view: RoomView; ahead: number }) {
  const { t } = useTranslation();
  const may = useMay();
  const [acting, setActing] = useState(false);
  const { hall } = view;
  const detail = useEndpoint(readWorkshop, { params: { workshopId: hall.id } });
  const harvest = detail.data?.harvest ?? [];
  const runs = may('workshops.run');
  const over = hall.state === 'closed' || hall.state === 'cancelled';
  const phase = hall.phaseIndex === null ? undefined : hall.plan.phases[hall.phaseIndex];
  return (
    <>
      <PageHeader title={hall.title} lead={<WorkshopStateChip state={hall.state} />} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
          }}
        >
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Section
              heading="h2"
              title={phase?.title ?? t(over ? 'workshops.rules' : 'workshops.room.notStarted')}
            >
              <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
                {phase ? <Typography>{phase.text}</Typography> : null}
                {hall.run ? <PhaseClock large run={hall.run} ahead={ahead} /> : null}
                {runs ? <RunControls hall={hall} /> : null}
                <RulesList rules={hall.plan.rules} />
                {runs && phase && !over ? <WriteForRoom hall={hall} phase={phase} /> : null}
              </Box>
            </Section>
            <Seats hall={hall} runs={runs && !over} />
          </Box>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            {runs && (hall.state === 'open' || hall.state === 'running') ? (
              <JoinCard workshopId={hall.id} />
            ) : null}
            <Section heading="h2" title={t('workshops.phases')}>
              <PhaseList phases={hall.plan.phases} current={hall.phaseIndex} />
            </Section>
          </Box>
        </Box>
        <Board view={view} harvest={harvest} arranges={runs} />
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          <Groups hall={hall} runs={runs && !over} />
          <Section
            heading="h2"
            title={t('workshops.harvest.title')}
            action={
              runs ? (
                <Button onClick={() => setActing(true)}>{t('workshops.harvest.ownAction')}</Button>
              ) : null
            }
          >
            <HarvestList harvest={harvest} />
          </Section>
        </Box>
      </Box>
      {acting ? <ActionDialog workshopId={hall.id} item={null} onClose={() => setActing(false)} /> : null}
    </>
  );
}
