import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import {
  type AnswerDetail,
  listAnswers,
  readAnswer,
  retireAnswer,
  submitVersion,
  withdrawVersion,
} from '#contract/answers';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { useMay, useSession } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { RequestChange } from './RequestChange.js';

const touches = [listAnswers, readAnswer];

/** What can be done with an answer where it stands, for those who may. Refusals go to `onRefused`. */
export function VersionActions({
  answer,
  onRefused,
}: {
  answer: AnswerDetail;
  onRefused: (error: Error | null) => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { person } = useSession();
  const notify = useNotify();
  const [retiring, setRetiring] = useState(false);
  const done = (text: string) => () => {
    onRefused(null);
    notify({ text });
  };
  const submit = useChange(submitVersion, { touches, onDone: done(t('answers.submitted')), onRefused });
  const withdraw = useChange(withdrawVersion, { touches, onDone: done(t('answers.withdrawn')), onRefused });
  const [newest] = answer.versions;
  if (!newest) return null;
  const params = { answerId: answer.id, number: newest.number };
  const inForce = answer.versions.some(({ state }) => state === 'approved');
  const writes = may('answers.write');
  return (
    <>
      {writes && newest.state !== 'in_review' ? (
        <Button component={RouterLink} to={`/library/${answer.id}?edit`} variant="outlined">
          {t(newest.state === 'draft' ? 'answers.edit' : 'answers.newVersion')}
        </Button>
      ) : null}
      {writes && newest.state === 'in_review' && newest.author.id === person.id ? (
        <Button variant="outlined" loading={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
          {t('answers.withdraw')}
        </Button>
      ) : null}
      {writes && newest.state === 'draft' ? (
        <Button variant="contained" loading={submit.isPending} onClick={() => submit.mutate({ params })}>
          {t('answers.submit')}
        </Button>
      ) : null}
      <RequestChange answer={answer} />
      {may('answers.approve') && inForce ? (
        <Button color="error" onClick={() => setRetiring(true)}>
          {t('answers.retire')}
        </Button>
      ) : null}
      <RetireDialog answerId={answer.id} open={retiring} onClose={() => setRetiring(false)} />
    </>
  );
}

function RetireDialog({ answerId, open, onClose }: { answerId: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const retire = useChange(retireAnswer, {
    touches,
    onDone: () => {
      onClose();
      notify({ text: t('answers.retired') });
    },
  });
  const errors = useFieldErrors(retire.error);
  return (
    <ConfirmDialog
      open={open}
      title={t('answers.retireTitle')}
      confirm={t('answers.retire')}
      colour="error"
      busy={retire.isPending}
      disabled={reason.trim() === ''}
      error={retire.error}
      onConfirm={() => retire.mutate({ params: { answerId }, body: { reason } })}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 2 }}>
        {t('answers.retireText')}
      </Typography>
      <TextField
        autoFocus
        fullWidth
        required
        label={t('answers.retireReason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={Boolean(errors['reason'])}
        helperText={errors['reason']}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </ConfirmDialog>
  );
}
