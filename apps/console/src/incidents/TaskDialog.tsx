import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeTask, type IncidentTask } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { InstantField } from './InstantField.js';
import { PersonField } from './PersonField.js';
import { ReasonDialog } from './ReasonDialog.js';
import { TOUCHED } from './touched.js';

interface TaskDialogProps {
  incidentId: string;
  task: IncidentTask;
  onClose: () => void;
}

/** Gives a line to somebody, moves its time, adds a word, or drops it with a reason. */
export function TaskDialog({ incidentId, task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const [ownerId, setOwnerId] = useState(task.assigned ? (task.owner?.id ?? '') : '');
  const [due, setDue] = useState(() => toLocalField(task.dueAt));
  const [note, setNote] = useState(task.note ?? '');
  const [dropping, setDropping] = useState(false);
  const change = useChange(changeTask, { touches: TOUCHED, onDone: onClose });
  const params = { incidentId, taskId: task.id };
  const dueAt = fromLocalField(due);
  if (dropping) {
    return (
      <ReasonDialog
        title={t('incidents.drop')}
        confirm={t('incidents.drop')}
        text={say(task.label)}
        busy={change.isPending}
        error={change.error}
        onReason={(reason) => change.mutate({ params, body: { state: 'dropped', note: reason } })}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      title={t('incidents.changeTask')}
      confirm={t('common.save')}
      busy={change.isPending}
      disabled={dueAt === null}
      error={change.error}
      onConfirm={() =>
        dueAt &&
        change.mutate({
          params,
          body: {
            ownerId: ownerId || null,
            note,
            ...(due === toLocalField(task.dueAt) ? {} : { dueAt }),
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 420 } }}>
        <Typography variant="body2">{say(task.label)}</Typography>
        <PersonField
          autoFocus
          label={t('incidents.owner')}
          permission="incidents.take_part"
          value={ownerId}
          none={t(`incidents.role.${task.role}`)}
          onChange={setOwnerId}
        />
        <InstantField required label={t('incidents.dueLabel')} value={due} onChange={setDue} />
        <TextField
          fullWidth
          label={t('common.details')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
        <Button color="error" onClick={() => setDropping(true)} sx={{ justifySelf: 'start' }}>
          {t('incidents.drop')}
        </Button>
      </Stack>
    </ConfirmDialog>
  );
}
