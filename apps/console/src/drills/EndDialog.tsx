import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCaused } from '#contract/drills';
import { useEndpoint } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { CausedList } from './CausedList.js';

interface EndDialogProps {
  drillId: string;
  busy: boolean;
  error: unknown;
  onConfirm: (closeCaused: boolean) => void;
  onClose: () => void;
}

/** Ends a drill, and with it, unless that is not wanted, what it caused. */
export function EndDialog({ drillId, busy, error, onConfirm, onClose }: EndDialogProps) {
  const { t } = useTranslation();
  const [closes, setCloses] = useState(true);
  const caused = useEndpoint(readCaused, { params: { drillId } }, { staleTime: 0 });
  const items = caused.data?.items ?? [];
  return (
    <ConfirmDialog
      open
      title={t('drills.move.endTitle')}
      confirm={t('drills.move.end')}
      colour="error"
      busy={busy}
      error={error}
      onConfirm={() => onConfirm(closes)}
      onClose={onClose}
    >
      <Typography variant="body2">{t('drills.move.endText')}</Typography>
      {caused.isPending ? <LoadingState rows={1} height={40} /> : null}
      <ProblemAlert error={caused.error} sx={{ mt: 2 }} />
      <FormControlLabel
        sx={{ mt: 1 }}
        control={<Checkbox checked={closes} onChange={({ target }) => setCloses(target.checked)} />}
        label={t('drills.caused.close')}
      />
      {caused.data ? (
        items.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('drills.caused.noneYet')}
          </Typography>
        ) : (
          <CausedList items={items} />
        )
      ) : null}
    </ConfirmDialog>
  );
}
