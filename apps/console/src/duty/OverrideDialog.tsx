import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addOverride, type Duty, listDuties, listShifts } from '#contract/escalation';
import { permissionsOf } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { usePeople } from '../inbox/use-people.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

export interface OverrideSpan {
  startsAt: string;
  endsAt: string;
}

interface OverrideDialogProps {
  duty: Duty;
  span: OverrideSpan;
  onClose: () => void;
}

/** Who stands in, for whom, from when to when. */
export function OverrideDialog({ duty, span, onClose }: OverrideDialogProps) {
  const { t } = useTranslation();
  const people = usePeople().filter(
    (one) => one.active && permissionsOf(one.roles).includes('escalations.decide'),
  );
  const [personId, setPersonId] = useState('');
  const [replacesId, setReplacesId] = useState('');
  const [from, setFrom] = useState(() => toLocalField(span.startsAt));
  const [to, setTo] = useState(() => toLocalField(span.endsAt));
  const [reason, setReason] = useState('');
  const add = useChange(addOverride, { touches: [listShifts, listDuties], onDone: onClose });
  const [startsAt, endsAt] = [fromLocalField(from), fromLocalField(to)];
  return (
    <ConfirmDialog
      open
      title={t('duty.addOverride')}
      confirm={t('duty.override')}
      busy={add.isPending}
      error={add.error}
      disabled={personId === '' || startsAt === null || endsAt === null}
      onConfirm={() =>
        startsAt &&
        endsAt &&
        add.mutate({
          params: { departmentId: duty.departmentId },
          body: { personId, replacesId: replacesId || null, startsAt, endsAt, reason },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 420 } }}>
        <TextField
          select
          autoFocus
          label={t('duty.overrideWho')}
          value={personId}
          onChange={(event) => setPersonId(event.target.value)}
        >
          {people.map((one) => (
            <MenuItem key={one.id} value={one.id}>
              {one.name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('duty.overrideFor')}
          value={replacesId}
          onChange={(event) => setReplacesId(event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('duty.overrideForAll')}</MenuItem>
          {duty.members.map((one) => (
            <MenuItem key={one.id} value={one.id}>
              {one.name}
            </MenuItem>
          ))}
        </TextField>
        {(
          [
            ['from', from, setFrom],
            ['until', to, setTo],
          ] as const
        ).map(([name, value, set]) => (
          <TextField
            key={name}
            type="datetime-local"
            label={t(`duty.${name}`)}
            value={value}
            onChange={(event) => set(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        ))}
        <TextField
          label={t('duty.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
