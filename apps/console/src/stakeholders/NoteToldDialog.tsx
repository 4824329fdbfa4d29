import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_PLAN, noteTold } from '#contract/stakeholders';
import { TOLD_HOW, type ToldHow } from '#rules/stakeholders';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { InstantField } from '../incidents/InstantField.js';
import { fromLocalField } from '../library/local-instant.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { TOUCHED } from './touched.js';

interface NoteToldDialogProps {
  stakeholder: { id: string; name: string };
  /** Of which incident they were told. */
  incidentId?: string;
  onClose: () => void;
}

/** Notes what a stakeholder was told, and when one is to be in touch next. */
export function NoteToldDialog({ stakeholder, incidentId, onClose }: NoteToldDialogProps) {
  const { t } = useTranslation();
  const [how, setHow] = useState<ToldHow>('call');
  const [what, setWhat] = useState('');
  const [at, setAt] = useState('');
  const [next, setNext] = useState('');
  const note = useChange(noteTold, { touches: TOUCHED, onDone: onClose });
  const errors = useFieldErrors(note.error);
  return (
    <ConfirmDialog
      open
      title={t('stakeholders.noteToldTitle', { name: stakeholder.name })}
      confirm={t('stakeholders.noteTold')}
      busy={note.isPending}
      disabled={what.trim() === ''}
      error={note.error}
      onConfirm={() =>
        note.mutate({
          params: { stakeholderId: stakeholder.id },
          body: {
            ...{ how, what, at: fromLocalField(at), nextContactAt: fromLocalField(next) },
            incidentId: incidentId ?? null,
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          select
          label={t('stakeholders.toldHow')}
          value={how}
          onChange={({ target }) => setHow(target.value as ToldHow)}
        >
          {TOLD_HOW.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`stakeholders.howTold.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          autoFocus
          multiline
          minRows={2}
          label={t('stakeholders.toldWhat')}
          helperText={t('stakeholders.toldFixed')}
          value={what}
          slotProps={{ htmlInput: { maxLength: LONGEST_PLAN, 'aria-required': true } }}
          onChange={({ target }) => setWhat(target.value)}
        />
        <InstantField
          label={t('stakeholders.toldAt')}
          value={at}
          helperText={errors['at']}
          onChange={setAt}
        />
        <InstantField label={t('stakeholders.nextContact')} value={next} onChange={setNext} />
      </Stack>
    </ConfirmDialog>
  );
}
