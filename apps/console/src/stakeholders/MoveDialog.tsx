import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_NOTE, moveStakeholder, type StakeholderSummary } from '#contract/stakeholders';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { AxisField } from './AxisField.js';
import { TOUCHED } from './touched.js';

/** A place on the map by its values, and why. */
export function MoveDialog({
  stakeholder,
  onClose,
}: {
  stakeholder: StakeholderSummary;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [power, setPower] = useState(stakeholder.power);
  const [interest, setInterest] = useState(stakeholder.interest);
  const [why, setWhy] = useState('');
  const move = useChange(moveStakeholder, { touches: TOUCHED, onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('stakeholders.moveTitle', { name: stakeholder.name })}
      confirm={t('stakeholders.move')}
      busy={move.isPending}
      disabled={power === stakeholder.power && interest === stakeholder.interest}
      error={move.error}
      onConfirm={() =>
        move.mutate({
          params: { stakeholderId: stakeholder.id },
          body: { power, interest, why, version: stakeholder.version },
        })
      }
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        <AxisField axis="power" value={power} autoFocus onChange={setPower} />
        <AxisField axis="interest" value={interest} onChange={setInterest} />
        <TextField
          label={t('stakeholders.moveWhy')}
          value={why}
          slotProps={{ htmlInput: { maxLength: LONGEST_NOTE } }}
          onChange={({ target }) => setWhy(target.value)}
          sx={{ gridColumn: '1 / -1' }}
        />
      </Box>
    </ConfirmDialog>
  );
}
