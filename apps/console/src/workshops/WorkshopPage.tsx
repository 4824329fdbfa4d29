import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { readWorkshop, type WorkshopDetail } from '#contract/workshops';
import { useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { EditWorkshop } from './EditWorkshop.js';
import { HarvestList } from './HarvestList.js';
import { PhaseList } from './PhaseList.js';
import { RulesList } from './RulesList.js';
import { RunsTable } from './RunsTable.js';
import { WorkshopActions } from './WorkshopActions.js';
import { WorkshopFacts } from './WorkshopFacts.js';
import { WorkshopRooms } from './WorkshopRooms.js';
import { WorkshopStateChip } from './WorkshopStateChip.js';

/** A workshop: what it is for, its plan, how it went, and what came of it. */
export function WorkshopPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { workshopId = '' } = useParams();
  const [search] = useSearchParams();
  const reading = useEndpoint(readWorkshop, { params: { workshopId } });
  const workshop = reading.data;
  const over = workshop?.state === 'closed' || workshop?.state === 'cancelled';
  const edits = search.has('edit') && may('workshops.run') && !over;
  return (
    <PageBody wide>
      <Button component={RouterLink} to="/workshops" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('workshops.back')}
      </Button>
      {reading.isPending ? <LoadingState rows={4} /> : null}
      {reading.error && !workshop ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {workshop ? (
        <>
          <PageHeader
            title={workshop.title}
            lead={<WorkshopStateChip state={workshop.state} />}
            actions={edits ? null : <WorkshopActions workshop={workshop} />}
          />
          {edits ? <EditWorkshop workshop={workshop} /> : <Shown workshop={workshop} />}
        </>
      ) : null}
    </PageBody>
  );
}

function Shown({ workshop }: { workshop: WorkshopDetail }) {
  const { t } = useTranslation();
  const { plan, runs, harvest, rooms } = workshop;
  const done = runs.length > 0;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <WorkshopFacts workshop={workshop} />
        {done || harvest.length > 0 ? (
          <Section heading="h2" title={t('workshops.harvest.title')}>
            <HarvestList harvest={harvest} />
          </Section>
        ) : null}
        {done ? <RunsTable runs={runs} /> : null}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Section heading="h2" title={t('workshops.phases')}>
          <PhaseList phases={plan.phases} full />
        </Section>
        {plan.rules.length > 0 ? (
          <Section heading="h2" title={t('workshops.rules')}>
            <RulesList rules={plan.rules} />
          </Section>
        ) : null}
        <WorkshopRooms plan={plan} rooms={rooms} />
      </Box>
    </Box>
  );
}
