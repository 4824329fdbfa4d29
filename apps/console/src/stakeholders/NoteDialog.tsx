import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addStakeholderNote,
  correctStakeholderNote,
  LONGEST_PLAN,
  type StakeholderNoteView,
} from '#contract/stakeholders';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { TOUCHED } from './touched.js';

interface NoteDialogProps {
  stakeholderId: string;
  /** The note that is corrected; null: a new one. */
  note: StakeholderNoteView | null;
  onClose: () => void;
}

/** Writes a note on a stakeholder, or a new version of one. */
export function NoteDialog({ stakeholderId, note, onClose }: NoteDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(note?.text ?? '');
  const add = useChange(addStakeholderNote, { touches: TOUCHED, onDone: onClose });
  const correct = useChange(correctStakeholderNote, { touches: TOUCHED, onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t(note ? 'stakeholders.correctNoteTitle' : 'stakeholders.writeNote')}
      confirm={t('stakeholders.save')}
      busy={add.isPending || correct.isPending}
      disabled={text.trim() === '' || text === note?.text}
      error={add.error ?? correct.error}
      onConfirm={() =>
        note
          ? correct.mutate({
              params: { stakeholderId, noteId: note.id },
              body: { text, version: note.version },
            })
          : add.mutate({ params: { stakeholderId }, body: { text } })
      }
      onClose={onClose}
    >
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={3}
        label={t('stakeholders.noteText')}
        helperText={t('stakeholders.noteHint')}
        value={text}
        slotProps={{ htmlInput: { maxLength: LONGEST_PLAN, 'aria-required': true } }}
        onChange={({ target }) => setText(target.value)}
        sx={{ mt: 1 }}
      />
    </ConfirmDialog>
  );
}
