import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestSnoozeMinutes } from '#rules/escalation';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import type { Act } from './AskDialogs.js';

interface SnoozeDialogProps {
  level: number;
  act: Act;
  onPick: (minutes: number) => void;
  onClose: () => void;
}

/** For how long it is put off; the level says how long that may be. */
export function SnoozeDialog({ level, act, onPick, onClose }: SnoozeDialogProps) {
  const { t } = useTranslation();
  const most = longestSnoozeMinutes(level);
  const [minutes, setMinutes] = useState(String(Math.min(15, most)));
  const value = Number(minutes);
  return (
    <ConfirmDialog
      open
      title={t('escalations.snooze')}
      confirm={t('escalations.snooze')}
      busy={act.isPending}
      error={act.error}
      disabled={!Number.isInteger(value) || value < 1 || value > most}
      onConfirm={() => onPick(value)}
      onClose={onClose}
    >
      <TextField
        autoFocus
        fullWidth
        type="number"
        label={t('escalations.minutes', { most })}
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
        slotProps={{ htmlInput: { min: 1, max: most } }}
        sx={{ mt: 1 }}
      />
    </ConfirmDialog>
  );
}
