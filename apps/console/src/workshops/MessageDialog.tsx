import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listMessageSets, MOST_MESSAGES } from '#contract/messages';
import { harvestMessage, type Item } from '#contract/workshops';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { DepartmentChoice } from './DepartmentChoice.js';
import { TOUCHED } from './touched.js';

const NEW = 'new';

interface MessageDialogProps {
  workshopId: string;
  item: Item;
  onClose: () => void;
}

/** Puts an item into the draft of a message house or map, or begins a map with it; nothing of it is approved. */
export function MessageDialog({ workshopId, item, onClose }: MessageDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const sets = useEndpoint(listMessageSets, {}).data?.items ?? [];
  const [place, setPlace] = useState(NEW);
  const [departments, setDepartments] = useState<readonly string[]>([]);
  const harvest = useChange(harvestMessage, {
    touches: [...TOUCHED, listMessageSets],
    onDone: ({ messageSetId }) => {
      onClose();
      notify({
        text: t('workshops.harvest.messageMade'),
        action: { label: t('workshops.harvest.open'), run: () => void navigate(`/messages/${messageSetId}`) },
      });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('workshops.harvest.toMessage')}
      confirm={t('workshops.harvest.addMessage')}
      busy={harvest.isPending}
      disabled={place === NEW && departments.length === 0}
      error={harvest.error}
      onConfirm={() =>
        harvest.mutate({
          params: { workshopId },
          body:
            place === NEW
              ? { itemId: item.id, setId: null, departmentIds: [...departments] }
              : { itemId: item.id, setId: place },
        })
      }
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
        {t('workshops.harvest.messageText', { text: item.text })}
      </Typography>
      <TextField
        select
        fullWidth
        label={t('workshops.harvest.messagePlace')}
        value={place}
        onChange={({ target }) => setPlace(target.value)}
      >
        <MenuItem value={NEW}>{t('workshops.harvest.newMap')}</MenuItem>
        {sets.map(({ id, kind, topic, shown, newest }) => (
          <MenuItem key={id} value={id} disabled={newest.state === 'in_review'}>
            {[
              t(`keyMessages.kind.${kind}`),
              topic?.name ?? t('keyMessages.organisation'),
              t('workshops.harvest.ofMessages', { number: shown.messages.length, most: MOST_MESSAGES }),
            ].join(' · ')}
          </MenuItem>
        ))}
      </TextField>
      {place === NEW ? <DepartmentChoice chosen={departments} onChange={setDepartments} /> : null}
    </ConfirmDialog>
  );
}
