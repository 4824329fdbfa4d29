import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '#contract/identity';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';

const SHORTEST = 12;

export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useChange(changePassword, {
    onDone: () => {
      notify({ text: t('shell.passwordChanged') });
      close();
    },
  });
  const close = () => {
    setCurrent('');
    setNext('');
    change.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('shell.changePassword')}
      confirm={t('common.save')}
      busy={change.isPending}
      disabled={current === '' || next.length < SHORTEST}
      error={change.error}
      onConfirm={() => change.mutate({ body: { current, next } })}
      onClose={close}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          label={t('shell.currentPassword')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          label={t('shell.newPassword')}
          type="password"
          autoComplete="new-password"
          helperText={t('shell.newPasswordHint')}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
