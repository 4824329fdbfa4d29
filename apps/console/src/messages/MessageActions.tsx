import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import {
  listMessageSets,
  listOfferedMessages,
  type MessageSetDetail,
  readMessageGaps,
  readMessageSet,
  retireMessages,
  submitMessages,
  withdrawMessages,
} from '#contract/messages';
import { useChange } from '../api/use-endpoint.js';
import { useMay, useSession } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

const touches = [listMessageSets, readMessageSet, listOfferedMessages, readMessageGaps];

/** What can be done with a house or a map where it stands, for those who may. */
export function MessageActions({ set }: { set: MessageSetDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const { person } = useSession();
  const notify = useNotify();
  const [retiring, setRetiring] = useState(false);
  const [reason, setReason] = useState('');
  const done = (text: string) => () => notify({ text });
  const submit = useChange(submitMessages, { touches, onDone: done(t('keyMessages.submitted')) });
  const withdraw = useChange(withdrawMessages, { touches, onDone: done(t('keyMessages.withdrawn')) });
  const retire = useChange(retireMessages, {
    touches,
    onDone: () => {
      setRetiring(false);
      notify({ text: t('keyMessages.retired') });
    },
  });
  const [newest] = set.versions;
  if (!newest) return null;
  const params = { setId: set.id, number: newest.number };
  const writes = may('answers.write');
  const mine = newest.author.id === person.id || newest.editorIds.includes(person.id);
  return (
    <>
      {writes && newest.state !== 'in_review' ? (
        <Button component={RouterLink} to={`/messages/${set.id}?edit`} variant="outlined">
          {t(newest.state === 'draft' ? 'answers.edit' : 'answers.newVersion')}
        </Button>
      ) : null}
      {writes && newest.state === 'in_review' && mine ? (
        <Button variant="outlined" loading={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
          {t('answers.withdraw')}
        </Button>
      ) : null}
      {writes && newest.state === 'draft' ? (
        <Button variant="contained" loading={submit.isPending} onClick={() => submit.mutate({ params })}>
          {t('keyMessages.submit')}
        </Button>
      ) : null}
      {may('answers.approve') && set.inForce ? (
        <Button color="error" onClick={() => setRetiring(true)}>
          {t('keyMessages.retire')}
        </Button>
      ) : null}
      <ProblemAlert error={submit.error ?? withdraw.error} />
      <ConfirmDialog
        open={retiring}
        title={t('keyMessages.retireTitle')}
        confirm={t('keyMessages.retire')}
        colour="error"
        busy={retire.isPending}
        disabled={reason.trim() === ''}
        error={retire.error}
        onConfirm={() => retire.mutate({ params: { setId: set.id }, body: { reason } })}
        onClose={() => setRetiring(false)}
      >
        <Typography variant="body2" sx={{ mb: 2 }}>
          {t('keyMessages.retireText')}
        </Typography>
        <TextField
          autoFocus
          fullWidth
          required
          label={t('answers.retireReason')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      </ConfirmDialog>
    </>
  );
}
