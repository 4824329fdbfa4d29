import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import type { Act } from './AskDialogs.js';

interface NoteDialogProps {
  kind: 'returnIt' | 'noReply' | 'declineAnswer' | 'handBack' | 'release' | 'refuse' | 'close' | 'reopen';
  label: 'advice' | 'note' | 'noteRequired';
  required?: boolean;
  act: Act;
  onNote: (note: string) => void;
  onClose: () => void;
}

/** An act with a word about it. */
export function NoteDialog({ kind, label, required = false, act, onNote, onClose }: NoteDialogProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      open
      title={t(`escalations.${kind}`)}
      confirm={t(`escalations.${kind}`)}
      busy={act.isPending}
      disabled={required && note.trim() === ''}
      error={act.error}
      onConfirm={() => onNote(note.trim())}
      onClose={onClose}
    >
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={2}
        label={t(`escalations.${label}`)}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        sx={{ mt: 1, minWidth: { sm: 420 } }}
      />
    </ConfirmDialog>
  );
}
