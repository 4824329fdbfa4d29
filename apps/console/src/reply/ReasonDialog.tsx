import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

interface ReasonDialogProps {
  title: string;
  text: string;
  confirm: string;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** A decision that goes on record with its reason. */
export function ReasonDialog({
  title,
  text,
  confirm,
  danger = false,
  busy,
  error,
  onConfirm,
  onClose,
}: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={confirm}
      colour={danger ? 'error' : 'primary'}
      busy={busy}
      disabled={reason.trim() === ''}
      error={error}
      onConfirm={() => onConfirm(reason.trim())}
      onClose={onClose}
    >
      <Typography variant="body2">{text}</Typography>
      <TextField
        autoFocus
        fullWidth
        label={t('reply.reason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ mt: 2 }}
      />
    </ConfirmDialog>
  );
}
