import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSource, listSources, type Source } from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';

export function ChangeSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [name, setName] = useState(source.name);
  const [minutes, setMinutes] = useState(String(source.pullEverySeconds / 60));
  const change = useChange(changeSource, {
    touches: [listSources],
    onDone: (saved) => {
      notify({ text: t('sources.saved', { name: saved.name }) });
      onClose();
    },
  });
  const errors = useFieldErrors(change.error);
  return (
    <ConfirmDialog
      open
      title={t('sources.changeOf', { name: source.name })}
      confirm={t('common.save')}
      busy={change.isPending}
      disabled={name.trim() === '' || !(Number(minutes) > 0)}
      error={change.error}
      onConfirm={() =>
        change.mutate({
          params: { sourceId: source.id },
          body: { name, pullEverySeconds: Math.round(Number(minutes) * 60) },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          required
          autoFocus
          label={t('sources.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={Boolean(errors['name'])}
          helperText={errors['name']}
          slotProps={{ htmlInput: { maxLength: 80 } }}
        />
        <TextField
          required
          type="number"
          label={t('sources.interval')}
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
          error={Boolean(errors['pullEverySeconds'])}
          helperText={errors['pullEverySeconds']}
          slotProps={{ htmlInput: { min: 0.5, max: 1440, step: 'any' } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
