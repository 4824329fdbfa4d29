import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EscalationAsk } from '#contract/escalation';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';
import type { Act } from './AskDialogs.js';

interface DepartmentDialogProps {
  asked: readonly EscalationAsk[];
  act: Act;
  onPick: (departmentId: string, note: string) => void;
  onClose: () => void;
}

/** Which department it goes to, and why. */
export function DepartmentDialog({ asked, act, onPick, onClose }: DepartmentDialogProps) {
  const { t } = useTranslation();
  const name = useDepartmentName();
  const departments = useDepartments().data?.items ?? [];
  const others = departments.filter(({ id }) => !asked.some(({ departmentId }) => departmentId === id));
  const [departmentId, setDepartmentId] = useState('');
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('escalations.handOver')}
      confirm={t('escalations.handOver')}
      busy={act.isPending}
      error={act.error}
      disabled={departmentId === '' || note.trim() === ''}
      onConfirm={() => onPick(departmentId, note.trim())}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 420 } }}>
        <TextField
          select
          autoFocus
          label={t('escalations.toDepartment')}
          value={departmentId}
          onChange={(event) => setDepartmentId(event.target.value)}
        >
          {others.map(({ id }) => (
            <MenuItem key={id} value={id}>
              {name(id)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          multiline
          minRows={2}
          label={t('escalations.noteRequired')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
