import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addTask } from '#contract/crisis';
import type { IncidentRole } from '#rules/crisis';
import { useChange } from '../api/use-endpoint.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { InstantField } from './InstantField.js';
import { PersonField } from './PersonField.js';
import { RoleField } from './RoleField.js';
import { TOUCHED } from './touched.js';

/** A line that no playbook has, due in half an hour unless something else is said. */
const DUE_MS = 30 * 60_000;

export function AddTaskDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [label, setLabel] = useState('');
  const [role, setRole] = useState<IncidentRole>('operations');
  const [ownerId, setOwnerId] = useState('');
  const [due, setDue] = useState(() => toLocalField(new Date(Date.now() + DUE_MS).toISOString()));
  const add = useChange(addTask, { touches: TOUCHED, onDone: onClose });
  const dueAt = fromLocalField(due);
  return (
    <ConfirmDialog
      open
      title={t('incidents.addTask')}
      confirm={t('common.add')}
      busy={add.isPending}
      disabled={label.trim() === '' || dueAt === null}
      error={add.error}
      onConfirm={() =>
        dueAt &&
        add.mutate({ params: { incidentId }, body: { label, role, ownerId: ownerId || null, dueAt } })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 420 } }}>
        <TextField
          required
          autoFocus
          fullWidth
          label={t('incidents.taskLabel')}
          value={label}
          onChange={({ target }) => setLabel(target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
        <RoleField label={t('incidents.taskRole')} value={role} onChange={setRole} />
        <PersonField
          label={t('incidents.owner')}
          permission="incidents.take_part"
          value={ownerId}
          none={t(`incidents.role.${role}`)}
          onChange={setOwnerId}
        />
        <InstantField required label={t('incidents.dueLabel')} value={due} onChange={setDue} />
      </Stack>
    </ConfirmDialog>
  );
}
