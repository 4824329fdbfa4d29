import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { type DrillDetail, readDrill } from '#contract/drills';
import { isUnderWay } from '#rules/drills';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { DebriefFiles } from './DebriefFiles.js';
import { DrillClock } from './DrillClock.js';
import { DrillStateChip } from './DrillStateChip.js';
import { EvaluationGrid } from './EvaluationGrid.js';
import { ExpectedAgainstDone } from './ExpectedAgainstDone.js';
import { Happenings } from './Happenings.js';
import { InjectList } from './InjectList.js';
import { LessonsForm } from './LessonsForm.js';
import { NoteList } from './NoteList.js';
import { Observers } from './Observers.js';
import { RunControls } from './RunControls.js';
import { StillOpen } from './StillOpen.js';

const FOLLOW_MS = 2000;

/** A drill: while it is under way for its controllers, and then the debriefing. */
export function DrillPage() {
  const { t } = useTranslation();
  const { drillId = '' } = useParams();
  const reading = useEndpoint(readDrill, { params: { drillId } });
  return (
    <PageBody wide>
      <Link component={RouterLink} to="/drills" variant="body2">
        {t('drills.back')}
      </Link>
      {reading.error && !reading.data ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={4} height={100} /> : null}
      {reading.data ? <Drill drill={reading.data} /> : null}
    </PageBody>
  );
}

function Drill({ drill }: { drill: DrillDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useLocalised();
  const runs = useMay()('drills.run');
  const over = drill.state === 'ended' || drill.state === 'debriefed';
  return (
    <>
      <PageHeader
        title={drill.title}
        lead={
          <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <DrillStateChip state={drill.state} />
            <span>
              {[
                say(drill.scenario.name),
                format.languageName(drill.language),
                t('drills.speed', { speed: format.number(drill.speed) }),
                format.dateTime(drill.startedAt ?? drill.createdAt),
              ].join(' · ')}
            </span>
          </Box>
        }
        actions={
          <>
            {over ? <DebriefFiles drillId={drill.id} /> : null}
            {runs ? <RunControls drill={drill} /> : null}
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography variant="body2" sx={{ maxWidth: '72ch' }}>
          {say(drill.description)} {t('drills.scenarioTime')}
        </Typography>
        {drill.answersMissing.length > 0 && runs ? (
          <Alert severity="info">
            {t('drills.run.answersMissing', { list: format.list(drill.answersMissing) })}
          </Alert>
        ) : null}
        {over ? <Debrief drill={drill} runs={runs} /> : <Course drill={drill} runs={runs} />}
      </Box>
    </>
  );
}

/** Side by side where there is room. */
const COLUMNS = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
} as const;
const STACK = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const;

function Course({ drill, runs }: { drill: DrillDetail; runs: boolean }) {
  const { t } = useTranslation();
  const begun = isUnderWay(drill.state);
  // What the team does changes the figures too, not only what the drill itself does.
  useEndpoint(
    readDrill,
    { params: { drillId: drill.id } },
    { enabled: begun, refetchInterval: begun ? FOLLOW_MS : undefined },
  );
  return (
    <Box sx={COLUMNS}>
      <Box sx={STACK}>
        {begun ? <DrillClock drill={drill} /> : null}
        <InjectList drill={drill} runs={runs} />
      </Box>
      <Box sx={STACK}>
        {begun && runs ? <NoteList drill={drill} /> : null}
        {begun && drill.evaluation ? (
          <>
            <Section heading="h2" title={t('drills.run.watching')}>
              <EvaluationGrid drill={drill} />
            </Section>
            <Observers drill={drill} runs={runs} />
          </>
        ) : null}
      </Box>
    </Box>
  );
}

function Debrief({ drill, runs }: { drill: DrillDetail; runs: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {runs ? <StillOpen drill={drill} /> : null}
      <Section
        heading="h2"
        title={
          drill.overall === null
            ? t('drills.grid.title')
            : t('drills.grid.overall', { score: format.number(drill.overall) })
        }
      >
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t('drills.grid.overallText')}
        </Typography>
        <EvaluationGrid drill={drill} />
      </Section>
      <ExpectedAgainstDone drill={drill} />
      <Box sx={COLUMNS}>
        <Box sx={STACK}>
          <Happenings drill={drill} />
          <NoteList drill={drill} />
        </Box>
        <Box sx={STACK}>
          <Observers drill={drill} runs={runs} />
          <LessonsForm key={drill.state} drill={drill} runs={runs} />
        </Box>
      </Box>
    </>
  );
}
