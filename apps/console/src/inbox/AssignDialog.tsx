import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { permissionsOf } from '#platform/contract';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import type { DecisionDialogProps } from './DecisionDialogs.js';
import { usePeople } from './use-people.js';

/** Whom the mentions are given to; those who may handle them can be chosen. */
export function AssignDialog({ count, busy, onDecide, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const people = usePeople().filter(
    (person) => person.active && permissionsOf(person.roles).includes('mentions.triage'),
  );
  const [chosen, setChosen] = useState<(typeof people)[number] | null>(null);
  return (
    <ConfirmDialog
      open
      title={t('inbox.assign.title', { count })}
      confirm={t('inbox.action.assign')}
      busy={busy}
      disabled={chosen === null}
      onConfirm={() => chosen && onDecide({ action: 'assign', assigneeId: chosen.id })}
      onClose={onClose}
    >
      <Autocomplete
        autoHighlight
        openOnFocus
        options={people}
        value={chosen}
        getOptionLabel={(person) => person.name}
        getOptionKey={(person) => person.id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        onChange={(_, person) => setChosen(person)}
        renderInput={(params) => <TextField {...params} autoFocus label={t('inbox.assign.who')} />}
        sx={{ pt: 1 }}
      />
    </ConfirmDialog>
  );
}
