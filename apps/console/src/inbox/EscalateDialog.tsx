import Autocomplete from '@mui/material/Autocomplete';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import type { DecisionDialogProps } from './DecisionDialogs.js';

/** What is asked, and of which departments. */
export function EscalateDialog({ count, busy, onDecide, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const departments = useDepartments().data?.items ?? [];
  const name = useDepartmentName();
  const [note, setNote] = useState('');
  const [departmentIds, setDepartmentIds] = useState<string[]>([]);
  return (
    <ConfirmDialog
      open
      title={t('inbox.escalate.title', { count })}
      confirm={t('inbox.action.escalate')}
      busy={busy}
      disabled={note.trim() === ''}
      onConfirm={() => onDecide({ action: 'escalate', note, departmentIds })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          autoFocus
          multiline
          minRows={3}
          label={t('inbox.escalate.note')}
          helperText={t('inbox.escalate.noteHint')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
        <Autocomplete
          multiple
          disableCloseOnSelect
          size="small"
          options={departments.map(({ id }) => id)}
          value={departmentIds}
          getOptionLabel={name}
          onChange={(_, ids) => setDepartmentIds(ids)}
          renderInput={(params) => <TextField {...params} label={t('inbox.escalate.departments')} />}
        />
      </Stack>
    </ConfirmDialog>
  );
}
