import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { harvestAction, type Item } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { PersonField } from '../incidents/PersonField.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { localDay } from './local-day.js';
import { TOUCHED } from './touched.js';

const WEEK_MS = 7 * 86_400_000;

interface ActionDialogProps {
  workshopId: string;
  /** Null: an action of its own. */
  item: Item | null;
  onClose: () => void;
}

/** What will be done, by whom, until when. */
export function ActionDialog({ workshopId, item, onClose }: ActionDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [text, setText] = useState(item?.text.slice(0, 500) ?? '');
  const [ownerId, setOwnerId] = useState('');
  const [dueOn, setDueOn] = useState(() => localDay(Date.now() + WEEK_MS));
  const harvest = useChange(harvestAction, {
    touches: TOUCHED,
    onDone: () => {
      onClose();
      notify({ text: t('workshops.harvest.actionMade') });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('workshops.harvest.toAction')}
      confirm={t('workshops.harvest.makeAction')}
      busy={harvest.isPending}
      disabled={text.trim() === '' || ownerId === '' || dueOn === ''}
      error={harvest.error}
      onConfirm={() =>
        harvest.mutate({
          params: { workshopId },
          body: { itemId: item?.id ?? null, text: text.trim(), ownerId, dueOn },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 420 } }}>
        <TextField
          multiline
          autoFocus
          minRows={2}
          label={t('workshops.actions.what')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
        <PersonField
          label={t('workshops.actions.owner')}
          value={ownerId}
          permission="workshops.read"
          onChange={setOwnerId}
        />
        <DayField label={t('workshops.actions.due')} value={dueOn} onChange={setDueOn} />
      </Stack>
    </ConfirmDialog>
  );
}

export function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <TextField
      type="date"
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
