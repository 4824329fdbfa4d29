import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_REPLY_REASONS } from '#contract/mentions';
import { Key } from '../shared/Key.js';
import type { DecisionDialogProps } from './DecisionDialogs.js';

/** Not answering is a decision with a reason: one number key, or one click. */
export function NoReplyDialog({ count, busy, onDecide, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [noting, setNoting] = useState(false);
  const [note, setNote] = useState('');

  const pick = (reason: (typeof NO_REPLY_REASONS)[number]) => {
    if (reason === 'other') setNoting(true);
    else onDecide({ action: 'no_reply', reason });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="xs"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        const reason = noting ? undefined : NO_REPLY_REASONS[Number(event.key) - 1];
        if (!reason || busy) return;
        event.preventDefault();
        pick(reason);
      }}
    >
      <DialogTitle id={titleId}>{t('inbox.noReply.title', { count })}</DialogTitle>
      {noting ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim() !== '') onDecide({ action: 'no_reply', reason: 'other', note });
          }}
        >
          <DialogContent>
            <TextField
              autoFocus
              fullWidth
              multiline
              minRows={2}
              label={t('inbox.noReply.note')}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              sx={{ mt: 1 }}
            />
          </DialogContent>
          <DialogActions sx={{ px: 3, pb: 2 }}>
            <Button onClick={() => setNoting(false)}>{t('common.back')}</Button>
            <Button type="submit" variant="contained" loading={busy} disabled={note.trim() === ''}>
              {t('inbox.action.no_reply')}
            </Button>
          </DialogActions>
        </form>
      ) : (
        <>
          <List sx={{ pt: 0 }}>
            {NO_REPLY_REASONS.map((reason, index) => (
              <ListItemButton
                key={reason}
                autoFocus={index === 0}
                disabled={busy}
                onClick={() => pick(reason)}
                sx={{ px: 3 }}
              >
                <ListItemText>{t(`vocabulary.noReplyReason.${reason}`)}</ListItemText>
                <Key>{index + 1}</Key>
              </ListItemButton>
            ))}
          </List>
          <DialogActions sx={{ px: 3, pb: 2 }}>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
