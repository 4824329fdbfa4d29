import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnswerDetail, changeOwner, listAnswers, readAnswer } from '#contract/answers';
import { listPeople } from '#contract/identity';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';

/** Who keeps the answer, to be changed by those who may write. */
export function OwnerButton({ answer }: { answer: AnswerDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('answers.write') || !may('people.read')) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('library.changeOwner')}
      </Button>
      {open ? <OwnerDialog answer={answer} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function OwnerDialog({ answer, onClose }: { answer: AnswerDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [personId, setPersonId] = useState<string | null>(answer.owner?.id ?? null);
  const people = useEndpoint(listPeople, {}, { staleTime: 60_000 }).data?.items ?? [];
  const active = people.filter((person) => person.active);
  const change = useChange(changeOwner, {
    touches: [listAnswers, readAnswer],
    onDone: () => {
      onClose();
      notify({ text: t('library.ownerChanged') });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('library.changeOwner')}
      confirm={t('library.saveReminders')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ params: { answerId: answer.id }, body: { personId } })}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 2 }}>
        {t('library.ownerText')}
      </Typography>
      <Autocomplete
        options={active.map(({ id }) => id)}
        getOptionLabel={(id) => people.find((person) => person.id === id)?.name ?? answer.owner?.name ?? '…'}
        value={personId}
        onChange={(_, id) => setPersonId(id)}
        renderInput={(input) => (
          <TextField {...input} autoFocus label={t('library.owner')} placeholder={t('library.nobody')} />
        )}
      />
    </ConfirmDialog>
  );
}
