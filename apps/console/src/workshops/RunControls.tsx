import CloseIcon from '@mui/icons-material/Stop';
import NextIcon from '@mui/icons-material/SkipNext';
import PauseIcon from '@mui/icons-material/Pause';
import PreviousIcon from '@mui/icons-material/SkipPrevious';
import StartIcon from '@mui/icons-material/PlayArrow';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hall, moveWorkshopOn } from '#contract/workshops';
import type { InputOf } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

type Move = InputOf<typeof moveWorkshopOn>['body'];

/** Everything the clock can be told. */
export function RunControls({ hall }: { hall: Hall }) {
  const { t } = useTranslation();
  const [closing, setClosing] = useState(false);
  const move = useChange(moveWorkshopOn, { touches: TOUCHED, onDone: () => setClosing(false) });
  const go = (body: Move) => move.mutate({ params: { workshopId: hall.id }, body });
  const { phaseIndex, run, state, plan } = hall;
  const toPhase = (from: number, to: number) => go({ move: 'phase', from, to });
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {state === 'draft' ? (
          <Button variant="contained" loading={move.isPending} onClick={() => go({ move: 'open' })}>
            {t('workshops.move.open')}
          </Button>
        ) : null}
        {state === 'open' ? (
          <Button
            variant="contained"
            startIcon={<StartIcon />}
            loading={move.isPending}
            onClick={() => go({ move: 'start' })}
          >
            {t('workshops.move.start')}
          </Button>
        ) : null}
        {state === 'running' && phaseIndex !== null && run ? (
          <>
            {phaseIndex + 1 < plan.phases.length ? (
              <Button
                variant="contained"
                startIcon={<NextIcon />}
                loading={move.isPending}
                onClick={() => toPhase(phaseIndex, phaseIndex + 1)}
              >
                {t('workshops.move.next')}
              </Button>
            ) : null}
            <Button
              variant="outlined"
              startIcon={run.pausedAt ? <StartIcon /> : <PauseIcon />}
              onClick={() => go({ move: run.pausedAt ? 'resume' : 'pause' })}
            >
              {t(run.pausedAt ? 'workshops.move.resume' : 'workshops.move.pause')}
            </Button>
            {[1, 5].map((minutes) => (
              <Button key={minutes} variant="outlined" onClick={() => go({ move: 'extend', minutes })}>
                {t('workshops.move.extend', { count: minutes })}
              </Button>
            ))}
            {phaseIndex > 0 ? (
              <Button startIcon={<PreviousIcon />} onClick={() => toPhase(phaseIndex, phaseIndex - 1)}>
                {t('workshops.move.back')}
              </Button>
            ) : null}
            <Button color="error" startIcon={<CloseIcon />} onClick={() => setClosing(true)}>
              {t('workshops.move.close')}
            </Button>
          </>
        ) : null}
      </Box>
      {closing ? null : <ProblemAlert error={move.error} />}
      <ConfirmDialog
        open={closing}
        title={t('workshops.move.closeTitle')}
        confirm={t('workshops.move.close')}
        colour="error"
        busy={move.isPending}
        error={move.error}
        onConfirm={() => go({ move: 'close' })}
        onClose={() => setClosing(false)}
      >
        <Typography variant="body2">{t('workshops.move.closeText')}</Typography>
      </ConfirmDialog>
    </Box>
  );
}
