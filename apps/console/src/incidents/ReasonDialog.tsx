import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

interface ReasonDialogProps {
  title: string;
  confirm: string;
  text?: ReactNode;
  busy: boolean;
  error: unknown;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** An act that asks for a reason. */
export function ReasonDialog({ title, confirm, text, busy, error, onReason, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={confirm}
      busy={busy}
      disabled={reason.trim() === ''}
      error={error}
      onConfirm={() => onReason(reason.trim())}
      onClose={onClose}
    >
      {text ? (
        <Typography variant="body2" sx={{ mb: 2 }}>
          {text}
        </Typography>
      ) : null}
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={2}
        label={t('incidents.reason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ mt: 1, minWidth: { sm: 400 } }}
      />
    </ConfirmDialog>
  );
}
