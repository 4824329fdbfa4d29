import Autocomplete from '@mui/material/Autocomplete';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { permissionsOf } from '#platform/contract';
import { usePeople } from '../inbox/use-people.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import type { Act } from './AskDialogs.js';

interface PersonDialogProps {
  act: Act;
  onPick: (personId: string, note: string) => void;
  onClose: () => void;
}

/** Whom the question is given to; those who may decide can be chosen. */
export function PersonDialog({ act, onPick, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const people = usePeople().filter(
    (person) => person.active && permissionsOf(person.roles).includes('escalations.decide'),
  );
  const [chosen, setChosen] = useState<(typeof people)[number] | null>(null);
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('escalations.reassign')}
      confirm={t('escalations.reassign')}
      busy={act.isPending}
      error={act.error}
      disabled={chosen === null}
      onConfirm={() => chosen && onPick(chosen.id, note.trim())}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 420 } }}>
        <Autocomplete
          autoHighlight
          options={people}
          value={chosen}
          getOptionLabel={(person) => person.name}
          getOptionKey={(person) => person.id}
          isOptionEqualToValue={(one, other) => one.id === other.id}
          onChange={(_, person) => setChosen(person)}
          renderInput={(params) => <TextField {...params} autoFocus label={t('escalations.toPerson')} />}
        />
        <TextField
          label={t('escalations.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
