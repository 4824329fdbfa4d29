import PauseIcon from '@mui/icons-material/Pause';
import PlayIcon from '@mui/icons-material/PlayArrow';
import RestartIcon from '@mui/icons-material/RestartAlt';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { controlScenario, readScenario } from '#contract/networks';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

const SPEEDS = [0.5, 1, 2, 5, 10, 30];

/** Where the scenario stands, and for those who lead the exercise: play, pause, speed, again. */
export function ScenarioControl() {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const may = useMay();
  const [restarting, setRestarting] = useState(false);
  const reading = useEndpoint(readScenario, {}, { refetchInterval: 5000 });
  const control = useChange(controlScenario, {
    touches: [readScenario],
    onDone: () => setRestarting(false),
  });
  if (reading.isPending) return <LoadingState rows={1} height={140} />;
  if (reading.error && !reading.data) {
    return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />;
  }
  const scenario = reading.data?.scenario ?? null;
  if (!scenario) {
    return (
      <Section heading="h2" title={t('training.scenarioTitle')}>
        <Typography variant="body2">{t('training.scenarioNone')}</Typography>
      </Section>
    );
  }
  const minutes = (seconds: number) => format.number(Math.round(seconds / 60));
  const progress = t('training.posted', {
    posted: format.number(scenario.posted),
    total: format.number(scenario.total),
  });
  const speeds = [...new Set([...SPEEDS, scenario.speed])].sort((a, b) => a - b);
  return (
    <Section
      heading="h2"
      title={say(scenario.name)}
      action={<Chip label={t(`vocabulary.scenarioState.${scenario.state}`)} variant="outlined" />}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {say(scenario.description)}
      </Typography>
      <LinearProgress
        variant="determinate"
        aria-label={progress}
        value={scenario.total === 0 ? 0 : (100 * scenario.posted) / scenario.total}
      />
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {progress} ·{' '}
        {t('training.elapsed', {
          elapsed: minutes(scenario.elapsedSeconds),
          length: minutes(scenario.lengthSeconds),
        })}
      </Typography>
      {may('training.play') ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1.5 }}>
          {scenario.state === 'playing' ? (
            <Button
              variant="outlined"
              startIcon={<PauseIcon />}
              loading={control.isPending}
              onClick={() => control.mutate({ body: { action: 'pause' } })}
            >
              {t('training.pause')}
            </Button>
          ) : scenario.state === 'paused' ? (
            <Button
              variant="contained"
              startIcon={<PlayIcon />}
              loading={control.isPending}
              onClick={() => control.mutate({ body: { action: 'play' } })}
            >
              {t('training.play')}
            </Button>
          ) : null}
          <TextField
            select
            label={t('training.speed')}
            value={scenario.speed}
            sx={{ minWidth: 90 }}
            disabled={scenario.state === 'finished'}
            onChange={({ target }) =>
              control.mutate({
                body: {
                  action: scenario.state === 'paused' ? 'pause' : 'play',
                  speed: Number(target.value),
                },
              })
            }
          >
            {speeds.map((speed) => (
              <MenuItem key={speed} value={speed}>
                {t('training.speedTimes', { speed: format.number(speed) })}
              </MenuItem>
            ))}
          </TextField>
          <Button startIcon={<RestartIcon />} onClick={() => setRestarting(true)}>
            {t('training.restart')}
          </Button>
        </Box>
      ) : null}
      <ProblemAlert error={restarting ? null : control.error} sx={{ mt: 1 }} />
      <ConfirmDialog
        open={restarting}
        title={t('training.restartTitle')}
        confirm={t('training.restart')}
        busy={control.isPending}
        error={control.error}
        onConfirm={() => control.mutate({ body: { action: 'restart' } })}
        onClose={() => setRestarting(false)}
      >
        <Typography variant="body2">{t('training.restartText')}</Typography>
      </ConfirmDialog>
    </Section>
  );
}
