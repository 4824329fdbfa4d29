import EndIcon from '@mui/icons-material/Stop';
import PauseIcon from '@mui/icons-material/Pause';
import StartIcon from '@mui/icons-material/PlayArrow';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrillDetail, moveDrillOn } from '#contract/drills';
import { type DrillMove, moveDrill, SPEEDS } from '#rules/drills';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { EndDialog } from './EndDialog.js';
import { TOUCHED } from './touched.js';

/** Everything that a drill can be told. The speed is chosen while the clock stands. */
export function RunControls({ drill }: { drill: DrillDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState<'end' | 'debrief' | null>(null);
  const [speed, setSpeed] = useState(drill.speed);
  const move = useChange(moveDrillOn, { touches: TOUCHED, onDone: () => setAsking(null) });
  const can = (one: DrillMove) => moveDrill(drill.state, one) !== null;
  const go = (one: DrillMove, closeCaused = false) =>
    move.mutate({
      params: { drillId: drill.id },
      body: { move: one, closeCaused, ...(one === 'start' || one === 'resume' ? { speed } : {}) },
    });
  const begins = can('start') ? 'start' : can('resume') ? 'resume' : null;
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: { xs: 'start', sm: 'end' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {begins ? (
          <>
            <TextField
              select
              size="small"
              label={t('drills.field.speed')}
              value={speed}
              onChange={({ target }) => setSpeed(Number(target.value))}
              sx={{ minWidth: 90 }}
            >
              {[...new Set([...SPEEDS, drill.speed])].map((one) => (
                <MenuItem key={one} value={one}>
                  {t('drills.speed', { speed: format.number(one) })}
                </MenuItem>
              ))}
            </TextField>
            <Button
              variant="contained"
              startIcon={<StartIcon />}
              loading={move.isPending}
              onClick={() => go(begins)}
            >
              {t(`drills.move.${begins}`)}
            </Button>
          </>
        ) : null}
        {can('pause') ? (
          <Button
            variant="outlined"
            startIcon={<PauseIcon />}
            loading={move.isPending}
            onClick={() => go('pause')}
          >
            {t('drills.move.pause')}
          </Button>
        ) : null}
        {can('end') ? (
          <Button color="error" startIcon={<EndIcon />} onClick={() => setAsking('end')}>
            {t('drills.move.end')}
          </Button>
        ) : null}
        {can('debrief') ? (
          <Button variant="contained" onClick={() => setAsking('debrief')}>
            {t('drills.move.debrief')}
          </Button>
        ) : null}
        {can('cancel') ? <Button onClick={() => go('cancel')}>{t('drills.move.cancel')}</Button> : null}
      </Box>
      {asking ? null : <ProblemAlert error={move.error} />}
      {asking === 'end' ? (
        <EndDialog
          drillId={drill.id}
          busy={move.isPending}
          error={move.error}
          onConfirm={(closes) => go('end', closes)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'debrief' ? (
        <ConfirmDialog
          open
          title={t('drills.move.debriefTitle')}
          confirm={t('drills.move.debrief')}
          busy={move.isPending}
          error={move.error}
          onConfirm={() => go('debrief')}
          onClose={() => setAsking(null)}
        >
          <Typography variant="body2">{t('drills.move.debriefText')}</Typography>
        </ConfirmDialog>
      ) : null}
    </Box>
  );
}
