import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSources, type Source, startBackfill } from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

/** Asks for the posts of the past, back to a day. */
export function BackfillDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const start = useChange(startBackfill, { touches: [listSources], onDone: onClose });
  const errors = useFieldErrors(start.error);
  const from = new Date(`${day}T00:00:00`);
  return (
    <ConfirmDialog
      open
      title={t('sources.pastOf', { name: source.name })}
      confirm={t('sources.pastStart')}
      busy={start.isPending}
      disabled={Number.isNaN(from.getTime())}
      error={start.error}
      onConfirm={() => start.mutate({ params: { sourceId: source.id }, body: { from: from.toISOString() } })}
      onClose={onClose}
    >
      <Stack spacing={2}>
        <Typography variant="body2">{t('sources.pastText')}</Typography>
        <TextField
          required
          autoFocus
          type="date"
          label={t('sources.pastFrom')}
          value={day}
          onChange={({ target }) => setDay(target.value)}
          error={Boolean(errors['from'])}
          helperText={errors['from']}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
