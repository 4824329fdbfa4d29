import CopyIcon from '@mui/icons-material/ContentCopy';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import DownloadIcon from '@mui/icons-material/Download';
import EditIcon from '@mui/icons-material/Edit';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  createScenario,
  listScenarios,
  readDrillScenario,
  removeScenario,
  type ScenarioView,
} from '#contract/drills';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useDuration } from '../incidents/use-duration.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RehearsedLessons } from './RehearsedLessons.js';
import { saveScenarioFile } from './save-scenario-file.js';
import { ScenarioEditor } from './ScenarioEditor.js';
import { ScenarioTimeline } from './ScenarioTimeline.js';

/** One scenario, to read or with `?edit` to change. */
export function ScenarioPage() {
  const { t } = useTranslation();
  const { key = '' } = useParams();
  const [search] = useSearchParams();
  const reading = useEndpoint(readDrillScenario, { params: { key } });
  const view = reading.data;
  return (
    <PageBody wide>
      <Link component={RouterLink} to="/drills/scenarios" variant="body2">
        {t('drills.backToScenarios')}
      </Link>
      {reading.error && !view ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={5} height={80} /> : null}
      {view && search.has('edit') && !view.ready ? <ScenarioEditor view={view} /> : null}
      {view && (!search.has('edit') || view.ready) ? <ScenarioReading view={view} /> : null}
    </PageBody>
  );
}

function ScenarioReading({ view }: { view: ScenarioView }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const duration = useDuration();
  const { key, scenario, ready, changedAt, changedBy } = view;
  const { targets } = scenario;
  return (
    <>
      <PageHeader
        title={say(scenario.name)}
        lead={
          ready
            ? t('drills.scenario.readyText')
            : t('drills.scenario.changed', {
                time: format.dateTime(changedAt ?? 0),
                name: changedBy?.name ?? '',
              })
        }
        actions={<ScenarioActs view={view} />}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography variant="body2" sx={{ maxWidth: '72ch' }}>
          {say(scenario.description)}
        </Typography>
        {ready ? <RehearsedLessons scenario={key} /> : null}
        <Section heading="h2" title={t('drills.scenario.targets')}>
          <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
            <li>
              {t('drills.criterion.detection')} · {duration(targets.detectionSeconds)}
            </li>
            {targets.holdingStatementSeconds === null ? null : (
              <li>
                {t('drills.criterion.holding_statement')} · {duration(targets.holdingStatementSeconds)}
              </li>
            )}
            <li>
              {t('drills.criterion.acknowledged')} · {duration(targets.acknowledgeSeconds)}
            </li>
            <li>
              {t('drills.scenario.level')} · {targets.level}
            </li>
          </Box>
        </Section>
        <Section
          heading="h2"
          title={t('drills.scenario.timeline')}
          action={
            <Button component={RouterLink} to={`/drills?prepare=${key}`} variant="contained" size="small">
              {t('drills.prepareThis')}
            </Button>
          }
        >
          <ScenarioTimeline scenario={scenario} />
        </Section>
      </Box>
    </>
  );
}

function ScenarioActs({ view }: { view: ScenarioView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  const { key, scenario, ready } = view;
  const copy = useChange(createScenario, {
    touches: [listScenarios],
    onDone: (made) => void navigate(`/drills/scenarios/${made.key}?edit`),
  });
  const save = useMutation({ mutationFn: saveScenarioFile });
  const remove = useChange(removeScenario, {
    touches: [listScenarios],
    onDone: () => void navigate('/drills/scenarios'),
  });
  return (
    <>
      {ready ? null : (
        <Button component={RouterLink} to={`/drills/scenarios/${key}?edit`} startIcon={<EditIcon />}>
          {t('drills.scenario.edit')}
        </Button>
      )}
      <Button
        startIcon={<CopyIcon />}
        loading={copy.isPending}
        onClick={() =>
          copy.mutate({
            body: {
              ...scenario,
              name: { fr: `${scenario.name.fr} (2)`, en: `${scenario.name.en} (2)` },
            },
          })
        }
      >
        {t('drills.scenario.copy')}
      </Button>
      <Button startIcon={<DownloadIcon />} loading={save.isPending} onClick={() => save.mutate(view)}>
        {t('drills.scenario.export')}
      </Button>
      {ready ? null : (
        <Button color="error" startIcon={<DeleteIcon />} onClick={() => setRemoving(true)}>
          {t('drills.scenario.remove')}
        </Button>
      )}
      <ProblemAlert error={copy.error ?? save.error} />
      <ConfirmDialog
        open={removing}
        title={t('drills.scenario.removeTitle')}
        confirm={t('drills.scenario.remove')}
        colour="error"
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ params: { key } })}
        onClose={() => setRemoving(false)}
      >
        <Typography variant="body2">{t('drills.scenario.removeText')}</Typography>
      </ConfirmDialog>
    </>
  );
}
