import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IncidentDetail, offerRole } from '#contract/crisis';
import type { IncidentRole } from '#rules/crisis';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { PersonField } from './PersonField.js';
import { TOUCHED } from './touched.js';

interface OfferDialogProps {
  incident: IncidentDetail;
  role: IncidentRole;
  onClose: () => void;
}

/** Offers a role; whoever hands the lead over says where things stand. */
export function OfferDialog({ incident, role, onClose }: OfferDialogProps) {
  const { t } = useTranslation();
  const [personId, setPersonId] = useState('');
  const [handOver, setHandOver] = useState('');
  const offer = useChange(offerRole, { touches: TOUCHED, onDone: onClose });
  const handsOver = role === 'lead' && incident.lead !== null;
  return (
    <ConfirmDialog
      open
      title={`${t('incidents.offerRole')}${t('common.colon')}${t(`incidents.role.${role}`)}`}
      confirm={t('incidents.offerRole')}
      busy={offer.isPending}
      disabled={personId === '' || (handsOver && handOver.trim() === '')}
      error={offer.error}
      onConfirm={() =>
        offer.mutate({
          params: { incidentId: incident.id },
          body: { role, personId, ...(handsOver ? { handOver } : {}) },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 420 } }}>
        <PersonField
          autoFocus
          label={t('incidents.offerTo')}
          permission={role === 'lead' ? 'incidents.run' : 'incidents.take_part'}
          value={personId}
          onChange={setPersonId}
        />
        {handsOver ? (
          <TextField
            required
            fullWidth
            multiline
            minRows={4}
            label={t('incidents.handOver')}
            helperText={t('incidents.handOverHint', { name: incident.lead?.name ?? '' })}
            value={handOver}
            onChange={({ target }) => setHandOver(target.value)}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}
