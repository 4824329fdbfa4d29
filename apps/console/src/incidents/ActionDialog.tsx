import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addReviewAction } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { InstantField } from './InstantField.js';
import { PersonField } from './PersonField.js';
import { TOUCHED } from './touched.js';

/** Two weeks, unless another date is said. */
const DUE_MS = 14 * 86_400_000;

/** Asks something of a person by a date. */
export function ActionDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState('');
  const [due, setDue] = useState(() => toLocalField(new Date(Date.now() + DUE_MS).toISOString()));
  const add = useChange(addReviewAction, { touches: TOUCHED, onDone: onClose });
  const dueAt = fromLocalField(due);
  return (
    <ConfirmDialog
      open
      title={t('incidents.review.addAction')}
      confirm={t('incidents.review.addAction')}
      busy={add.isPending}
      disabled={text.trim() === '' || ownerId === '' || dueAt === null}
      error={add.error}
      onConfirm={() => dueAt && add.mutate({ params: { incidentId }, body: { text, ownerId, dueAt } })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 420 } }}>
        <TextField
          required
          autoFocus
          fullWidth
          multiline
          minRows={2}
          label={t('incidents.review.action')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
        />
        <PersonField
          label={t('incidents.owner')}
          permission="incidents.take_part"
          value={ownerId}
          onChange={setOwnerId}
        />
        <InstantField required label={t('incidents.dueLabel')} value={due} onChange={setDue} />
      </Stack>
    </ConfirmDialog>
  );
}
