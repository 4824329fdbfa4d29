import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addTimelineNote, readTimeline } from '#contract/levels';
import type { Realm } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';

interface NoteDialogProps {
  topicId: string;
  realm: Realm;
  /** The moment that is looked at; null for now. */
  at: string | null;
  onClose: () => void;
}

/** Notes something on the timeline, at the moment that is looked at. */
export function NoteDialog({ topicId, realm, at, onClose }: NoteDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [note, setNote] = useState('');
  const add = useChange(addTimelineNote, {
    touches: [readTimeline],
    onDone: () => {
      notify({ text: t('levels.dialog.noteDone') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('levels.dialog.noteTitle')}
      confirm={t('levels.dialog.noteConfirm')}
      busy={add.isPending}
      disabled={note.trim() === ''}
      error={add.error}
      onClose={onClose}
      onConfirm={() =>
        add.mutate({ params: { topicId }, body: { realm, note, ...(at === null ? {} : { at }) } })
      }
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <Typography variant="body2">
          {at === null ? t('levels.now') : t('levels.dialog.noteAt', { when: format.dateTime(at) })}
        </Typography>
        <TextField
          required
          autoFocus
          multiline
          minRows={2}
          label={t('levels.dialog.noteText')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
