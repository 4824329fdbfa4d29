import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnswerDetail, listAnswers, readAnswer, requestChange } from '#contract/answers';
import { useChange } from '../api/use-endpoint.js';
import { useSession } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';

/** Asks for a change of what is in force; whoever may read an answer may ask. */
export function RequestChange({ answer }: { answer: AnswerDetail }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!answer.versions.some(({ state }) => state === 'approved')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('library.requestChange')}</Button>
      {open ? <RequestDialog answer={answer} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RequestDialog({ answer, onClose }: { answer: AnswerDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { person, permissions } = useSession();
  const [reason, setReason] = useState('');
  const [suspend, setSuspend] = useState(false);
  const approved = answer.versions.find(({ state }) => state === 'approved');
  const maySuspend =
    permissions.includes('answers.approve') &&
    Boolean(approved?.departmentIds.some((id) => person.departmentIds.includes(id)));
  const request = useChange(requestChange, {
    touches: [listAnswers, readAnswer],
    onDone: () => {
      onClose();
      notify({ text: t('library.requested') });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('library.requestTitle')}
      confirm={t('library.requestChange')}
      busy={request.isPending}
      disabled={reason.trim() === ''}
      error={request.error}
      onConfirm={() => request.mutate({ params: { answerId: answer.id }, body: { reason, suspend } })}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 2 }}>
        {t('library.requestText')}
      </Typography>
      <TextField
        autoFocus
        fullWidth
        required
        multiline
        minRows={3}
        label={t('library.requestReason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {maySuspend ? (
        <>
          <FormControlLabel
            sx={{ mt: 1 }}
            control={<Checkbox checked={suspend} onChange={({ target }) => setSuspend(target.checked)} />}
            label={t('library.requestSuspend')}
          />
          <FormHelperText>{t('library.requestSuspendHint')}</FormHelperText>
        </>
      ) : null}
    </ConfirmDialog>
  );
}
