import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listStakeholderNotes, listStakeholders } from '#contract/stakeholders';
import { harvestNote, type Item } from '#contract/workshops';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { useRealm } from '../shell/realm.js';
import { TOUCHED } from './touched.js';

interface NoteDialogProps {
  workshopId: string;
  item: Item;
  onClose: () => void;
}

/** Puts an item on the record of a stakeholder, with the name of whoever said it, or without. */
export function NoteDialog({ workshopId, item, onClose }: NoteDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const { realm } = useRealm();
  const reading = useEndpoint(listStakeholders, { query: { realm } });
  const stakeholders = reading.data?.items ?? [];
  const [stakeholderId, setStakeholderId] = useState('');
  const harvest = useChange(harvestNote, {
    touches: [...TOUCHED, listStakeholderNotes],
    onDone: ({ stakeholder }) => {
      onClose();
      notify({
        text: t('workshops.harvest.noteMade'),
        action: {
          label: t('workshops.harvest.open'),
          run: () => void navigate(`/stakeholders/${stakeholder?.id}`),
        },
      });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('workshops.harvest.toNote')}
      confirm={t('workshops.harvest.addNote')}
      busy={harvest.isPending}
      disabled={stakeholderId === ''}
      error={harvest.error ?? reading.error}
      onConfirm={() => harvest.mutate({ params: { workshopId }, body: { itemId: item.id, stakeholderId } })}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
        {t('workshops.harvest.noteText', {
          text: item.text,
          author: item.author?.name ?? t('workshops.anonymous'),
        })}
      </Typography>
      <TextField
        select
        fullWidth
        label={t('workshops.harvest.stakeholder')}
        value={stakeholderId}
        helperText={
          reading.data && stakeholders.length === 0 ? t('workshops.harvest.noStakeholder') : undefined
        }
        onChange={({ target }) => setStakeholderId(target.value)}
      >
        {stakeholders.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </ConfirmDialog>
  );
}
