import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMyInvitations, type MyInvitation, passInvitation, readMyInvitation } from '#contract/colleagues';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

/** Says that this person does not answer; no reason is asked for. */
export function PassButton({ invitation }: { invitation: MyInvitation }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const pass = useChange(passInvitation, {
    touches: [readMyInvitation, listMyInvitations],
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {t('invitations.pass')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('invitations.passTitle')}
        confirm={t('invitations.pass')}
        busy={pass.isPending}
        error={pass.error}
        onConfirm={() => pass.mutate({ params: { invitationId: invitation.id }, body: { reason } })}
        onClose={() => setOpen(false)}
      >
        <Typography variant="body2" sx={{ mb: 2 }}>
          {t('invitations.passText', { name: invitation.askedBy })}
        </Typography>
        <TextField
          fullWidth
          label={t('invitations.passReason')}
          value={reason}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          onChange={({ target }) => setReason(target.value)}
        />
      </ConfirmDialog>
    </>
  );
}
