import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeCrm, type CrmConnectionView } from '#contract/crm';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { DirectionField } from './DirectionField.js';
import { TOUCHED } from './touched.js';

/** Another direction, or a new token; a new token also ends a refusal. */
export function ChangeCrmDialog({
  connection,
  onClose,
}: {
  connection: CrmConnectionView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [direction, setDirection] = useState(connection.direction);
  const [token, setToken] = useState('');
  const change = useChange(changeCrm, { touches: TOUCHED, onDone: onClose });
  const state = connection.state === 'paused' ? 'paused' : 'active';
  return (
    <ConfirmDialog
      open
      title={t('crm.changeTitle')}
      confirm={t('crm.save')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ body: { direction, state, token: token.trim() || null } })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <DirectionField value={direction} onChange={setDirection} />
        <TextField
          type="password"
          autoComplete="off"
          label={t('crm.newToken')}
          helperText={t('crm.newTokenHint')}
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
